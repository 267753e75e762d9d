import Retrieval

/// Ranks subjects for a question that leans on the one before it: by the question
/// alone, and by both together.
struct LeaningRanking: SubjectRanking {
  private let base: any SubjectRanking
  /// Both questions as one.
  private let joined: QuestionReading

  /// How much both together count. Of the turns of the conversations tuned on the
  /// most came out right with this share.
  private static let shareOfJoined = 0.4

  init(_ base: any SubjectRanking, joined: QuestionReading) {
    self.base = base
    self.joined = joined
  }

  var settings: DecisionSettings { base.settings }
  var vocabulary: any Vocabulary { base.vocabulary }

  func rank(_ reading: QuestionReading) -> [RankedSubject] {
    let together = Dictionary(
      base.rank(joined).map { ($0.subject, $0.score) }, uniquingKeysWith: { first, _ in first })
    var alone = base.rank(reading)
    let known = Set(alone.map(\.subject))
    alone += base.rank(joined).filter { !known.contains($0.subject) }.map {
      RankedSubject(subject: $0.subject, score: 0)
    }
    return alone.map { ranked in
      RankedSubject(
        subject: ranked.subject,
        score: (1 - Self.shareOfJoined) * ranked.score
          + Self.shareOfJoined * (together[ranked.subject] ?? 0))
    }
    .enumerated()
    .sorted { a, b in
      a.element.score != b.element.score
        ? a.element.score > b.element.score : a.offset < b.offset
    }
    .map(\.element)
  }

  func coverage(of reading: QuestionReading, by subject: Subject) -> Coverage {
    base.coverage(of: joined, by: subject)
  }

  func explanation(of subject: Subject, for reading: QuestionReading) -> Explanation? {
    let parts = [
      (base.explanation(of: subject, for: reading), 1 - Self.shareOfJoined, "the question alone"),
      (
        base.explanation(of: subject, for: joined), Self.shareOfJoined,
        "with the question before it"
      ),
    ]
    let known = parts.compactMap { explanation, share, name in
      explanation.map { Explanation.product(name, [.given(share, "share"), $0]) }
    }
    return known.isEmpty ? nil : .sum("score", known)
  }

  func bestTexts(
    of subject: Subject, for reading: QuestionReading
  ) -> [(text: String, score: Double)] {
    base.bestTexts(of: subject, for: reading)
  }
}
