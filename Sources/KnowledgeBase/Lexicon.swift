/// What patients say, the words of the articles it stands for, and the words
/// that are treated apart.
package struct Lexicon: Sendable {
  /// A lay expression and what it stands for.
  package struct Synonym: Hashable, Sendable {
    /// The expression, one to four words.
    package let say: String
    /// The articles' words for it.
    package let means: [String]
    /// How much those words count, over 0 and at most 1.
    package let weight: Double
    /// The line it stands on, counted from 1.
    package let line: Int
  }

  /// The lay expressions.
  package let synonyms: [Synonym]
  /// Words that are never stemmed nor corrected.
  package let protectedWords: [String]
  /// Words that carry no topic.
  package let stopWords: [String]

  /// Returns the same lexicon without the entries that say one of `expressions`.
  func leavingOut(_ expressions: Set<String>) -> Lexicon {
    Lexicon(
      synonyms: synonyms.filter { !expressions.contains($0.say) },
      protectedWords: protectedWords, stopWords: stopWords)
  }

  /// A lexicon without entries.
  package static let empty = Lexicon(synonyms: [], protectedWords: [], stopWords: [])

  private static let longestExpression = 4

  static func read(_ fields: YAMLReader) -> Lexicon {
    fields.allow("synonyms", "protected", "stop_words")
    var seen: Set<String> = []
    let synonyms = fields.list("synonyms").compactMap { entry -> Synonym? in
      entry.allow("say", "means", "weight")
      let weight = entry.optionalNumber("weight") ?? 1
      if !(weight > 0 && weight <= 1) {
        entry.note(field: "weight", "expected a number over 0 and at most 1")
      }
      let means = entry.strings("means").map(\.text)
      if means.isEmpty { entry.note(field: "means", "`means` names no word") }
      guard let say = entry.string("say") else { return nil }
      if say.split(separator: " ").count > longestExpression {
        entry.note(field: "say", "`\(say)` is longer than \(longestExpression) words")
      }
      if !seen.insert(say.lowercased()).inserted {
        entry.note(field: "say", "`\(say)` is there twice")
      }
      return Synonym(say: say, means: means, weight: weight, line: entry.line)
    }
    return Lexicon(
      synonyms: synonyms, protectedWords: fields.strings("protected").map(\.text),
      stopWords: fields.strings("stop_words").map(\.text))
  }
}
