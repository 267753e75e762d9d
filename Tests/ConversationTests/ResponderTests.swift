import KnowledgeBase
import Retrieval
import Safety
import TestSupport
import Testing

@testable import Conversation

struct ResponderTests {
  private let knowledge: Knowledge
  private let responder: Responder
  private let ordinaryNotice =
    "This is not advice for you. Tell staff, or call 911.\nQuestions? Ask staff, or call The Kettle."

  init() throws {
    knowledge = try KnowledgeFiles().knowledge()
    responder = Responder(knowledge)
  }

  /// The replies to questions asked one after another.
  private func replies(_ questions: String..., by responder: Responder? = nil) -> [Reply] {
    var state = ConversationState()
    let responder = responder ?? self.responder
    return questions.map { responder.reply(to: $0, in: &state) }
  }

  private func reply(_ question: String, by responder: Responder? = nil) -> Reply {
    replies(question, by: responder)[0]
  }

  /// A folder with two sections that fit one question equally, and one with
  /// more paragraphs than are shown at once.
  private static func larger() throws -> Responder {
    let long = (1...4).map {
      "Number \($0) " + String(repeating: "on steeping ", count: 32) + "ends."
    }
    return Responder(
      try KnowledgeFiles(
        [
          "articles/tea.md": KnowledgeFiles.article(
            body: "## one\n\none\n\n## two\n\ntwo\n\n## Steeping\n\n"
              + long.joined(separator: "\n\n")),
          "phrasings/one.txt": "## plain\nwhich blend suits\n",
          "phrasings/two.txt": "## plain\nwhich blend suits\n",
          "not-covered.yaml": "topics: []",
        ], without: ["phrasings/brewing.txt", "phrasings/price.txt"]
      ).knowledge())
  }

  // MARK: Kinds

  private static let kinds: [(question: String, kind: Reply.Kind)] = [
    ("what is tea", .answer), ("what does a tin cost", .notCovered), ("zebra", .notCovered),
    ("is my dose right", .personalAdvice), ("may I mix it with my heart pills", .personalAdvice),
    ("can it get high", .misuse), ("my son wants to die", .concernForOther),
    ("he hits me", .danger), ("I want to die", .crisis), ("quiero morir", .crisis),
    ("chest pain", .emergency), ("hello", .smallTalk), ("lovely weather outside", .smallTalk),
    ("", .error), (String(repeating: "a", count: 2_001), .error),
  ]

  @Test(arguments: kinds)
  func aQuestionGetsItsKindOfReply(_ question: String, _ kind: Reply.Kind) {
    #expect(reply(question).kind == kind)
  }

  @Test func everyKindIsReached() throws {
    let choice = reply("which blend suits", by: try Self.larger())
    #expect(Set(Self.kinds.map(\.kind) + [choice.kind]) == Set(Reply.Kind.allCases))
  }

  // MARK: Safety first

