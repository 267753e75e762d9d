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
  /// What is looked up.
  package let query: Query
}
