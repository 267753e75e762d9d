/// Something patients ask about that no article answers.
package struct NotCoveredTopic: Hashable, Sendable {
  /// The topic's name in the program.
  package let id: String
  /// The topic in words.
  package let title: String
  /// The sentence that says the articles are silent on it.
  package let says: String
  /// Sections to suggest instead, best first.
  package let near: [String]
  /// The line it begins on, counted from 1.
  package let line: Int

  static func read(_ fields: YAMLReader) -> [NotCoveredTopic] {
    fields.allow("topics")
    var seen: Set<String> = []
    return fields.list("topics").compactMap { topic in
      topic.allow("id", "title", "says", "near")
      let near = topic.strings("near").map(\.text)
      guard let id = topic.string("id"), let title = topic.string("title"),
        let says = topic.string("says")
      else { return nil }
      if !seen.insert(id).inserted { topic.note(field: "id", "the topic `\(id)` is there twice") }
      return NotCoveredTopic(id: id, title: title, says: says, near: near, line: topic.line)
    }
  }
}
