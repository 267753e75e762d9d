import Conversation
import FoundationEssentials
import KnowledgeBase
import Rendering
import Safety
import TestSupport
import Testing

@testable import Sessions

struct PipeSessionTests {
  private let responder: Responder

  init() throws {
    responder = Responder(try KnowledgeFiles().knowledge())
  }

  private func run(
    _ input: Input, _ format: PipeSession<CollectedOutput>.Format, patience: Int = .max
  ) -> CollectedOutput {
    let output = CollectedOutput(patience: patience)
    var session = PipeSession(responder, format: format, output: output)
    input.withLines { session.run($0) }
    return output
  }

  /// The objects of the replies to JSON lines.
  private func objects(_ lines: [String]) throws -> [[String: JSONValue]] {
    try run(.lines(lines), .jsonl).text.split(separator: "\n").map { line in
      guard case .object(let fields) = try JSONValue(parsing: Data(line.utf8)) else { return [:] }
      return fields
    }
  }

  private func kinds(_ lines: [String]) throws -> [String] {
    try objects(lines).map { $0["kind"]?.string ?? "-" }
  }

  private func safetyClasses(_ lines: [String]) throws -> [JSONValue?] {
    try objects(lines).map { object in
      guard case .object(let safety) = object["safety"] else { return nil }
      return safety["class"]
    }
  }

  // MARK: Text

  @Test func everyLineIsAnsweredAndEndsWithAFormFeed() {
    let output = run(.lines(["what is tea", "", " \t", "hello", "I want to die"]), .text)
    var state = ConversationState()
    let expected = ["what is tea", "hello", "I want to die"].map {
      state = ConversationState()
      return responder.reply(to: $0, in: &state).text + "\n\u{0C}\n"
    }
    #expect(output.writes == expected)
  }

  @Test func eachLineStandsAlone() {
    let output = run(.lines(["I want to die", "what is tea", "more"]), .text)
    #expect(!output.writes[1].contains("Feeling low?"))
    #expect(!output.writes[2].contains("Tea is a drink"))
  }

  @Test func repliesAreWrappedForATerminal() throws {
    let body = "## Tea\n\n" + String(repeating: "leaves and water ", count: 20)
    let knowledge = try KnowledgeFiles(
      ["articles/tea.md": KnowledgeFiles.article(body: body), "not-covered.yaml": "topics: []"],
      without: ["phrasings/brewing.txt", "phrasings/price.txt"]
    ).knowledge()
    let output = CollectedOutput()
    var session = PipeSession(Responder(knowledge), format: .text, output: output)
    Input.lines(["leaves and water"]).withLines { session.run($0) }
    #expect(output.text.contains("leaves and water"))
    #expect(output.text.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }

  @Test func linesThatCannotBeUsedGetOneError() {
    let bad = Array("what is ".utf8) + [0xFF, 0xFE]
    let nul = Array("what is \u{0} tea".utf8)
    let long = Array(repeating: UInt8(ascii: "a"), count: 70_000)
    let bytes = [bad, nul, long, Array("what is tea".utf8)].flatMap { line -> [UInt8] in
      line + [0x0A]
    }
    let output = run(.pipe(bytes), .text)
    #expect(
      output.writes.map { String($0.prefix { $0 != "\n" }) } == [
        "That line was not UTF-8 text.", "That line held a NUL character.",
        "That line was longer than 65536 bytes.",
        "Tea is a drink. It is made from the leaves of a bush.",
      ])
    for write in output.writes {
      #expect(write.hasSuffix(responder.notice.text + "\n\u{0C}\n"))
    }
  }

