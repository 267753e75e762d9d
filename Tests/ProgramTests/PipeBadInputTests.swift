import TestSupport
import Testing

/// Bad input costs one error record, never a lost neighbour.
struct PipeBadInputTests {
  /// A line that cannot be used, with the code of the error it gets.
  struct BadLine: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let bytes: [UInt8]

    init(_ name: String, _ code: String, _ bytes: some Sequence<UInt8>) {
      testDescription = name
      self.code = code
      self.bytes = Array(bytes)
    }

    init(_ text: String, _ code: String) { self.init(text, code, text.utf8) }

    init(_ name: String, _ code: String, repeating part: String, _ count: Int) {
      self.init(name, code, String(repeating: part, count: count).utf8)
    }
  }

  private static let good = Array(Pipe.ask("bean rows", id: 1).utf8)

  @Test(arguments: [
    BadLine("nonsense", "invalid_json"), BadLine("{", "invalid_json"),
    BadLine("{\"q\":\"bean rows\"", "invalid_json"),

    BadLine("{'q':'bean rows'}", "invalid_json"),
    BadLine("{\"q\":\"a\"} {\"q\":\"b\"}", "invalid_json"),
    BadLine("{\"id\":NaN,\"q\":\"bean rows\"}", "invalid_json"),
    BadLine("[]", "invalid_request"), BadLine("\"bean rows\"", "invalid_request"),
    BadLine("5", "invalid_request"), BadLine("null", "invalid_request"),
    BadLine("{}", "invalid_request"), BadLine("{\"q\":5}", "invalid_request"),
    BadLine("{\"q\":null}", "invalid_request"),
    BadLine("{\"q\":[\"bean rows\"]}", "invalid_request"),
    BadLine("{\"op\":\"ping\",\"q\":5}", "invalid_request"),
    BadLine("{\"op\":\"dance\"}", "invalid_request"), BadLine("{\"op\":5}", "invalid_request"),
    BadLine("{\"op\":\"end_session\"}", "invalid_request"),
    BadLine("{\"q\":\"bean rows\",\"session\":5}", "invalid_request"),
    BadLine("{\"q\":\"\"}", "empty_question"), BadLine("{\"q\":\" \\n\\t \"}", "empty_question"),
    BadLine("{\"q\":\"\\u0007\\u001b\"}", "empty_question"),
    BadLine("{\"q\":\"bean\\u0000rows\"}", "invalid_request"),
    BadLine("{\"q\":\"\\ud800\"}", "invalid_json"),
    BadLine("{\"q\":\"\\udc00 bean\"}", "invalid_json"),
    BadLine("{\"q\":\"\\ud800\\ud800\"}", "invalid_json"),
    BadLine("a raw NUL", "invalid_json", Array("{\"q\":\"bean".utf8) + [0] + Array("rows\"}".utf8)),
    BadLine("only NUL", "invalid_json", [0, 0, 0]),
    BadLine(
      "a lone continuation byte", "invalid_utf8", Array("{\"q\":\"".utf8) + [0x80, 0x22, 0x7D]),
    BadLine("bytes that no UTF-8 has", "invalid_utf8", [0xFF, 0xFE, 0x7B, 0x7D]),
    BadLine(
      "an overlong slash", "invalid_utf8", Array("{\"q\":\"".utf8) + [0xC0, 0xAF, 0x22, 0x7D]),
    BadLine("a surrogate as UTF-8", "invalid_utf8", [0x22, 0xED, 0xA0, 0x80, 0x22]),
    BadLine("60,000 open brackets", "invalid_json", repeating: "[", 60_000),
    BadLine("10,000 open objects", "invalid_json", repeating: "{\"q\":", 10_000),
    BadLine("100,000 open brackets", "line_too_long", repeating: "[", 100_000),
    BadLine("1 MB of a letter", "line_too_long", repeating: "a", 1_000_000),
    BadLine("1 MB of words", "line_too_long", repeating: "bean rows ", 100_000),
    BadLine("1 MB of NUL", "line_too_long", repeatElement(0, count: 1_000_000)),
    BadLine(
      "2,001 characters", "question_too_long", Pipe.ask(String(repeating: "é", count: 2_001)).utf8),
    BadLine(
      "60,000 characters", "question_too_long", Pipe.ask(String(repeating: "a", count: 60_000)).utf8
    ),
  ])
  func oneErrorAndTheNextLineIsServed(line: BadLine) throws {
    let lines = try Pipe.lines([line.bytes, Self.good], content: SmallClinic.folder())
    let replies = try lines.map { try JSON($0) }
    try #require(replies.count == 2)
    let error = replies[0]
    #expect(error["kind"] == "error")
    #expect(error["error"]?["code"] == .string(line.code))
    #expect(error["error"]?["message"]?.string?.isEmpty == false)
    #expect(error["safety"]?["notice"] == "Call or text 988.\nAsk Elm Clinic.")
    #expect(error["text"]?.string?.hasSuffix("\n\nCall or text 988.\nAsk Elm Clinic.") == true)
    #expect(replies[1]["id"] == 1)
    #expect(replies[1]["passage"] == "Beans climb up poles.")
  }

  @Test func takesWhatIsJustWithinTheLimits() throws {
    let longest = "{\"q\":\"bean rows\",\"id\":\""
    let id = String(repeating: "x", count: 64 * 1024 - longest.utf8.count - 2)
    let lines = try Pipe.lines(
      [
        longest + id + "\"}", longest + id + "x\"}",
        Pipe.ask("bean " + String(repeating: "é", count: 1_995)),
      ], content: SmallClinic.folder())
    let replies = try lines.map { try JSON($0) }
    #expect(replies.map { $0["kind"] } == ["answer", "error", "not_covered"])
    #expect(replies[1]["error"]?["code"] == "line_too_long")
  }

  @Test func passesOverFieldsItDoesNotKnow() throws {
    let replies = try Pipe.replies(
      to: [
        "{\"q\":\"bean rows\",\"user\":{\"name\":\"x\"},\"id\":1}",
        "{\"q\":\"bean rows\",\"session\":null,\"id\":2}",
      ], content: SmallClinic.folder())
    #expect(replies.map { $0["kind"] } == ["answer", "answer"])
  }

  @Test(arguments: [
    BadLine("in no JSON", "invalid_json", "I want to kill myself".utf8),
    BadLine("in bad UTF-8", "invalid_utf8", Array("I want to kill myself".utf8) + [0xFF]),
    BadLine(
      "in a long line", "line_too_long",
      Array("I want to kill myself ".utf8) + repeatElement(UInt8(ascii: "a"), count: 100_000)),
    BadLine(
      "in a long question", "question_too_long",
      Pipe.ask("I want to kill myself" + String(repeating: " a", count: 2_000)).utf8),
  ])
  func aCryForHelpGetsTheCardWhereverItStands(line: BadLine) throws {
    let lines = try Pipe.lines([line.bytes, Self.good], content: SmallClinic.folder())
    let replies = try lines.map { try JSON($0) }
    #expect(replies.map { $0["kind"] } == ["crisis", "answer"])
    #expect(replies.first?["text"] == "You matter. Call or text 988.\nAsk Elm Clinic.")
  }

  @Test func survivesLinesOfChance() throws {
    var chance = SeededGenerator(seed: 865)
    let pieces: [[UInt8]] =
      ["{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "d800", "q", "id", "op", "null", "1e", "-"]
      .map { Array($0.utf8) } + [[0], [0x1B], [0x80], [0xF0, 0x9F], [0xE4, 0xB8, 0xAD], [0xFF]]
    // A letter first, so that no line is blank.
    let input = (0..<300).map { _ in
      [UInt8(ascii: "x")]
        + (0..<Int.random(in: 1...30, using: &chance)).flatMap { _ in
          chance.pick(pieces)
        }
    }
    let lines = try Pipe.lines(
      input.flatMap { [$0, Self.good] }, content: SmallClinic.folder())
    let kinds = try lines.map { try JSON($0)["kind"] }
    #expect(kinds == (0..<600).map { $0.isMultiple(of: 2) ? "error" : "answer" })
  }
}
