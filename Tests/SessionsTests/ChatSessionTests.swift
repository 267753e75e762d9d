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
    _ source: ScriptedLines, by responder: Responder? = nil, style: TerminalStyle = .plain,
    width: Int = 78, patience: Int = .max
  ) -> Chat {
    var source = source
    let output = CollectedOutput(patience: patience)
    var session = ChatSession(
      responder ?? self.responder, output: output, style: style, width: { width })
    let ending = session.run(&source)
    return Chat(ending: ending, writes: output.writes, source: source)
  }

  private func chat(_ lines: String...) -> Chat { chat(ScriptedLines(lines: lines)) }

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
    #expect(chat.ending == .terminated)
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
      responder, output: output, style: .plain,
      width: { widths.count > 1 ? widths.removeFirst() : widths[0] })
    _ = session.run(&source)
    #expect(output.writes[1] != output.writes[2])
    #expect(output.writes[2].split(separator: "\n").allSatisfy { $0.count <= 20 })
  }

  @Test func plainLinesComeThroughAPipe() {
    let input = Input.pipe(Array("hello\r\n\nI want to \u{0}die \n".utf8) + [0xFF, 0x0A])
    let output = CollectedOutput()
    var session = ChatSession(responder, output: output, style: .plain, width: { 78 })
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
}
