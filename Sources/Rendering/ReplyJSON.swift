package import Conversation
import Safety

/// A reply as the interface's JSON object.
package struct ReplyJSON {
  /// The version of the object's format.
  static let version: JSONValue = 1

  /// The hash of the content served, or `nil` when there is none.
  let knowledge: String?

  /// Creates a writer of replies from the content with the hash `knowledge`.
  package init(knowledge: String?) {
    self.knowledge = knowledge
  }

  /// Returns the object for a reply.
  ///
  /// - Parameter id: what the request named itself; `nil` where there was no request.
  package func object(_ reply: Reply, id: JSONValue? = nil) -> JSONValue {
    let content = reply.content
    var fields: [String: JSONValue] = [
      "v": Self.version,
      "kind": .string(reply.kind.rawValue),
      "text": .string(reply.text),
      "sections": .array(
        content.sections.map { section in
          .object([
            "id": .string(section.id), "title": .string(section.title),
            "article": .string(section.article), "score": .number(section.score.rounded6),
          ])
        }),
      "suggestions": .array(
        content.suggestions.map { .object(["id": .string($0.id), "title": .string($0.title)]) }),
      "corrections": .array(
        content.corrections.map { .object(["from": .string($0.from), "to": .string($0.to)]) }),
      "safety": .object([
        "class": .string(reply.safetyClass?.rawValue ?? "none"),
        "notice": .string(reply.notice.text), "clinic": .string(reply.notice.clinic),
      ]),
    ]
    fields["id"] = id
    fields["passage"] = content.passage.map(JSONValue.string)
    fields["carried"] = content.carried.map(JSONValue.string)
    fields["knowledge"] = knowledge.map(JSONValue.string) ?? .null
    fields["error"] = content.failure.map {
      .object(["code": .string($0.code), "message": .string($0.message)])
    }
    return .object(fields)
  }
}
