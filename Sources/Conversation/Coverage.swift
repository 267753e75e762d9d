import Retrieval

/// How much of a question a section accounts for.
///
/// The share of the question's content words, weighted by *idf*, that stand in
/// the section, its phrasings or through a synonym. A word that is known
/// nowhere weighs most and counts fully against: "insurance" in a question is
/// the reason not to answer it.
package struct Coverage: Hashable, Sendable {
  /// A content word, its weight, and whether the section accounts for it.
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

  init(of reading: QuestionReading, by group: GroupRanking.GroupID, in ranking: GroupRanking) {
    words = reading.contentWords.map { word in
      Word(
        word: word.word,
        weight: ranking.index.inverseDocumentFrequency(of: word.terms[0]),
        isCovered: word.terms.contains { ranking.group(group, holds: $0) })
    }
  }
}
