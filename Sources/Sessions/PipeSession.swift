package import Conversation
import KnowledgeBase
import Rendering
import Safety

/// Questions on standard input, replies on standard output, one for one.
package struct PipeSession<Output: TextOutput> {
  /// How questions and replies are written.
  package enum Format: String, CaseIterable, Sendable {
    /// A question a line; a reply ends with a line that holds a form feed.
    case text
    /// A JSON object a line, each way.
    case jsonl
  }

  private let responder: Responder
  private let format: Format
  private var output: Output
  private var sessions = SessionTable()
  private let json: ReplyJSON

  /// The line that ends a reply in the text format.
  private static var endMark: String { "\u{0C}\n" }

  /// Creates a session that writes to `output`.
  package init(_ responder: Responder, format: Format, output: Output) {
    self.responder = responder
    self.format = format
    self.output = output
    json = ReplyJSON(knowledge: responder.knowledge?.hash)
  }

  /// Answers line after line until the input ends, the program is asked to end,
  /// or a reply cannot be written; returns whether all replies were.
  @discardableResult
  package mutating func run(_ input: LineReader) -> Bool {
    var input = input
    while true {
      let isRead: Bool
      switch input.next() {
      case .line(let bytes): isRead = answer(bytes)
      case .tooLong(let bytes):
        isRead = refuse(.lineTooLong, readable: String(decoding: bytes, as: UTF8.self), id: nil)
      case .signal(.terminate), .end: return true
      case .signal: continue
      }
      if !isRead { return false }
    }
  }

  private mutating func answer(_ line: [UInt8]) -> Bool {
    if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return true }
    switch format {
    case .text: return answerText(line)
    case .jsonl: return answerJSON(line)
    }
  }

  private mutating func answerText(_ line: [UInt8]) -> Bool {
    guard let question = String(validating: line, as: UTF8.self) else {
      return refuse(.invalidUTF8, readable: String(decoding: line, as: UTF8.self), id: nil)
    }
    if line.contains(0) { return refuse(.nul, readable: question, id: nil) }
    var state = ConversationState()
    return write(responder.reply(to: question, in: &state), id: nil)
  }

  private mutating func answerJSON(_ line: [UInt8]) -> Bool {
    let request: PipeRequest
    do throws(PipeRequest.Malformed) {
      request = try PipeRequest(line)
    } catch {
      return refuse(error.failure, readable: error.readable, id: error.id)
    }
    switch request.operation {
    case .ask:
      let reply = sessions.with(request.session) { [responder] state in
        responder.reply(to: request.question, in: &state)
      }
      return write(reply, id: request.id)
    case .ping: return write(["pong": .bool(true)], id: request.id)
    case .topics:
      let topics = TopicList(responder.knowledge?.sections ?? [])
      return write(["topics": topics.json], id: request.id)
    case .info: return write(info, id: request.id)
    case .endSession:
      request.session.map { sessions.end($0) }
      return write(["ended": .bool(true)], id: request.id)
    }
  }

  private var info: [String: JSONValue] {
    let knowledge = responder.knowledge
    return [
      "knowledge": knowledge.map { .string($0.hash) } ?? .null,
      "clinic": knowledge.map { .string($0.clinic.name) } ?? .null,
      "articles": .array(
        (knowledge?.articles ?? []).map { article in
          .object([
            "id": .string(article.id), "title": .string(article.frontMatter.title),
            "reviewed_by": .string(article.frontMatter.reviewedBy),
            "review_by": .string(article.frontMatter.reviewBy),
          ])
        }),
    ]
  }

  private mutating func refuse(_ failure: Reply.Failure, readable: String, id: JSONValue?) -> Bool {
    var state = ConversationState()
    return write(responder.reply(to: failure, readable: readable, in: &state), id: id)
  }

  private mutating func write(_ reply: Reply, id: JSONValue?) -> Bool {
    switch format {
    case .text:
      let text = ReplyText(width: LineWrapping.standard).string(reply)
      return output.write(text + "\n" + Self.endMark)
    case .jsonl: return output.write(json.object(reply, id: id ?? .null).line + "\n")
    }
  }

  /// Answers an operation that is not a question; it carries the notice too.
  private mutating func write(_ fields: [String: JSONValue], id: JSONValue?) -> Bool {
    var fields = fields
    fields["v"] = 1
    fields["id"] = id ?? .null
    fields["safety"] = .object([
      "class": "none", "notice": .string(responder.notice.text),
      "clinic": .string(responder.notice.clinic),
    ])
    return output.write(JSONValue.object(fields).line + "\n")
  }
}
