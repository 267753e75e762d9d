import Conversation
import KnowledgeBase
import Rendering
import Safety
import TestSupport
import Testing

@testable import Sessions

struct ChatSessionTests {
  private let responder: Responder

  init() throws {
    responder = Responder(try KnowledgeFiles().knowledge())
  }

  private struct Chat {
    let ending: ChatSession<CollectedOutput>.Ending
    let writes: [String]
    let source: ScriptedLines
  }

  private func chat(
    _ source: ScriptedLines, by responder: Responder? = nil,
    width: Int = 78, rows: Int? = nil, patience: Int = .max,
    manner: ChatManner = ChatManner()
  ) -> Chat {
    var source = source
    let output = CollectedOutput(patience: patience)
    var session = ChatSession(
      responder ?? self.responder, output: output, manner: manner,
      measure: { Window(columns: width, rows: rows) })
    let ending = session.run(&source)
    return Chat(ending: ending, writes: output.writes, source: source)
  }

  private func chat(_ lines: String...) -> Chat { chat(ScriptedLines(lines: lines)) }

  /// A responder whose answer on tea fills `paragraphs` paragraphs of a line each.
  private func wordyResponder(paragraphs: Int) throws -> Responder {
    let body = "## Steeping\n\n" + (1...paragraphs).map { "Line \($0)." }.joined(separator: "\n\n")
    return Responder(
      try KnowledgeFiles(
        ["articles/tea.md": KnowledgeFiles.article(body: body), "not-covered.yaml": "topics: []"],
        without: ["phrasings/brewing.txt", "phrasings/price.txt"]
      ).knowledge())
  }

  private var farewell: String { "\nGoodbye. Take care.\n\n\(responder.notice.text)\n" }

