import Conversation
import FoundationEssentials
import Rendering

/// A line of the JSON-lines interface, understood.
struct PipeRequest {
  enum Operation: String, CaseIterable {
    case ask
    case ping
    case topics
    case info
    case endSession = "end_session"
  }

  /// Why a line is no request; what could be read of it comes along.
  struct Malformed: Error {
    let id: JSONValue?
    let failure: Reply.Failure
    let readable: String
  }

  let id: JSONValue?
  let operation: Operation
  let question: String
  let session: String?

  /// Reads a request.
  init(_ line: [UInt8]) throws(Malformed) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw Malformed(
        id: nil, failure: .invalidUTF8, readable: String(decoding: line, as: UTF8.self))
    }
    guard let value = try? JSONValue(parsing: Data(line)) else {
      throw Malformed(id: nil, failure: .invalidJSON, readable: Self.unescaped(text))
    }
    guard case .object(let fields) = value else {
      throw Malformed(
        id: nil, failure: .invalidRequest("expected an object such as {\"q\": \"…\"}"),
        readable: text)
    }
    let id = fields["id"]
    func refuse(_ problem: String) -> Malformed {
      Malformed(
        id: id, failure: .invalidRequest(problem), readable: fields["q"]?.string ?? text)
    }
    self.id = id
    let name = fields["op"] ?? .string(Operation.ask.rawValue)
    guard let operation = name.string.flatMap(Operation.init) else {
      let names = Operation.allCases.map(\.rawValue).joined(separator: ", ")
      throw refuse("`op` must be one of \(names)")
    }
    self.operation = operation
    session = fields["session"]?.string
    if let given = fields["session"], given != .null, session == nil {
      throw refuse("`session` must be a text")
    }
    switch fields["q"] {
    case .string(let text)?: question = text
    case nil where operation != .ask: question = ""
    default: throw refuse("`q` must be a text")
    }
    if question.unicodeScalars.contains("\0") { throw refuse("`q` must not hold NUL") }
    if operation == .endSession, session == nil { throw refuse("`session` is missing") }
  }
}

extension PipeRequest {
  /// Returns broken JSON with its escapes undone as far as they can be read:
  /// many clients escape every apostrophe, and triage must see through that.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let escape = rest.firstIndex(of: "\\") {
      result += rest[..<escape]
      rest = rest[escape...].dropFirst()
      guard let kind = rest.popFirst() else { break }
      if kind == "u" {
        let digits = rest.prefix(4)
        if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
          result.unicodeScalars.append(scalar)
        }
        rest = rest.dropFirst(4)
      } else {
        result.append("nrt".contains(kind) ? "\n" : kind)
      }
    }
    return result + rest
  }
}

extension Reply.Failure {
  static let invalidUTF8 = Reply.Failure(
    code: "invalid_utf8", message: "That line was not UTF-8 text.")
  static let invalidJSON = Reply.Failure(
    code: "invalid_json", message: "That line was not one JSON object.")
  static let lineTooLong = Reply.Failure(
    code: "line_too_long", message: "That line was longer than \(LineReader.longestLine) bytes.")
  static let nul = Reply.Failure(code: "invalid_text", message: "That line held a NUL character.")

  static func invalidRequest(_ problem: String) -> Reply.Failure {
    Reply.Failure(code: "invalid_request", message: "That request cannot be used: \(problem).")
  }
}
