package import KnowledgeBase

/// The sections a patient can ask about.
package struct TopicList {
  private let sections: [Section]

  /// Creates a list of `sections`.
  package init(_ sections: [Section]) {
    self.sections = sections
  }

  /// The list for people: a number, the heading, and the id behind it.
  package var text: String {
    sections.enumerated().map { "\($0 + 1). \($1.title) [\($1.id)]" }.joined(separator: "\n")
  }

  /// The list for patients: a number and the heading.
  package var titles: String {
    sections.enumerated().map { "\($0 + 1). \($1.title)" }.joined(separator: "\n")
  }

  /// The list for programs.
  package var json: JSONValue {
    .array(
      sections.map {
        .object([
          "id": .string($0.id), "title": .string($0.title), "article": .string($0.articleTitle),
        ])
      })
  }
}
