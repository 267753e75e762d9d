import Conversation
import Rendering
import Testing

@testable import Sessions

struct PipeRequestTests {
  private func problem(with line: [UInt8]) -> PipeRequest.Malformed? {
    do throws(PipeRequest.Malformed) {
      _ = try PipeRequest(line)
      return nil
    } catch {
      return error
    }
  }

  @Test func aQuestionIsEnough() throws {
    let request = try PipeRequest(Array(#"{"q":"what is tea"}"#.utf8))
    #expect(request.id == nil)
    #expect(request.operation == .ask)
    #expect(request.question == "what is tea")
    #expect(request.session == nil)
  }

  @Test func everyFieldIsRead() throws {
    let request = try PipeRequest(
      Array(#" {"op":"ask","session":"s 1","q":"t\u00e9\n","id":{"a":[1,null]},"more":true} "#.utf8)
    )
    #expect(request.id == .object(["a": .array([.integer(1), .null])]))
    #expect(request.question == "té\n")
    #expect(request.session == "s 1")
  }

  @Test(arguments: [
    ("ping", PipeRequest.Operation.ping), ("topics", .topics), ("info", .info),
  ])
  func otherOperationsNeedNoQuestion(_ name: String, _ operation: PipeRequest.Operation) throws {
    let request = try PipeRequest(Array("{\"op\":\"\(name)\",\"session\":null}".utf8))
    #expect(request.operation == operation)
    #expect(request.question == "")
  }

  private static let operations =
    "`op` must be one of ask, ping, topics, info, end_session"
  private static let objectExpected = "expected an object such as {\"q\": \"…\"}"

  /// Lines, what is wrong with them, and what of them can be read as a message;
  /// `nil` for the whole line.
  private static let wrongLines: [(String, String, String?)] = [
    (#"{"op":"end_session"}"#, "`session` is missing", nil),
    (#"{"op":"shout","q":"a b"}"#, operations, "a b"), (#"{"op":7,"q":"a b"}"#, operations, "a b"),
    (#"{"op":null,"q":"a b"}"#, operations, "a b"),
    (#"{"q":"a b","session":7}"#, "`session` must be a text", "a b"),
    (#"{}"#, "`q` must be a text", nil), (#"{"q":null}"#, "`q` must be a text", nil),
    (#"{"q":["a"]}"#, "`q` must be a text", nil),
    (#"{"op":"ping","q":7}"#, "`q` must be a text", nil),
    (#"{"q":"a\u0000b"}"#, "`q` must not hold NUL", "a\u{0}b"),
    (#"[{"q":"a"}]"#, objectExpected, nil), (#""a""#, objectExpected, nil),
    ("7", objectExpected, nil), ("null", objectExpected, nil),
  ]

  @Test(arguments: wrongLines)
  func whatIsWrongIsSaid(_ line: String, _ wrong: String, _ readable: String?) throws {
    let malformed = try #require(problem(with: Array(line.utf8)))
    #expect(
      malformed.failure
        == Reply.Failure(
          code: "invalid_request", message: "That request cannot be used: \(wrong)."))
    #expect(malformed.readable == readable ?? line)
  }

  @Test(arguments: [
    (#"{"q":"I w\u0061nt to die""#, #"{"q":"I want to die""#),
    (#"{"q":"can\u0027t\nstop \"now\""#, "{\"q\":\"can't\nstop \"now\""),
    (#"{"q":"a\ud83dX \u12"#, "{\"q\":\"aX \u{12}"), (#"{\"#, "{"), (#"a\u"#, "a"),
  ])
  func theEscapesOfBrokenJSONAreUndone(_ line: String, _ readable: String) {
    #expect(problem(with: Array(line.utf8))?.readable == readable)
  }

  @Test func theIdOfAMalformedRequestIsKept() {
    #expect(problem(with: Array(#"{"id":7,"q":null}"#.utf8))?.id == .integer(7))
    #expect(problem(with: Array(#"{"id":7,"q":"a""#.utf8))?.id == nil)
  }

  @Test(arguments: [
    "{", "what is tea", #"{"q":"\ud800"}"#, #"{"q":"a"} {"q":"b"}"#, "{\"q\":\"a\u{0}\"}",
  ])
  func whatIsNoJSONIsRefused(_ line: String) {
    #expect(problem(with: Array(line.utf8))?.failure.code == "invalid_json")
  }

  @Test func deepNestingIsRefused() {
    let line = String(repeating: "[", count: 30_000) + String(repeating: "]", count: 30_000)
    #expect(problem(with: Array(line.utf8))?.failure.code == "invalid_json")
    let inside = "{\"q\":\"a\",\"id\":\(line)}"
    #expect(problem(with: Array(inside.utf8))?.failure.code == "invalid_json")
  }

  @Test func whatIsNoUTF8IsRefusedAndStillRead() throws {
    let line = Array(#"{"q":"I want to die "#.utf8) + [0xFF] + Array(#""}"#.utf8)
    let malformed = try #require(problem(with: line))
    #expect(malformed.failure.code == "invalid_utf8")
    #expect(malformed.readable.contains("I want to die"))
  }
}
