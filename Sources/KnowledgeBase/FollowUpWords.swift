/// The words by which a question leans on the one before it, and the names of what
/// questions are about.
package struct FollowUpWords: Sendable {
  /// Something questions are about.
  package struct Subject: Hashable, Sendable {
    /// Its plainest name.
    package let name: String
    /// Its names, each one to four words.
    package let say: [String]
    /// What it is an instance of; a question that names a treatment asks of that
    /// instead of the treatment before, and still of the same illness.
    package let kind: String
    /// The only sections that answer a question on it alone; empty when all may.
    package let sections: [String]
    /// The subjects beside which it is not alone, by name.
    package let beside: [String]
    /// The line it begins on, counted from 1.
    package let line: Int
  }

  /// The things that a section names, each of which another section tells of.
  package struct List: Hashable, Sendable {
    /// The section that names them.
    package let section: String
    /// The sections that tell of them, in the order in which they are named.
    package let names: [String]
    /// The line it begins on, counted from 1.
    package let line: Int
  }

  /// Words that stand for what was said before.
  package let refer: [String]
  /// Expressions that a question begins with that goes on from another.
  package let open: [String]
  /// Messages that say too little to stand alone.
  package let bare: [String]
  /// Messages that ask for more of the same.
  package let more: [String]
  /// Expressions that pick one of the sections offered, in their order.
  package let ordinals: [[String]]
  /// Expressions that pick the last of them.
  package let last: [String]
  /// Expressions that pick the other of two.
  package let other: [String]
  /// What sections list.
  package let lists: [List]
  /// What questions are about.
  package let subjects: [Subject]

  /// No words: every question stands alone.
  package static let none = FollowUpWords(
    refer: [], open: [], bare: [], more: [], ordinals: [], last: [], other: [], lists: [],
    subjects: [])

  /// The file they stand in.
  static let file = "follow-ups.yaml"

  static func read(_ fields: YAMLReader) -> FollowUpWords {
    fields.allow("refer", "open", "bare", "more", "ordinals", "last", "other", "lists", "subjects")
    let subjects = fields.list("subjects").compactMap { subject -> Subject? in
      subject.allow("name", "say", "kind", "sections", "beside")
      let say = subject.strings("say").map(\.text)
      if say.isEmpty { subject.note(field: "say", "`say` names no word") }
      return subject.string("name").map {
        Subject(
          name: $0, say: say, kind: subject.optionalString("kind") ?? "",
          sections: subject.strings("sections").map(\.text),
          beside: subject.strings("beside").map(\.text), line: subject.line)
      }
    }
    let lists = fields.optionalList("lists").compactMap { list -> List? in
      list.allow("section", "names")
      return list.string("section").map {
        List(section: $0, names: list.strings("names").map(\.text), line: list.line)
      }
    }
    return FollowUpWords(
      refer: fields.strings("refer").map(\.text), open: fields.strings("open").map(\.text),
      bare: fields.strings("bare").map(\.text), more: fields.strings("more").map(\.text),
      ordinals: fields.stringLists("ordinals"), last: fields.strings("last").map(\.text),
      other: fields.strings("other").map(\.text), lists: lists, subjects: subjects)
  }
}
