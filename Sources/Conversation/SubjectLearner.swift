package import KnowledgeBase
package import Retrieval
import Safety
package import TextAnalysis

/// Learns how well each subject fits a question from the texts of all subjects.
package struct SubjectLearner {
  private let content: SubjectUnits
  private let reader = QuestionReader.ofTexts()
  private let features: TextFeatures

  /// Every text is given as much as its subject's share of these: a subject with
  /// few texts is not lost among those with many, and not their equal either.
  private static let usualCount = 100.0
  /// A heading is the plainest way to name a subject, and stands there once.
  private static let importanceOfHeading = 5.0

  /// Creates a learner for the subjects of `knowledge`.
  ///
  /// - Parameter ideas: what words stand for.
  package init(_ knowledge: Knowledge, ideas: WordIdeas) {
    content = SubjectUnits(knowledge)
    features = TextFeatures(ideas)
  }

  /// Returns what is learned from the texts, but for the phrasings of some voices.
  package func learn(leavingOut voices: Set<String> = []) -> TextClassifier {
    let units = content.units.filter { unit in
      if case .phrasing(let voice) = unit.source { !voices.contains(voice) } else { true }
    }
    var counts: [Int: Int] = [:]
    for unit in units { counts[unit.subject, default: 0] += 1 }
    var learner = TextClassifierLearner(
      labels: content.subjects.map(\.name),
      settings: .ofQuestions(features: 250_000, weights: 1_000_000))
    for unit in units {
      learner.add(
        features.list(of: reader.read(unit.text).words),
        labels: [content.subjects[unit.subject].name],
        importance: (unit.source == .heading ? Self.importanceOfHeading : 1)
          * (Self.usualCount / Double(counts[unit.subject] ?? 1)).squareRoot())
    }
    return learner.learn()
  }
}

extension QuestionReader {
  /// Returns a reader that mends no word and adds none: texts are learned from as they stand.
  static func ofTexts() -> QuestionReader {
    QuestionReader(analyzer: Analyzer(), lexicon: .empty, vocabulary: EveryWord())
  }

  private struct EveryWord: Vocabulary {
    var frequencies: [String: Int] { [:] }
    func frequency(of word: String) -> Int { 1 }
    func isSurelyMeant(_ word: String) -> Bool { true }
    func frequency(of first: String, before second: String) -> Int { 0 }
  }
}
