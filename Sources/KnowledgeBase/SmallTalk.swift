/// What people say to a program that is no question about the articles.
package struct SmallTalk: Hashable, Sendable {
  /// The kind of talk: greeting, thanks, …
  package let id: String
  /// What the program answers.
  package let reply: String
  /// What people say.
  package let phrases: [String]

  /// The kind in which the last reply is asked for again.
  package static let again = "repeat"
  /// The kind in which help with the program is asked for.
  package static let help = "help"
  /// The kind in which people take leave.
  package static let farewell = "goodbye"

  static func read(_ fields: YAMLReader) -> [SmallTalk] {
    fields.allow("intents")
    return fields.list("intents").compactMap { intent in
      intent.allow("id", "reply", "phrases")
      let phrases = intent.strings("phrases").map(\.text)
      guard let id = intent.string("id"), let reply = intent.string("reply") else { return nil }
      if phrases.isEmpty { intent.note(field: "phrases", "`\(id)` has no phrase") }
      return SmallTalk(id: id, reply: reply, phrases: phrases)
    }
  }
}
