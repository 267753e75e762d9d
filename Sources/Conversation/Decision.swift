package import Retrieval

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

  /// A subject with its score and the units it comes from.
  package struct RankedSubject: Sendable {
    package let subject: Subject
    package let hit: GroupRanking.GroupHit
  }

  /// The outcome.
  package let outcome: Outcome
  /// Why, in a sentence.
  package let reason: String
  /// All subjects that share a word with the question, best first.
  package let ranking: [RankedSubject]
  /// How much of the question the best section accounts for.
  package let coverage: Coverage?

  /// The sections among the subjects, best first.
  package var sections: [RankedSubject] { ranking.filter { $0.subject.sectionID != nil } }

  init(on reading: QuestionReading, in index: SubjectIndex, settings: DecisionSettings) {
    ranking = index.ranking.rank(reading.query).map {
      RankedSubject(subject: index.subjects[$0.group], hit: $0)
    }
    let sections = ranking.filter { $0.subject.sectionID != nil }
    func coverage(of ranked: RankedSubject) -> Coverage {
      Coverage(of: reading, by: ranked.hit.group, in: index.ranking)
    }
    self.coverage = sections.first.map(coverage)
    // Words that only look like small talk leave the question to the others.
    let best = ranking.first { candidate in
      guard case .smallTalk = candidate.subject else { return true }
      return settings.isSmallTalk(
        score: candidate.hit.score, coverage: coverage(of: candidate).share)
    }
    (outcome, reason) = Self.decide(
      best: best, coverage: best.map { coverage(of: $0).share } ?? 0, sections: sections,
      settings: settings)
  }

  private static func decide(
    best: RankedSubject?, coverage: Double, sections: [RankedSubject], settings: DecisionSettings
  ) -> (Outcome, String) {
    guard let best else {
      return (.notCovered(topic: nil), "no subject shares a word with the question")
    }
    if case .smallTalk(let id) = best.subject { return (.smallTalk(id), "it is small talk") }
    guard best.hit.score >= settings.leastScore else {
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
    let close = sections.prefix(3).prefix {
      $0.hit.score >= best.hit.score * settings.choiceRatio
    }
    if close.count > 1 {
      return (.choice(count: close.count), "\(close.count) sections fit equally")
    }
    return (.answer, "the section `\(id)` fits best")
  }
}
