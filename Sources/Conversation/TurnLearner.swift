package import KnowledgeBase
package import Retrieval

/// Learns from turns of conversations what is to be added to the scores of a question
/// that follows another, so that they come out right.
package struct TurnLearner {
  private let index: SubjectIndex
  private let subjects: [Subject]

  /// Creates a learner for content whose subjects were learned.
  package init(_ knowledge: Knowledge) {
    index = SubjectIndex(knowledge)
    subjects = SubjectUnits(knowledge).subjects
  }

  /// Returns what is learned.
  package func learn(_ turns: [TaughtTurn]) -> TextClassifier {
    var learner = TextClassifierLearner(
      labels: subjects.map(\.name),
      settings: .ofQuestions(absent: -1, features: 100_000, weights: 200_000))
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
