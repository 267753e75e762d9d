import KnowledgeBase

/// The numbers that turn a ranking into an answer, in one place.
package struct DecisionSettings: Hashable, Sendable {
  /// The score that leaves little doubt of what a question means.
  package static let sureScore = 0.35
  /// The score from which a question that follows another says enough on its own, when
  /// it was learned how questions follow; without that it is ``sureScore``. Of the turns
  /// of the conversations tuned on the most came out right with these.
  package static let sureScoreOfFollowUp = 0.45

  /// The least score with which a subject is taken for what is asked.
  package var leastScore: Double
  /// The least share of the question that a section, or the questions for the
  /// care team, must account for, 0 to 1.
  package var leastCoverage = 0.0
  /// What is added to the score of a topic that no article covers before it is
  /// compared with the sections'; the same for the two that follow.
  package var topicLead = 0.0
  /// What is added to the score of a question for the care team.
  package var adviceLead = 0.0
  /// What is added to the score of small talk.
  package var smallTalkLead = 0.0
  /// The least score with which words count as small talk.
  package var leastSmallTalkScore = -Double.infinity
  /// The least share of the question that small talk must account for.
  package var leastSmallTalkCoverage = 0.0
  /// The score from which it is small talk whatever else is said.
  package var sureSmallTalkScore = Double.infinity
  /// How close the second section's score must be, as a share of the first's,
  /// for both to be offered.
  package var choiceRatio: Double

  /// The settings for a ranking by likeness. The least score and coverage are
  /// those that kept most right answers of a voice left out while refusing the
  /// questions of topics left out; the others were set by hand on the tuned-on
  /// part of the labelled questions.
  package static let bySimilarity = DecisionSettings(
    leastScore: 0.22, leastCoverage: 0.5, leastSmallTalkScore: 0.42,
    leastSmallTalkCoverage: 0.7, sureSmallTalkScore: 0.6, choiceRatio: 0.97)

  /// What is added to the score of a subject before subjects are compared.
  package func lead(of subject: Subject) -> Double {
    switch subject {
    case .section: 0
    case .notCovered: topicLead
    case .personalAdvice: adviceLead
    case .smallTalk: smallTalkLead
    }
  }

  func isSmallTalk(score: Double, coverage: Double) -> Bool {
    score >= sureSmallTalkScore
      || score >= leastSmallTalkScore && coverage >= leastSmallTalkCoverage
  }
}

extension DecisionSettings {
  /// The settings that were learned with a ranking.
  init(_ thresholds: LearnedSubjects.Thresholds) {
    self.init(
      leastScore: thresholds.leastScore, topicLead: thresholds.topicLead,
      adviceLead: thresholds.adviceLead, smallTalkLead: thresholds.smallTalkLead,
      choiceRatio: thresholds.choiceRatio)
  }
}
