package import Retrieval
package import TextAnalysis

/// How a question was read: its words after spelling correction, and the
/// synonyms that were added.
package struct QuestionReading: Sendable {
  /// A word of the question that carries a topic.
  package struct ContentWord: Hashable, Sendable {
    /// The word as it was read.
    package let word: String
    /// The terms that account for it: its own, and those of its synonyms.
    package var terms: [Term]
  }

  /// A synonym that was used.
  package struct Expansion: Hashable, Sendable {
    /// What the patient said.
    package let say: String
    /// The article words added for it.
    package let means: [String]
    /// How much they count.
    package let weight: Double
  }

  /// The words that were read as others.
  package let corrections: [Reply.Correction]
  /// The synonyms that were added.
  package let expansions: [Expansion]
  /// The words that carry a topic.
  package let contentWords: [ContentWord]
  /// What is looked up in the paragraphs.
  package let query: Query
  /// All words after spelling correction, as they are compared with examples.
  package let words: [WrittenWord]

  /// Returns this question as it stands behind another, both as one.
  func joined(after previous: QuestionReading) -> QuestionReading {
    QuestionReading(
      corrections: corrections, expansions: previous.expansions + expansions,
      contentWords: previous.contentWords + contentWords,
      query: previous.query.joined(with: query), words: previous.words + words)
  }

  /// Returns this question with other words before its own.
  func putting(_ before: [WrittenWord]) -> QuestionReading {
    QuestionReading(
      corrections: corrections, expansions: expansions, contentWords: contentWords, query: query,
      words: before + words)
  }
}
