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
    let alone = Dictionary(
      base.rank(reading).map { ($0.subject, $0.score) }, uniquingKeysWith: { first, _ in first })
    // What shares a word with the question shares it with both together.
    return base.rank(joined).map { together in
      RankedSubject(
        subject: together.subject,
        score: (1 - Self.shareOfJoined) * (alone[together.subject] ?? 0)
          + Self.shareOfJoined * together.score)
    }.bestFirst()
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
