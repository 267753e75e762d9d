/// The numbers that turn a ranking into an answer, in one place.
///
/// The least score and coverage are read off the table of `Evaluation KNOWLEDGE
/// QUESTIONS --thresholds`, which tells what they cost on either side; the others
/// were set by hand on the tuned-on part of the labelled questions.
package struct DecisionSettings: Hashable, Sendable {
  /// The least score with which a subject is taken for what is asked, 0 to 1.
  package var leastScore = 0.22
  /// The least share of the question that a section, or the questions for the
  /// care team, must account for.
  package var leastCoverage = 0.5
  /// The least score with which words count as small talk.
  package var leastSmallTalkScore = 0.42
  /// The least share of the question that small talk must account for.
  package var leastSmallTalkCoverage = 0.7
  /// The score from which it is small talk whatever else is said.
  package var sureSmallTalkScore = 0.6
  /// How close the second section's score must be, as a share of the first's,
  /// for both to be offered.
  package var choiceRatio = 0.97

  /// Creates the settings that are served.
  package init() {}

  func isSmallTalk(score: Double, coverage: Double) -> Bool {
    score >= sureSmallTalkScore
      || score >= leastSmallTalkScore && coverage >= leastSmallTalkCoverage
  }
}
