/// How much of a question a subject accounts for.
///
/// The share of the question's content words, weighted by *idf*, that speak for
/// the subject. A word that is known nowhere weighs most and counts fully
/// against: "insurance" in a question is the reason not to answer it.
package struct Coverage: Hashable, Sendable {
  /// A content word, its weight, and whether the subject accounts for it.
  package struct Word: Hashable, Sendable {
    package let word: String
    package let weight: Double
    package let isCovered: Bool
  }

  /// The content words of the question.
  package let words: [Word]

  /// The share accounted for, 0 to 1; 0 for a question without content words:
  /// words like "is the" say nothing that a section could answer.
  package var share: Double {
    let total = words.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    return words.reduce(0) { $0 + ($1.isCovered ? $1.weight : 0) } / total
  }
}