  @Test func opensWithWhatItIsAndTheNotice() {
    let chat = chat()
    #expect(chat.ending == .finished)
    #expect(chat.writes.count == 2)
    #expect(chat.writes[0].hasPrefix("\nThis is a computer program, not a person."))
    #expect(
      chat.writes[0].replacing("\n", with: " ").contains(
        "It cannot call anyone, and no one watches what you type."))
    #expect(chat.writes[0].hasSuffix("\n\n\(responder.notice.text)\n"))
    #expect(chat.writes[1] == farewell)
    #expect(chat.source.prompts == ["\nYour question: "])
  }

  @Test func answersEveryLine() {
    let chat = chat("how long should tea steep", "hello", "I want to die", "what is tea")
    var state = ConversationState()
    let expected = ["how long should tea steep", "hello", "I want to die", "what is tea"].map {
      "\n" + responder.reply(to: $0, in: &state).text + "\n"
    }
    #expect(Array(chat.writes.dropFirst().dropLast()) == expected)
    #expect(expected[3].hasPrefix("\nFeeling low?"))
    #expect(
      chat.source.remembered == [
        "how long should tea steep", "hello", "I want to die", "what is tea",
      ])
  }

  @Test func blankLinesAreAskedAgain() {
    let chat = chat("", "  ", "\t\u{3000}")
    #expect(chat.writes.count == 2)
    #expect(chat.source.prompts.count == 4)
    #expect(chat.source.remembered == [])
  }

  @Test(arguments: ["bye", "Quit", " exit ", "done", "BYE!", "bye."])
  func aWordOfLeaveEnds(_ word: String) {
    let chat = chat(word, "what is tea")
    #expect(chat.ending == .finished)
    #expect(chat.writes.count == 2)
    #expect(chat.writes[1] == farewell)
  }

  @Test func topicsAreNumberedAndCanBeChosen() {
    let chat = chat("Topics", "2")
    #expect(
      chat.writes[1]
        == """

        You can ask about these. Type a number to read one.
        1. What Is Tea?
        2. Making a Cup
        3. Green Leaves
        4. Keeping

        \(responder.notice.text)

        """)
    #expect(chat.writes[2].hasPrefix("\nPour hot water over the leaves."))
  }

  @Test func moreIsOfferedWhereThereIsMore() throws {
    let body =
      "## Steeping\n\n"
      + (1...2).map { "Number \($0) " + String(repeating: "on steeping ", count: 40) }
      .joined(separator: "\n\n")
    let responder = Responder(
      try KnowledgeFiles(
        ["articles/tea.md": KnowledgeFiles.article(body: body), "not-covered.yaml": "topics: []"],
        without: ["phrasings/brewing.txt", "phrasings/price.txt"]
      ).knowledge())
    let chat = chat(ScriptedLines(lines: ["steeping", "more", "more"]), by: responder)
    let hint = "There is more in this section. Type \"more\" to read on."
    #expect(chat.writes[1].hasSuffix("\n\n\(responder.notice.text)\n\n\(hint)\n"))
    #expect(!chat.writes[2].contains(hint))
    #expect(!chat.writes[3].contains(hint))
    #expect(!chat.writes[3].contains("on steeping"))
  }

  @Test(arguments: [
    ([LineEvent.interrupted(hadText: false), .interrupted(hadText: false)], true),
    ([.interrupted(hadText: false), .interrupted(hadText: true)], false),
    ([.interrupted(hadText: true), .interrupted(hadText: true)], false),
    ([.interrupted(hadText: true), .interrupted(hadText: false)], false),
    (
      [.interrupted(hadText: false), .line("hello", isWhole: true), .interrupted(hadText: false)],
      false
    ),
  ])
  func onlyCtrlCTwiceInARowOnAnEmptyLineLeaves(_ events: [LineEvent], _ leaves: Bool) {
    let chat = chat(ScriptedLines(events))
    #expect(chat.ending == (leaves ? .interrupted : .finished))
    let hints = chat.writes.filter { $0.contains("To leave, type \"bye\", or press Ctrl-C again.") }
    #expect(
      hints.count == events.filter { $0 == .interrupted(hadText: false) }.count - (leaves ? 1 : 0))
  }

  @Test func endsAtOnceWhenAskedTo() {
    let chat = chat(ScriptedLines([.terminated, .line("what is tea", isWhole: true)]))
    #expect(chat.ending == .terminated)
    #expect(chat.writes.count == 1)
  }

  @Test(arguments: 0...2)
  func endsWhenNobodyReads(_ patience: Int) {
    let chat = chat(
      ScriptedLines(lines: ["what is tea", "topics", "what is tea"]), patience: patience)
    #expect(chat.ending == .unheard)
    #expect(chat.writes.count == patience)
  }

  @Test func aLineThatWasCutOffGetsAnErrorOrACard() {
    let chat = chat(
      ScriptedLines([
        .line("tea tea", isWhole: false), .line("I want to die", isWhole: false),
      ]))
    #expect(chat.writes[1].hasPrefix("\nThat line was longer than 65536 bytes.\n\n"))
    #expect(chat.writes[2].hasPrefix("\nThank you for telling me.\n"))
  }

  @Test(arguments: [(10, 20), (20, 20), (40, 40), (80, 80), (200, 80)])
  func linesFitTheWindow(_ width: Int, _ columns: Int) {
    let chat = chat(
      ScriptedLines(lines: ["what is tea", "topics", "what does a tin cost"]), width: width)
    for line in chat.writes.joined().split(separator: "\n") where line.count > columns {
      #expect(line.split(separator: " ").count == 1, "\(line)")
    }
  }

  @Test func aWindowMayBeResizedBetweenReplies() {
    var source = ScriptedLines(lines: ["what is tea", "what is tea"])
    let output = CollectedOutput()
    var widths = [40, 40, 20]
    var session = ChatSession(
      responder, output: output, manner: ChatManner(),
      measure: { Window(columns: widths.count > 1 ? widths.removeFirst() : widths[0], rows: nil) })
    _ = session.run(&source)
    #expect(output.writes[1] != output.writes[2])
    #expect(output.writes[2].split(separator: "\n").allSatisfy { $0.count <= 20 })
  }

  @Test func plainLinesComeThroughAPipe() {
    let input = Input.pipe(Array("hello\r\n\nI want to \u{0}die \n".utf8) + [0xFF, 0x0A])
    let output = CollectedOutput()
    var session = ChatSession(
      responder, output: output, manner: ChatManner(), measure: { Window(columns: 78, rows: nil) })
    let ending = input.withLines { lines in
      var source = PlainLineSource(lines, output: output)
      return session.run(&source)
    }
    #expect(ending == .finished)
    let replies = output.writes.filter { $0 != "\nYour question: " && $0 != "\n" }
    #expect(replies.count == 5)
    #expect(replies[1].hasPrefix("\nHello."))
    #expect(replies[2].hasPrefix("\nThank you for telling me."))
    #expect(replies[4] == farewell)
  }

  @Test func withoutArticlesThereAreNoTopics() {
    let responder = Responder(withoutArticles: .builtIn)
    let chat = chat(
      ScriptedLines(lines: ["topics", "what is tea", "I want to die"]), by: responder)
    #expect(chat.writes.count == 5)
    for write in chat.writes.prefix(3) { #expect(write.contains(responder.notice.text)) }
    #expect(chat.writes[3].contains("Call or text 988"))
  }

  @Test func helpNamesTheChatsOwnWords() throws {
    let chat = try chat(ScriptedLines(lines: ["what can i do here"]), by: talker())
    #expect(chat.writes[1].hasPrefix("\nI answer from the article.\n"))
    #expect(chat.writes[1].hasSuffix("\"help\" for help, and \"bye\" to leave.\n"))
  }

  /// A responder that knows when people take leave or want help.
  private func talker() throws -> Responder {
    let talk = """
      intents:
        - {id: goodbye, reply: Goodbye., phrases: [so long]}
        - {id: help, reply: I answer from the article., phrases: [what can i do here]}
      """
    return Responder(try KnowledgeFiles(["small-talk.yaml": talk]).knowledge())
  }

  // MARK: Samples

  private func sampler() throws -> Responder {
    Responder(
      try KnowledgeFiles([
        "clinic.yaml": "name: The Kettle\nsample_questions: [what is tea, I want to die]"
      ]).knowledge())
  }

  @Test func samplesAreOfferedAndPickedByNumber() throws {
    let responder = try sampler()
    let chat = chat(ScriptedLines(lines: [" 1. ", "1"]), by: responder)
    #expect(
      chat.writes[0].contains(
        "Type a question and press Enter, or type a number:\n1. what is tea\n2. I want to die\n"))
    var state = ConversationState()
    let answer = responder.reply(to: "what is tea", in: &state).text
    #expect(chat.writes[1] == "\nwhat is tea\n\n\(answer)\n")
    // The list still stands on the screen.
    #expect(chat.writes[2] == chat.writes[1])
  }

  @Test(arguments: [["what is tea", "1"], ["3"]])
  func aNumberIsASampleUntilSomethingElseIsAsked(_ lines: [String]) throws {
    let chat = chat(ScriptedLines(lines: lines), by: try sampler())
    #expect(chat.writes[lines.count].contains("Please ask in words."))
  }

  @Test func aNumberPicksFromTheListThatWasShownLast() throws {
    let lines = ["1", "what does a tin cost", "2"]
    let chat = chat(ScriptedLines(lines: lines), by: try sampler())
    #expect(chat.writes[3].contains("Pour hot water over the leaves."))
  }

  @Test func aSampleThatNeedsACardShowsNothingBeforeIt() throws {
    let chat = chat(ScriptedLines(lines: ["2"]), by: try sampler())
    #expect(chat.writes[1].hasPrefix("\nThank you for telling me."))
  }

  @Test func topicsTakeTheNumbersOver() throws {
    let chat = chat(ScriptedLines(lines: ["topics", "2"]), by: try sampler())
    #expect(chat.writes[2].hasPrefix("\nPour hot water over the leaves."))
  }

  // MARK: Pages

  @Test func aLongReplyGoesOnWithEnter() throws {
    let responder = try wordyResponder(paragraphs: 12)
    let enters = Array(repeating: "", count: 10)
    let chat = chat(ScriptedLines(lines: ["steeping"] + enters), by: responder, rows: 11)
    let pages = chat.writes.dropFirst().dropLast()
    #expect((3..<10).contains(pages.count))
    for page in pages.dropLast() {
      #expect(page.hasSuffix("\n\nPress Enter to read on.\n"))
    }
    #expect(pages.last?.hasSuffix("\(responder.notice.text)\n") == true)
    let shown = pages.joined().split(separator: "\n").filter { $0.hasPrefix("Line ") }
    #expect(shown.map(String.init) == (1...12).map { "Line \($0)." })
    // Enter with nothing left asks again, no more.
    #expect(chat.writes.last == farewell)
  }

  @Test func anotherQuestionLeavesThePages() throws {
    let responder = try wordyResponder(paragraphs: 12)
    let chat = chat(ScriptedLines(lines: ["steeping", "hello", ""]), by: responder, rows: 14)
    #expect(chat.writes[2].hasPrefix("\nHello."))
    #expect(chat.writes.count == 4)
  }

  @Test func aCardIsNeverCut() {
    let chat = chat(ScriptedLines(lines: ["I want to die"]), rows: 5)
    var state = ConversationState()
    #expect(chat.writes[1] == "\n" + responder.reply(to: "I want to die", in: &state).text + "\n")
  }

  // MARK: The kiosk

  private var kiosk: ChatManner {
    var manner = ChatManner()
    manner.isKiosk = true
    manner.idle = IdleLimit(seconds: 60)
    return manner
  }

  @Test func timeCountsFromTheFirstKeyAndLongerWithACard() {
    let chat = chat(
      ScriptedLines(lines: ["what is tea", "I want to die", "what is tea"]), manner: kiosk)
    var untouched = IdleLimit(seconds: 60)
    untouched.awaitsFirstKey = true
    #expect(
      chat.source.limits == [
        untouched, IdleLimit(seconds: 60), IdleLimit(seconds: 180), IdleLimit(seconds: 180),
      ])
  }

  @Test func atADeskTimeDoesNotCount() {
    #expect(chat("what is tea").source.limits == [nil, nil])
  }

  @Test func withoutContentTheKioskLooksAgain() {
    let chat = chat(ScriptedLines([]), by: Responder(withoutArticles: .builtIn), manner: kiosk)
    #expect(chat.source.limits == [IdleLimit(seconds: 60)])
    #expect(
      chat.writes[0].hasPrefix(
        "\nThis screen cannot answer questions right now. Please ask at the front desk.\n"))
  }

  @Test func anIdleConversationEndsWithoutAWord() {
    let chat = chat(ScriptedLines([.line("what is tea", isWhole: true), .idle]), manner: kiosk)
    #expect(chat.ending == .idle)
    #expect(chat.writes.count == 2)
  }

  @Test func ctrlCNeverLeavesTheKiosk() {
    let chat = chat(
      ScriptedLines(Array(repeating: .interrupted(hadText: false), count: 4)), manner: kiosk)
    #expect(chat.ending == .finished)
    let hints = chat.writes.filter { $0.contains("To clear the screen, type \"done\"") }
    #expect(hints.count == 4)
  }

  @Test func aFarewellInOtherWordsEndsTheConversationInTheKiosk() throws {
    let lines = ScriptedLines(lines: ["what is tea", "so long", "what is tea"])
    let talker = try talker()
    let chat = chat(lines, by: talker, manner: kiosk)
    #expect(chat.ending == .finished)
    #expect(chat.writes.count == 3)
    #expect(chat.writes[2].hasPrefix("\nGoodbye.\n"))
    // What says where help is stays until it could be read.
    let cry = self.chat(
      ScriptedLines(lines: ["I want to die", "so long", "what is tea"]), by: talker, manner: kiosk)
    #expect(cry.writes.count == 5)
    // At a desk nobody else's eyes are to be feared.
    #expect(self.chat(lines, by: talker).writes.count == 5)
  }

  @Test func largePrintIsShortLinesWithSpaceBetween() {
    var manner = ChatManner()
    manner.isLarge = true
    let chat = chat(ScriptedLines(lines: ["what is tea"]), manner: manner)
    for write in chat.writes {
      let lines = write.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 40 })
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(line.isEmpty || next.isEmpty)
      }
    }
  }
}