  @Test func aCryForHelpIsHeardInALineThatCannotBeUsed() {
    let bad = Array("I want to die ".utf8) + [0xFF]
    let nul = Array("I want to die\u{0}".utf8)
    let long = Array("I want to die ".utf8) + Array(repeating: UInt8(ascii: "a"), count: 70_000)
    let output = run(.pipe([bad, nul, long].flatMap { line -> [UInt8] in line + [0x0A] }), .text)
    #expect(output.writes.count == 3)
    for write in output.writes { #expect(write.hasPrefix("Thank you for telling me.")) }
  }

  @Test(arguments: [PipeSession<CollectedOutput>.Format.text, .jsonl])
  func nothingInNothingOut(_ format: PipeSession<CollectedOutput>.Format) {
    #expect(run(.pipe([]), format).writes == [])
    #expect(run(.pipe(Array("\n \n\t\r\n".utf8)), format).writes == [])
  }

  @Test func tellsWhetherAllRepliesWereWritten() {
    for (patience, isWritten) in [(Int.max, true), (2, true), (1, false), (0, false)] {
      let output = CollectedOutput(patience: patience)
      var session = PipeSession(responder, format: .text, output: output)
      let result = Input.lines(["what is tea", "hello"]).withLines { session.run($0) }
      #expect(result == isWritten)
    }
  }

  @Test(arguments: [PipeSession<CollectedOutput>.Format.text, .jsonl])
  func stopsWhenNobodyReads(_ format: PipeSession<CollectedOutput>.Format) {
    let questions = Array(repeating: "what is tea", count: 50)
    #expect(run(.lines(questions), format, patience: 2).writes.count == 2)
  }

  // MARK: JSON lines

  @Test func everyLineGetsOneObjectInOrder() throws {
    let replies = try objects([
      #"{"id":1,"q":"what is tea"}"#, "", "{", #"{"id":"two","q":"hello"}"#, "   ",
      #"{"id":[3],"q":""}"#, #"{"q":"I want to die"}"#, #"{"id":5,"op":"ping"}"#, "7",
    ])
    #expect(
      replies.map { $0["id"] } == [
        .integer(1), .null, "two", .array([.integer(3)]), .null, .integer(5), .null,
      ])
    #expect(
      replies.map { $0["kind"]?.string } == [
        "answer", "error", "small_talk", "error", "crisis", nil, "error",
      ])
    for reply in replies {
      #expect(reply["v"] == 1)
      guard case .object(let safety) = reply["safety"], let notice = safety["notice"]?.string else {
        Issue.record("no notice")
        continue
      }
      #expect(notice.contains("The Kettle"))
      if let text = reply["text"]?.string {
        #expect(text.hasPrefix(notice) || text.hasSuffix(notice))
      }
    }
  }

  @Test func theReplyIsTheOneTheCommandLineGives() throws {
    var state = ConversationState()
    let reply = responder.reply(to: "what is tea", in: &state)
    let expected = ReplyJSON(knowledge: responder.knowledge?.hash).object(reply, id: "a").line
    #expect(run(.lines([#"{"q":"what is tea","id":"a"}"#]), .jsonl).writes == [expected + "\n"])
  }

  @Test func aSessionRemembers() throws {
    #expect(
      try safetyClasses([
        #"{"q":"I want to die","session":"a"}"#, #"{"q":"what is tea","session":"a"}"#,
        #"{"q":"what is tea","session":"b"}"#, #"{"q":"what is tea"}"#,
        #"{"op":"end_session","session":"a"}"#, #"{"q":"what is tea","session":"a"}"#,
      ]) == ["crisis", "support", "none", "none", "none", "none"])
  }

  @Test func withoutASessionEveryQuestionStandsAlone() throws {
    #expect(
      try safetyClasses([#"{"q":"I want to die"}"#, #"{"q":"what is tea","session":null}"#])
        == ["crisis", "none"])
  }

  @Test func operationsAnswerWithTheNotice() throws {
    let replies = try objects([
      #"{"op":"ping","id":1}"#, #"{"op":"topics"}"#, #"{"op":"info"}"#,
      #"{"op":"end_session","session":"a"}"#,
    ])
    #expect(replies[0]["pong"] == .bool(true))
    #expect(
      replies[1]["topics"] == TopicList(try #require(responder.knowledge).sections).json)
    #expect(replies[2]["clinic"] == "The Kettle")
    #expect(replies[2]["knowledge"] == .string(try #require(responder.knowledge).hash))
    #expect(
      replies[2]["articles"]
        == .array([
          .object([
            "id": "tea", "title": "Tea", "reviewed_by": "A. Tester", "review_by": "2027-01-31",
          ])
        ]))
    #expect(replies[3]["ended"] == .bool(true))
    for reply in replies {
      #expect(
        reply["safety"]
          == .object([
            "class": "none", "notice": .string(responder.notice.text),
            "clinic": .string(responder.notice.clinic),
          ]))
    }
  }

  @Test(arguments: [
    ("{", "invalid_json"), ("[]", "invalid_request"), ("{\"q\":7}", "invalid_request"),
    ("{\"q\":\"\"}", "empty_question"), ("{\"q\":\" \\n\"}", "empty_question"),
    ("{\"q\":\"\\u0000\"}", "invalid_request"),
    ("{\"q\":\"" + String(repeating: "a", count: 2_001) + "\"}", "question_too_long"),
    (String(repeating: "[", count: 5_000), "invalid_json"),
    ("{\"q\":\"" + String(repeating: "a", count: 65_536) + "\"}", "line_too_long"),
  ])
  func errorsHaveTheirCode(_ line: String, _ code: String) throws {
    let replies = try objects([line, #"{"q":"what is tea"}"#])
    #expect(replies.map { $0["kind"] } == ["error", "answer"])
    guard case .object(let error) = replies[0]["error"] else {
      Issue.record("no error")
      return
    }
    #expect(error["code"] == .string(code))
    #expect(error["message"]?.string?.isEmpty == false)
  }

  @Test func aCryForHelpIsHeardInAMalformedRequest() throws {
    #expect(
      try kinds([
        "I want to die", #"{"q":"I want to die""#, #"{"q":"I want to die","session":7}"#,
        #"{"question":"I want to die"}"#, #"{"q":"I w\u0061nt to die""#,
      ]) == ["crisis", "crisis", "crisis", "crisis", "crisis"])
  }

  @Test func aReplyIsOneLineWhateverWasAsked() {
    let question = "what\\nis\\u2028tea\\r\\u0085 \\\"x\\\""
    let output = run(.lines(["{\"q\":\"\(question)\",\"id\":\"a\\nb\"}"]), .jsonl)
    #expect(output.writes.count == 1)
    #expect(output.text.filter(\.isNewline).count == 1)
  }
}
