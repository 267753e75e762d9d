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
    coverage = sections.first.map {
      Coverage(of: reading, by: $0.hit.group, in: index.ranking)
    }
    // Words that only look like small talk leave most of the question aside.
    let eligible = ranking.first { candidate in
      guard case .smallTalk = candidate.subject else { return true }
      let coverage = Coverage(of: reading, by: candidate.hit.group, in: index.ranking)
      return candidate.hit.score >= settings.leastSmallTalkScore
        && coverage.share >= settings.leastSmallTalkCoverage
    }
    (outcome, reason) = Self.decide(
      best: eligible, sections: sections, coverage: coverage, settings: settings)
  }

  private static func decide(
    best: RankedSubject?, sections: [RankedSubject], coverage: Coverage?,
    settings: DecisionSettings
  ) -> (Outcome, String) {
    guard let best else {
      return (.notCovered(topic: nil), "no subject shares a word with the question")
    }
    switch best.subject {
    case .notCovered(let id):
      return (.notCovered(topic: id), "the topic `\(id)` fits best and no article covers it")
    case .personalAdvice:
      return (.personalAdvice, "questions that only the care team may answer fit best")
    case .smallTalk(let id):
      return (.smallTalk(id), "it is small talk")
    case .section(let id):
      if best.hit.score < settings.leastScore {
        return (.notCovered(topic: nil), "the best section's score is below the least score")
      }
      if let coverage, coverage.share < settings.leastCoverage {
        return (
          .notCovered(topic: nil), "the best section accounts for too little of the question"
        )
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
}
