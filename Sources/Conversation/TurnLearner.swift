package import KnowledgeBase
package import Retrieval

/// Learns from turns of conversations what is to be added to the scores of a question
/// that follows another, so that they come out right.
package struct TurnLearner {
  private let index: SubjectIndex
  private let subjects: [Subject]

  /// Scores are good to a thousandth, which is all that is kept of the weights.
  private static let tolerance = 1e-3
  /// The weights that are kept; more change no answer.
  private static let weightLimit = 200_000
  private static let featureLimit = 100_000
  /// How much the weights are held back.
  private static let regularisation = 1.0

  /// Creates a learner for content whose subjects were learned.
  package init(_ knowledge: Knowledge) {
    index = SubjectIndex(knowledge)
    subjects = SubjectUnits(knowledge).subjects
  }

  /// Returns what is learned.
  package func learn(_ turns: [TaughtTurn]) -> TextClassifier {
    var settings = TextClassifierLearner.Settings()
    settings.regularisation = Self.regularisation
    settings.featureLimit = Self.featureLimit
    settings.weightLimit = Self.weightLimit
    settings.tolerance = Self.tolerance
    var learner = TextClassifierLearner(labels: subjects.map(\.name), settings: settings)
    for turn in turns {
      let reading = index.reader.read(turn.text)
      let leaning = index.leaning(
        of: reading, on: index.reader.read(turn.previous), answeredBy: turn.section)
      let scores = Dictionary(
        LeaningRanking(index.ranking, leaning, turns: nil).rank(reading).map {
          ($0.subject, $0.score)
        }, uniquingKeysWith: { first, _ in first })
      learner.add(
        leaning.features(of: reading),
        scores: subjects.map { subject in
          (subject.name == turn.target ? 1 : 0) - (scores[subject] ?? 0)
        })
    }
    return learner.learn()
  }
}
