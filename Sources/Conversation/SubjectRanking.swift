import Retrieval

/// A subject and how well it fits a question.
package struct RankedSubject: Hashable, Sendable {
  /// The subject.
  package let subject: Subject
  /// How well it fits; about 0 to 1.
  package let score: Double
}

extension Sequence<RankedSubject> {
  /// The same subjects, best first; equal ones stay in their order.
  func bestFirst() -> [RankedSubject] {
    enumerated().sorted { a, b in
      a.element.score != b.element.score
        ? a.element.score > b.element.score : a.offset < b.offset
    }.map(\.element)
  }
}

/// Tells how well each subject fits a question.
protocol SubjectRanking {
  /// The numbers that turn this ranking into an answer.
  var settings: DecisionSettings { get }

  /// How much is known of words outside the lexicon.
  var vocabulary: any Vocabulary { get }

  /// Returns the subjects, best first, ties in the order of subjects.
  func rank(_ reading: QuestionReading) -> [RankedSubject]

  /// Returns how much of the question `subject` accounts for.
  func coverage(of reading: QuestionReading, by subject: Subject) -> Coverage

  /// Returns how the score of `subject` comes about, as parts that add up to it;
  /// `nil` when it has none.
  func explanation(of subject: Subject, for reading: QuestionReading) -> Explanation?

  /// Returns the texts of `subject` that the question is most like, with their
  /// cosine; none when single texts are not compared.
  func bestTexts(
    of subject: Subject, for reading: QuestionReading
  ) -> [(text: String, score: Double)]
}

/// The words that texts on the subjects hold.
protocol Vocabulary: Sendable {
  /// How often a folded word comes.
  func frequency(of word: String) -> Int

  /// Whether a folded word comes so often that it is surely meant as it stands.
  func isSurelyMeant(_ word: String) -> Bool

  /// How often two folded words stand side by side, as far as that is known.
  @Sendable func frequency(of first: String, before second: String) -> Int

  /// How often each word occurs that a misspelt one may be taken for.
  var frequencies: [String: Int] { get }
}

extension Vocabulary {
  /// Whether a folded word comes at all.
  func holds(_ word: String) -> Bool { frequency(of: word) > 0 }
}
