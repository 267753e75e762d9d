/// What a threshold on a score trades: how much is answered, how much of that is
/// wrong, and how much is refused that has no answer.
///
/// Source: R. El-Yaniv, Y. Wiener, "On the foundations of noise-free selective
/// classification", Journal of Machine Learning Research 11 (2010).
package struct RiskCoverage: Hashable, Sendable {
  /// A question, and how it would be answered.
  package struct Sample: Hashable, Sendable {
    /// It is answered from this threshold down.
    package let score: Double
    /// Whether there is an answer to it.
    package let isCovered: Bool
    /// Whether the answer would be that one.
    package let isRight: Bool

    /// Creates a sample.
    package init(score: Double, isCovered: Bool, isRight: Bool) {
      self.score = score
      self.isCovered = isCovered
      self.isRight = isRight
    }
  }

  /// What comes of one threshold.
  package struct Row: Hashable, Sendable {
    /// The threshold.
    package let threshold: Double
    /// Of the questions that have an answer, those that get one.
    package fileprivate(set) var answered = Proportion()
    /// Of these, those that get a wrong one.
    package fileprivate(set) var wrong = Proportion()
    /// Of the questions that have no answer, those that get none.
    package fileprivate(set) var refused = Proportion()
  }

  private let samples: [Sample]

  /// Creates the trade-off for `samples`.
  package init(_ samples: [Sample]) {
    self.samples = samples
  }

  /// Returns what comes of a threshold: what scores as much is answered.
  package func row(at threshold: Double) -> Row {
    var row = Row(threshold: threshold)
    for sample in samples {
      let isAnswered = sample.score >= threshold
      if sample.isCovered {
        row.answered.count(isAnswered)
        if isAnswered { row.wrong.count(!sample.isRight) }
      } else {
        row.refused.count(!isAnswered)
      }
    }
    return row
  }
}
