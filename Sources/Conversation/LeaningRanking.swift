import Retrieval

/// Ranks subjects for a question that follows another: by the question alone, by both
/// together, and by what was learned of how questions follow on each other.
struct LeaningRanking: SubjectRanking {
  private let base: any SubjectRanking
  private let leaning: Leaning
  private let turns: TextClassifier?

  /// How much both together count. Of the turns of the conversations tuned on the
  /// most came out right with this share.
  private static let shareOfJoined = 0.4

  /// - Parameter turns: gives what is to be added to the score of each subject, in
  ///   the turn's features; its labels are the names of all subjects.
  init(_ base: any SubjectRanking, _ leaning: Leaning, turns: TextClassifier?) {
    self.base = base
    self.leaning = leaning
    self.turns = turns
  }

  var settings: DecisionSettings { base.settings }
  var vocabulary: any Vocabulary { base.vocabulary }

  func rank(_ reading: QuestionReading) -> [RankedSubject] {
    let alone = Dictionary(
      base.rank(reading).map { ($0.subject, $0.score) }, uniquingKeysWith: { first, _ in first })
    let learned = turns.map { turns in
      Dictionary(
        zip(turns.labels, turns.scores(of: leaning.features(of: reading))),
        uniquingKeysWith: { first, _ in first })
    }
    // What shares a word with the question shares it with both together.
    return base.rank(leaning.joined).map { together in
      RankedSubject(
        subject: together.subject,
        score: (1 - Self.shareOfJoined) * (alone[together.subject] ?? 0)
          + Self.shareOfJoined * together.score + (learned?[together.subject.name] ?? 0))
    }.bestFirst()
  }

  func coverage(of reading: QuestionReading, by subject: Subject) -> Coverage {
    base.coverage(of: leaning.joined, by: subject)
  }

  func explanation(of subject: Subject, for reading: QuestionReading) -> Explanation? {
    let parts = [
      (base.explanation(of: subject, for: reading), 1 - Self.shareOfJoined, "the question alone"),
      (
        base.explanation(of: subject, for: leaning.joined), Self.shareOfJoined,
        "with the question before it"
      ),
    ]
    var known = parts.compactMap { explanation, share, name in
      explanation.map { Explanation.product(name, [.given(share, "share"), $0]) }
    }
    if let turns {
      known.append(
        turns.explanation(
          of: leaning.features(of: reading), for: [subject.name: 1], named: "as such turns go"))
    }
    return known.isEmpty ? nil : .sum("score", known)
  }

  func bestTexts(
    of subject: Subject, for reading: QuestionReading
  ) -> [(text: String, score: Double)] {
    base.bestTexts(of: subject, for: reading)
  }
}