  @Test func aCryForHelpThatAsksAQuestionGetsTheCardAndNoArticle() {
    let reply = reply("What is tea? I want to die. How hot must the water be?")
    #expect(reply.kind == .crisis)
    #expect(reply.safetyClass == .crisis)
    #expect(reply.content == Reply.Content())
    #expect(
      reply.text
        == "Thank you for telling me.\nTell staff now. Call or text 988.\n"
        + "Questions? Ask staff, or call The Kettle.")
  }

  @Test func aCardRepeatsNothingOfWhatWasSaid() {
    #expect(reply("I want to die zebra") == reply("tonight I want to die in Knoxville"))
  }

  @Test func aRepeatedCardOpensAnotherWay() {
    let cards = replies(
      "I want to die", "what is tea", "I want to die", "chest pain", "I wish to die")
    #expect(
      [cards[0], cards[2], cards[4]].map { $0.text.prefix { $0 != "\n" } } == [
        "Thank you for telling me.", "I am glad you wrote this.", "Thank you for telling me.",
      ])
    #expect(cards[3].kind == .emergency)
  }

  /// What cannot be a question of its own is an answer to the card.
  @Test(arguments: ["1", "zebra", "more", "in the lobby", "say that again"])
  func fewWordsAfterACardBringItAgain(_ answer: String) {
    let replies = replies("quiero morir", answer, answer, "yes")
    #expect(replies.map(\.kind) == [.crisis, .crisis, .crisis, .crisis])
    #expect(replies.allSatisfy { $0.notice.clinic == replies[0].notice.clinic })
  }

  @Test func whatAnAnswerWouldHaveBeenLikeLeavesNoTrace() {
    var (once, twice) = (ConversationState(), ConversationState())
    _ = responder.reply(to: "I want to die", in: &once)
    _ = responder.reply(to: "I want to die", in: &twice)
    // Alone it is a question for the care team.
    #expect(reply("how many with heart pills").kind == .personalAdvice)
    #expect(responder.reply(to: "with heart pills", in: &twice).kind == .crisis)
    let advice = [
      responder.reply(to: "is my dose right", in: &once),
      responder.reply(to: "is my dose right", in: &twice),
    ]
    #expect(advice[0].notice == advice[1].notice)
  }

  @Test func withoutArticlesABareAnswerBringsTheCardAgain() {
    let responder = Responder(withoutArticles: knowledge.safety)
    #expect(
      replies("I want to die", "in the lobby", by: responder).map(\.kind) == [.crisis, .crisis])
  }

  @Test(arguments: ["what is tea", "thanks", "what does a tin cost"])
  func whatIsSurelyAskedAfterACardIsAnswered(_ question: String) {
    let replies = replies("I want to die", question, "zebra")
    #expect(replies[1].kind == reply(question).kind)
    #expect(replies[1].supportLines != nil)
    #expect(replies[2].kind == .notCovered)
  }

  @Test(arguments: [" ", String(repeating: "a", count: 2_001)])
  func aLineThatCannotBeUsedForgetsNoCard(_ line: String) {
    let replies = replies("I want to die", line, "in the lobby")
    #expect(replies.map(\.kind) == [.crisis, .error, .crisis])
    #expect(replies[1].supportLines != nil)
  }

  @Test func theHelpLinesStayInTheLanguageOfTheCard() {
    let lines = replies("quiero morir", "what is tea")[1].supportLines
    #expect(lines == knowledge.safety.texts.supportLines(in: "es", for: .kiosk))
  }

  @Test func aCardForALineThatIsTooLongIsRepeated() {
    let cry = "I want to die " + String(repeating: "a", count: 2_001)
    let replies = replies("what is tea", cry, "say that again")
    #expect(replies.map(\.kind) == [.answer, .crisis, .crisis])
  }

  @Test func theHelpLinesStayInViewAfterACardAboutLife() {
    for cry in ["chest pain", "I want to die", "he hits me", "my son wants to die"] {
      for next in ["what is tea", "zebra", "hello", "", "is my dose right"] {
        let reply = replies(cry, next)[1]
        if reply.isCard { continue }
        #expect(reply.text.hasPrefix("Feeling low? Tell staff, or call 988.\n\n"))
        #expect(reply.safetyClass == .support)
        #expect(reply.text.hasSuffix(ordinaryNotice))
      }
    }
    for other in ["can it get high", "is my dose right", "I feel sad", "hello"] {
      #expect(replies(other, "what is tea")[1].supportLines == nil)
    }
  }

  @Test func aPossibleSignOfRiskPutsTheHelpLinesFirst() {
    let english = reply("I feel sad, how long should tea steep")
    #expect(english.kind == .answer)
    #expect(english.safetyClass == .support)
    #expect(english.text.hasPrefix("Feeling low? Tell staff, or call 988.\n\nPour hot water"))
    let spanish = reply("estoy triste")
    #expect(spanish.supportLines == "¿Se siente mal? Avise al personal, o llame al 988.")
    let card = reply("I feel sad, is my dose right")
    #expect(card.kind == .personalAdvice)
    #expect(card.supportLines == nil)
  }

  @Test func anUnusableLineCanStillBeACryForHelp() {
    var state = ConversationState()
    let failure = Reply.Failure(code: "bad", message: "No.")
    let card = responder.reply(to: failure, readable: "{ I want to die", in: &state)
    #expect(card.kind == .crisis)
    #expect(card.content.failure == nil)
    let error = responder.reply(to: failure, readable: "{ tea", in: &state)
    #expect(error.kind == .error)
    #expect(error.content.failure == failure)
    #expect(error.supportLines != nil)
    #expect(error.text.hasSuffix("No.\n\n" + ordinaryNotice))
    let long = reply("I want to die. " + String(repeating: "tea ", count: 1_000))
    #expect(long.kind == .crisis)
  }

  @Test func theSettingDecidesWhichHelpComesFirst() {
    let remote = Responder(knowledge, setting: .remote)
    #expect(
      reply("I want to die", by: remote).text.hasPrefix(
        "Thank you for telling me.\nCall or text 988.\n"))
    #expect(remote.notice.text.hasPrefix("This is not advice for you. Call 911."))
    #expect(responder.notice.text == ordinaryNotice)
  }

  @Test func theClinicsOwnSettingIsTheDefault() throws {
    let knowledge = try KnowledgeFiles([
      "clinic.yaml": "name: The Kettle\nsetting: remote"
    ]).knowledge()
    #expect(Responder(knowledge).notice.clinic == "Questions? Please call The Kettle.")
  }

  // MARK: Replies

  @Test func anAnswerIsThePassageAndItsSource() {
    let reply = reply("how long should tea steep")
    #expect(
      reply.text
        == """
        Pour hot water over the leaves.

        From the article "Tea", section "Making a Cup".

        \(ordinaryNotice)
        """)
    #expect(reply.content.passage == "Pour hot water over the leaves.")
    #expect(reply.content.sections.first?.id == "brewing")
    #expect(reply.content.sections.first?.article == "Tea")
    #expect(reply.content.sections.count <= 3)
    #expect(reply.safetyClass == nil)
  }

  @Test func aCorrectionIsShown() {
    let reply = reply("how do I brew with hot watter")
    #expect(reply.content.corrections == [Reply.Correction(from: "watter", to: "water")])
    #expect(reply.text.hasPrefix("I read \"watter\" as \"water\".\n\nPour hot water"))
  }

  @Test func aSynonymFindsTheArticlesWord() {
    var state = ConversationState()
    let trace = responder.trace("fridge", in: &state)
    #expect(trace.reply.content.sections.first?.id == "keeping")
    #expect(trace.reading?.expansions.map(\.say) == ["fridge"])
  }

  @Test func whatIsNotCoveredNamesWhatIs() {
    let reply = reply("what does a tin cost")
    #expect(
      reply.content.body
        == """
        The article does not give prices.
        Please ask a staff member, or call The Kettle.

        The article does tell about:
        1. Keeping
        2. Making a Cup
        """)
    #expect(reply.content.suggestions.map(\.id) == ["keeping", "brewing"])
    #expect(reply.content.sections == [])
    #expect(reply.content.passage == nil)
  }

  @Test func whatIsNotKnownAtAllSuggestsNothing() {
    let reply = reply("zebra")
    #expect(
      reply.content.body
        == "The article does not say anything on that, as far as I can tell.\n"
        + "Please ask a staff member, or call The Kettle.")
    #expect(reply.content.suggestions == [])
  }

  @Test func adviceFoundByPhrasingGetsTheCardToo() {
    let reply = reply("may I mix it with my heart pills")
    #expect(reply.safetyClass == .personalAdvice)
    #expect(reply.text.hasPrefix("I cannot answer that for you.\nTell staff."))
    #expect(reply.content.passage == nil)
  }

  @Test(arguments: [
    ("", "empty_question"), ("\u{0}\n", "empty_question"),
    (String(repeating: "a", count: 2_001), "question_too_long"),
  ])
  func anErrorCarriesItsCodeAndTheNotice(_ typed: String, _ code: String) {
    let reply = reply(typed)
    #expect(reply.content.failure?.code == code)
    #expect(reply.text == (reply.content.failure?.message ?? "") + "\n\n" + ordinaryNotice)
  }

  @Test func aNumberThatPicksNothingSaysSo() {
    for typed in ["1", "0", "99", "number two"] {
      #expect(reply(typed).kind == .notCovered)
      #expect(
        reply(typed).content.body.hasSuffix(
          " stands for. Please ask in words.\nPlease ask a staff member, or call The Kettle."))
    }
    for typed in ["\(Int.max)", "\(Int.min)", "99999999999999999999"] {
      #expect(reply(typed).kind == .notCovered)
    }
  }

  // MARK: Conversation

  @Test func anOfferedSectionIsChosenByItsNumber() throws {
    let replies = replies("which blend suits", "2", "2", by: try Self.larger())
    #expect(replies[0].kind == .choice)
    #expect(
      replies[0].content.body
        == "Your question could be about more than one thing. Which do you mean?\n1. one\n2. two")
    #expect(replies[0].content.sections.prefix(2).map(\.id) == ["one", "two"])
    #expect(replies[1].kind == .answer)
    #expect(replies[1].content.passage == "two")
    #expect(replies[1].content.sections.map(\.id) == ["two"])
    // The offer still stands: a patient may want to read both.
    #expect(replies[2].content.passage == "two")
  }

  @Test func anOfferEndsWithTheNextQuestion() throws {
    let replies = replies("which blend suits", "zebra", "2", by: try Self.larger())
    #expect(replies[1].kind == .notCovered)
    #expect(replies[2].kind == .notCovered)
  }

  @Test func aNumberThatIsNotOfferedBringsTheOfferAgain() throws {
    let replies = replies("which blend suits", "number 3, please", "(2)", by: try Self.larger())
    #expect(replies[1].kind == .choice)
    #expect(
      replies[1].content.body
        == "There is no number 3 to choose. Please type one of these numbers.\n1. one\n2. two")
    #expect(replies[1].content.sections.map(\.id) == ["one", "two"])
    #expect(replies[2].content.passage == "two")
  }

  @Test func aQuestionWithAnOrdinalPicksNothingOfWhatIsNamedInstead() throws {
    let responder = Responder(try RealKnowledge.load())
    var state = ConversationState()
    #expect(
      responder.reply(to: "how much does it cost", in: &state).content.suggestions.count > 1)
    var picking = state
    #expect(responder.reply(to: "the second one", in: &picking).kind == .answer)
    let reply = responder.reply(to: "does coverage start on the first of the month", in: &state)
    #expect(reply.kind == .notCovered)
  }

  @Test func whatIsNamedInsteadCanBePicked() {
    for pick in ["2", "number 2", "(2)"] {
      let replies = replies("what does a tin cost", pick)
      #expect(replies[1].content.sections.map(\.id) == ["brewing"])
    }
  }

  @Test func aRepeatedOfferCanStillBeChosenFrom() throws {
    let replies = replies("which blend suits", "say that again", "2", by: try Self.larger())
    #expect(replies[1].content.body == replies[0].content.body)
    #expect(replies[2].content.passage == "two")
  }

  @Test func moreShowsTheRestOfASection() throws {
    let responder = try Self.larger()
    let section = try #require(responder.knowledge?.section("steeping"))
    var state = ConversationState()
    var passages: [String] = []
    for question in ["steeping number 3", "more", "More", " more ", "more"] {
      let reply = responder.reply(to: question, in: &state)
      #expect(state.hasMore == (passages.count < 3))
      passages.append(reply.content.passage ?? reply.content.body)
    }
    let paragraphs = section.paragraphs
    #expect(
      passages == [
        paragraphs[2], paragraphs[0], paragraphs[1], paragraphs[3],
        Wording.nothingMore,
      ])
  }

  @Test func moreOfNothingSaysSo() {
    let cry = ["what is tea", "I want to die", "what does a tin cost", "more"]
    for questions in [["more"], ["zebra", "more"], cry] {
      var state = ConversationState()
      let replies = questions.map { responder.reply(to: $0, in: &state) }
      #expect(replies.last?.kind == .smallTalk)
      #expect(replies.last?.content.body == Wording.nothingMore)
    }
  }

  @Test func nothingIsLeftToReadOfAPartThatWasNotShown() {
    let replies = replies("what is tea? what is zebra xylophone quagga okapi?", "more")
    #expect(replies[0].kind == .notCovered)
    #expect(replies[1].content.body == Wording.nothingMore)
  }

  @Test func twoQuestionsOfALineAreAnsweredInOrder() {
    let reply = reply("how long should tea steep? what is tea?")
    #expect(reply.kind == .answer)
    #expect(reply.content.sections.map(\.id) == ["brewing", "what-is-tea"])
    let passages = reply.content.passage?.split(separator: "\n\n") ?? []
    #expect(passages.count > 1)
    #expect(passages.allSatisfy { reply.content.body.contains($0) })
  }

  @Test func repeatSaysTheLastReplyAgain() {
    let replies = replies("what is tea", "say that again", "repeat")
    for repeated in replies.dropFirst() {
      #expect(repeated.kind == .smallTalk)
      #expect(repeated.content.body == replies[0].content.body)
      #expect(repeated.content.sections.isEmpty)
    }
    #expect(reply("repeat").content.body == Wording.nothingSaid)
    let card = self.replies("I want to die", "repeat")[1]
    #expect(card.kind == .crisis)
    #expect(card.text.contains("Call or text 988."))
  }

  @Test func conversationsDoNotKnowOfEachOther() {
    var (first, second) = (ConversationState(), ConversationState())
    _ = responder.reply(to: "I want to die", in: &first)
    #expect(responder.reply(to: "what is tea", in: &second).supportLines == nil)
  }

  // MARK: Without articles

  @Test func withoutArticlesTheBuiltInCardsServe() {
    let responder = Responder(withoutArticles: .builtIn)
    #expect(responder.knowledge == nil)
    #expect(reply("I want to die", by: responder).kind == .crisis)
    #expect(
      reply("I want to die", by: responder).text.hasPrefix(
        "Thank you for telling me. What you feel matters.\nAre you in danger?"))
    let other = reply("what is tea", by: responder)
    #expect(other.kind == .error)
    #expect(other.content.failure?.code == "knowledge_unavailable")
    #expect(other.text.hasSuffix(responder.notice.text))
    #expect(other.text.contains("call the clinic"))
    #expect(
      replies("I want to die", "what is tea, I would like to know", by: responder)[1].supportLines
        != nil)
  }

  @Test func withoutArticlesTheClinicsSafetyTextsServeWhereTheyLoad() {
    let responder = Responder(withoutArticles: knowledge.safety, setting: .remote)
    #expect(reply("I feel sad", by: responder).text.hasPrefix("Feeling low? Call 988."))
    #expect(reply("chest pain", by: responder).text.hasPrefix("This could be an emergency."))
  }

  // MARK: Explaining

  @Test func theTraceRecordsEveryStep() {
    var state = ConversationState()
    let trace = responder.trace(" how hot must the watter be ", in: &state)
    #expect(trace.question?.text == "how hot must the watter be")
    #expect(trace.assessment.findings == [])
    #expect(trace.smallTalk == nil)
    #expect(trace.reading?.corrections.count == 1)
    #expect(trace.decision?.outcome == .answer)
    let talk = responder.trace("hello", in: &state)
    #expect(talk.smallTalk == "greeting")
    #expect(talk.decision == nil)
    let cry = responder.trace("I want to die", in: &state)
    #expect(cry.assessment.findings.map(\.rule) == ["crisis-die"])
    #expect(cry.reading == nil)
    #expect(responder.trace("", in: &state).question == nil)
  }

  @Test func anExplanationAddsUpToTheScore() throws {
    var state = ConversationState()
    let trace = responder.trace("how hot must water for green tea be", in: &state)
    let ranking = try #require(trace.decision).ranking
    #expect(ranking.count > 2)
    for ranked in ranking {
      let explanation = try #require(responder.explanation(of: ranked.subject, in: trace))
      #expect(abs(explanation.value - ranked.score) < 1e-12)
      #expect(!responder.bestUnits(of: ranked.subject, in: trace).isEmpty)
    }
    #expect(responder.explanation(of: .section("cellar"), in: trace) == nil)
    #expect(responder.bestUnits(of: .section("cellar"), in: trace).isEmpty)
  }
}
