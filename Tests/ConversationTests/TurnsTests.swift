import KnowledgeBase
import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Conversation

/// How questions follow on each other, learned from a few turns about tea.
struct TurnsTests {
  private static let turns = [
    ("what is tea", "what-is-tea", "and the water", "brewing"),
    ("what is tea", "what-is-tea", "the water then", "brewing"),
    ("where do i keep it", "keeping", "and after", "what-is-tea"),
    ("what does a tin cost", nil, "why", "price"),
    ("what is tea", "what-is-tea", "why", "keeping"),
  ].map { TaughtTurn(previous: $0, section: $1, text: $2, target: $3, voice: "test") }

  private let knowledge: Knowledge
  private let index: SubjectIndex

  init() throws {
    let plain = try KnowledgeFiles([
      "follow-ups.yaml": """
      refer: [it]
      open: [and]
      bare: [why]
      ordinals: [[the first one], [the second one]]
      last: [the last one]
      other: [the other one]
      lists: [{section: what-is-tea, names: [brewing, keeping]}]
      subjects: []
      """
    ]).knowledge()
    let subjects = LearnedSubjects(
      classifier: SubjectLearner(plain, ideas: WordIdeas()).learn(), ideas: WordIdeas(),
      thresholds: LearnedSubjects.Thresholds(
        leastScore: 0.1, topicLead: 0, adviceLead: 0, smallTalkLead: 0, choiceRatio: 1))
    let turns = TurnLearner(plain.learning(subjects)).learn(Self.turns)
    knowledge = plain.learning(
      LearnedSubjects(
        classifier: subjects.classifier, turns: turns, ideas: subjects.ideas,
        thresholds: subjects.thresholds))
    index = SubjectIndex(knowledge)
  }

  private func understand(_ question: String, after previous: String, _ section: String?)
    -> Understanding
  {
    index.understand(
      question, after: index.reader.read(previous), answeredBy: section, unless: { _ in false })
  }

  @Test(arguments: turns.indices)
  func theTurnsLearnedFromComeOutRight(_ number: Int) {
    let turn = Self.turns[number]
    let understanding = understand(turn.text, after: turn.previous, turn.section)
    #expect(understanding.decision.ranking.first?.subject.name == turn.target)
  }

  @Test func theSameWordsAskSomethingElseOfEachSection() {
    func first(after section: String?) -> String? {
      understand("why", after: "x", section).decision.ranking.first?.subject.name
    }
    #expect(understand("why", after: "x", nil).isCarried)
    #expect(first(after: "what-is-tea") == "keeping")
    #expect(first(after: nil) == "price")
  }

  @Test(arguments: ["why", "and the water", "zebra", "it it it"])
  func theExplanationAddsUpToTheScore(_ question: String) throws {
    let understanding = understand(question, after: "what is tea", "what-is-tea")
    try #require(understanding.leaning != nil)
    for ranked in understanding.decision.ranking {
      let explanation = try #require(index.explanation(of: ranked.subject, in: understanding))
      #expect(abs(explanation.value - ranked.score) < 1e-9)
    }
  }

  @Test func aQuestionThatSaysEnoughStandsAlone() {
    let understanding = understand("how long should tea steep", after: "what is tea", "what-is-tea")
    #expect(understanding.leaning == nil)
    #expect(!understanding.isCarried)
  }

  @Test func whatATurnShows() {
    let reading = index.reader.read("for how")
    let leaning = index.leaning(
      of: reading, on: index.reader.read("is it"), answeredBy: "brewing")
    #expect(
      Set(leaning.features(of: reading).names) == [
        "n:for", "n:how", "n:^ for", "n:for how", "n:how $", "x:brewing|for", "x:brewing|how",
        "x:brewing|^ for", "x:brewing|for how", "x:brewing|how $", "b:is", "b:it", "b:^ is",
        "b:is it", "b:it $", "p:brewing",
      ])
    let unanswered = index.leaning(of: reading, on: reading, answeredBy: nil)
    #expect(unanswered.features(of: reading).names.contains("p:-"))
  }

  @Test func whatWasLearnedForOtherSubjectsIsNotUsed() throws {
    let learned = try #require(knowledge.learned)
    let other = try TextClassifier(
      file: Array("labels\ttea\nexamples\t1\nbias\t0\nfeatures\t1\nn:why\t1\t500\n".utf8))
    let index = SubjectIndex(
      knowledge.learning(
        LearnedSubjects(
          classifier: learned.classifier, turns: other, ideas: learned.ideas,
          thresholds: learned.thresholds)))
    #expect(index.turns == nil)
    #expect(self.index.turns != nil)
  }

  // MARK: Lists

  @Test(arguments: [
    (["the second one"], "keeping"), (["the last one"], "keeping"),
    (["and the first one, is it hot"], "brewing"), (["the first one", "the other one"], "keeping"),
    // It stays in view while what it names is read, and beside what is not covered.
    (["the first one", "the second one"], "keeping"), (["zebra", "the second one"], "keeping"),
  ])
  func whatAnAnswerListsIsPickedInWords(_ questions: [String], _ section: String) {
    let responder = Responder(knowledge)
    var state = ConversationState()
    #expect(
      responder.reply(to: "what is tea", in: &state).content.sections.first?.id == "what-is-tea")
    let replies = questions.map { responder.reply(to: $0, in: &state) }
    #expect(replies.last?.kind == .answer)
    #expect(replies.last?.content.sections.map(\.id) == [section])
  }

  @Test(arguments: [
    ["2"], ["I want to die", "the second one"],
    ["may I mix it with my heart pills", "the second one"],
  ])
  func aNumberACardOrAnotherTopicPicksNothing(_ questions: [String]) {
    let responder = Responder(knowledge)
    var state = ConversationState()
    _ = responder.reply(to: "what is tea", in: &state)
    let replies = questions.map { responder.reply(to: $0, in: &state) }
    #expect(replies.last?.content.sections.first?.id != "keeping")
  }
}
