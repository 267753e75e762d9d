/// What to do with a question, and what that rests on.
package struct Decision: Sendable {
  /// The outcome.
  package enum Outcome: Hashable, Sendable {
    /// The first section answers.
    case answer
    /// The first two or three sections fit equally.
    case choice(count: Int)
    /// No section answers; the topic is named where it is known.
    case notCovered(topic: String?)
    /// Only the care team may answer.
    case personalAdvice
    /// Talk that is no question.
    case smallTalk(String)
  }

  /// The outcome.
  package let outcome: Outcome
  /// Why, in a sentence.
  package let reason: String
  /// The subjects that were ranked, best score first.
  package let ranking: [RankedSubject]
  /// How much of the question the best section accounts for.
  package let coverage: Coverage?
  /// The numbers that decided.
  package let settings: DecisionSettings
  /// The only sections that might answer; `nil` when all might.
  package let allowedSections: Set<String>?

  /// Whether the best score leaves little doubt.
  package var isSure: Bool { leavesLittleDoubt(ofFollowUp: false) }

  /// Whether the best score of a question that follows another tells what it means
  /// without that.
  ///
  /// - Parameter isLearned: whether it was learned how questions follow.
  func leavesLittleDoubt(ofFollowUp isLearned: Bool) -> Bool {
    (ranking.first?.score ?? 0)
      >= (isLearned ? DecisionSettings.sureScoreOfFollowUp : DecisionSettings.sureScore)
  }

  /// The sections among the subjects, best first.
  package var sections: [RankedSubject] { ranking.filter { $0.subject.sectionID != nil } }

  /// Decides on a question.
  ///
  /// - Parameter sections: the only sections that may answer it; `nil` when all may.
  init(
    on reading: QuestionReading, by subjects: any SubjectRanking, among sections: Set<String>? = nil
  ) {
    let ranking = subjects.rank(reading).filter { ranked in
      guard let sections, let id = ranked.subject.sectionID else { return true }
      return sections.contains(id)
    }
    let settings = subjects.settings
    self.ranking = ranking
    self.settings = settings
    allowedSections = sections
    let ranked = ranking.filter { $0.subject.sectionID != nil }
    coverage = ranked.first.map { subjects.coverage(of: reading, by: $0.subject) }
    func share(of candidate: RankedSubject) -> Double {
      subjects.coverage(of: reading, by: candidate.subject).share
    }
    var best: RankedSubject?
    var bestScore = -Double.infinity
    for candidate in ranking {
      let score = candidate.score + settings.lead(of: candidate.subject)
      guard score > bestScore else { continue }
      // Words that only look like small talk leave the question to the others.
      if case .smallTalk = candidate.subject,
        !settings.isSmallTalk(score: candidate.score, coverage: share(of: candidate))
      {
        continue
      }
      (best, bestScore) = (candidate, score)
    }
    (outcome, reason) = Self.decide(
      best: best, coverage: best.map(share) ?? 0, sections: ranked, settings: settings)
  }

  private static func decide(
    best: RankedSubject?, coverage: Double, sections: [RankedSubject], settings: DecisionSettings
  ) -> (Outcome, String) {
    guard let best else {
      return (.notCovered(topic: nil), "no subject shares a word with the question")
    }
    if case .smallTalk(let id) = best.subject { return (.smallTalk(id), "it is small talk") }
    guard best.score >= settings.leastScore else {
      return (.notCovered(topic: nil), "the best score, of `\(best.subject.name)`, is too low")
    }
    if case .notCovered(let id) = best.subject {
      return (.notCovered(topic: id), "the topic `\(id)` fits best and no article covers it")
    }
    guard coverage >= settings.leastCoverage else {
      return (
        .notCovered(topic: nil),
        "`\(best.subject.name)` fits best and accounts for too little of the question"
      )
    }
    guard let id = best.subject.sectionID else {
      return (.personalAdvice, "questions that only the care team may answer fit best")
    }
    let close = sections.prefix(3).prefix { $0.score >= best.score * settings.choiceRatio }
    if close.count > 1 {
      return (.choice(count: close.count), "\(close.count) sections fit equally")
    }
    return (.answer, "the section `\(id)` fits best")
  }
}
