import Testing

/// The JSON-lines interface, as a client sees it.
enum Pipe {
  static let arguments = ["pipe", "--format", "jsonl"]

  /// Sends lines to a program that ends with its input, and returns its reply
  /// lines.
  static func lines(
    _ input: [String], content: TemporaryFolder? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    try lines(input.map { Array($0.utf8) }, content: content, location)
  }

  /// Sends lines of any bytes and returns the reply lines.
  static func lines(
    _ input: [[UInt8]], content: TemporaryFolder? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let outcome = try Program.run(
      arguments, content: content, input: input.flatMap { $0 + [UInt8(ascii: "\n")] })
    #expect(outcome.exit == .code(0), sourceLocation: location)
    #expect(outcome.errorOutput == "", sourceLocation: location)
    var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.popLast() == "", "the last line has no end", sourceLocation: location)
    return lines.map(String.init)
  }

  /// Sends lines and returns the replies.
  static func replies(
    to input: [String], content: TemporaryFolder? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> [JSON] {
    try lines(input, content: content, location).map { try JSON($0) }
  }

  /// A request for an answer; the question must need no escapes.
  static func ask(_ question: String, id: Int = 0, session: String? = nil) -> String {
    let session = session.map { ",\"session\":\"\($0)\"" } ?? ""
    return "{\"id\":\(id),\"q\":\"\(question)\"\(session)}"
  }
}

/// A program that is asked line by line.
struct PipeClient {
  let child: Child
  private var seen = 0

  init(content: TemporaryFolder? = nil) throws {
    child = try Program.start(Pipe.arguments, content: content)
  }

  /// Sends a line and waits for the reply to it.
  mutating func ask(_ line: some Sequence<UInt8>) throws -> JSON {
    child.send(line)
    child.send([UInt8(ascii: "\n")])
    var end: Int?
    let start = seen
    try child.waitForOutput("reply") { output in
      end = output[start...].firstIndex(of: UInt8(ascii: "\n"))
      return end != nil
    }
    seen = (end ?? seen) + 1
    return try JSON(String(decoding: child.output[start..<seen], as: UTF8.self))
  }
}
