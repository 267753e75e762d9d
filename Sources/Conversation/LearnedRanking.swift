import KnowledgeBase
import Retrieval
import Safety
import TextAnalysis

/// Ranks subjects by what was learned from all their texts together: each word,
/// run of letters and idea of the question speaks for some subjects and against
/// others (``TextClassifier``).
struct LearnedRanking: SubjectRanking {
  let settings: DecisionSettings
  let vocabulary: any Vocabulary
  private let subjects: [Subject]
  private let classifier: TextClassifier
  private let features: TextFeatures

  /// Creates a ranking; `nil` when it was learned for other subjects than those
  /// of `content`.
  init?(_ learned: LearnedSubjects, content: SubjectUnits) {
    guard learned.classifier.labels == content.subjects.map(\.name) else { return nil }
    subjects = content.subjects
    classifier = learned.classifier
    features = TextFeatures(learned.ideas)
    settings = DecisionSettings(learned.thresholds)
    vocabulary = TaughtWords(classifier: learned.classifier)
  }

  /// The words of the texts that were learned from.
  private struct TaughtWords: Vocabulary {
    let classifier: TextClassifier

    /// A misspelling comes again too, but seldom as often; below this it is for the
    /// corrector to tell.
    private static let surelyMeant = 30

    func frequency(of word: String) -> Int { classifier.exampleCount(of: "w:" + word) }
    func isSurelyMeant(_ word: String) -> Bool { frequency(of: word) >= Self.surelyMeant }

    func frequency(of first: String, before second: String) -> Int {
      frequency(of: first + " " + second)
    }

    var frequencies: [String: Int] {
      var frequencies: [String: Int] = [:]
      classifier.forEachFeature(ofFamily: UInt8(ascii: "w")) { name, count in
        let word = name.dropFirst("w:".count)
        if !word.contains(" ") { frequencies[String(word)] = count }
      }
      return frequencies
    }
  }

  func rank(_ reading: QuestionReading) -> [RankedSubject] {
    zip(subjects, classifier.scores(of: features.list(of: reading.words)))
      .map { RankedSubject(subject: $0, score: $1) }
      .bestFirst()
  }

  func coverage(of reading: QuestionReading, by subject: Subject) -> Coverage {
    Coverage(
      words: reading.contentWords.map { word in
        let feature = "w:" + word.word
        return Coverage.Word(
          word: word.word, weight: classifier.inverseDocumentFrequency(of: feature),
          isCovered: classifier.weight(of: feature, for: subject.name) > 0)
      })
  }

  func explanation(of subject: Subject, for reading: QuestionReading) -> Explanation? {
    classifier.explanation(
      of: features.list(of: reading.words), for: [subject.name: 1], named: subject.name)
  }

  func bestTexts(
    of subject: Subject, for reading: QuestionReading
  ) -> [(text: String, score: Double)] {
    []
  }
}
