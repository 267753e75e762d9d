import Conversation
import Statistics

/// How well what the articles cover is told from what they do not, and what was
/// taken for what.
struct CoverageReport {
  private let asked: [AskedQuestion]

  private static let covered = "answer"
  private static let uncovered = "not_covered"
  private static let safety = "safety"
  private static let kinds = [covered, uncovered, "personal_advice", "small_talk", safety]
  /// The thresholds of the margin that are tried; 0 is the one that is served.
  private static let ladder = [
    -0.5, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5,
  ]

  init(_ asked: [AskedQuestion]) {
    self.asked = asked
  }

  func write(_ name: String) {
    writeStillAnswered(name)
    writeArea(name)
    writeMatrix(name)
    writeLadder(name)
  }

  private func asked(_ kind: String) -> [AskedQuestion] {
    asked.filter { $0.question.kind == kind }
  }

  private func writeStillAnswered(_ name: String) {
    var answered = Proportion()
    for one in asked(Self.covered) { answered.count(one.isAnswered) }
    print(
      "\n\(name)\n  answers still answered: \(answered.right) of \(answered.all) "
        + "(\(tenths(answered.percent)) %)")
  }

  private func writeArea(_ name: String) {
    let wanted = asked(Self.covered).compactMap(\.trace.decision?.margin)
    let others = asked(Self.uncovered).compactMap(\.trace.decision?.margin)
    let roc = ROC(wanted: wanted, others: others)
    guard let area = roc.area else { return }
    let unscored =
      asked(Self.covered).count + asked(Self.uncovered).count - wanted.count - others.count
    print(
      "  covered told from not covered: AUROC \(thousandths(area)) "
        + "(\(thousandths(roc.interval.low)) to \(thousandths(roc.interval.high))), "
        + "\(wanted.count) against \(others.count); \(unscored) were never scored")
  }

  private func writeMatrix(_ name: String) {
    var matrix = ConfusionMatrix(kinds: Self.kinds)
    for one in asked {
      matrix.count(
        truth: Self.kind(of: one.question.kind), given: Self.kind(of: one.trace.reply.kind.rawValue)
      )
    }
    print("\n\(name): what it is (rows), what was given (columns)")
    print(
      "  ".padded(to: 18) + Self.kinds.map { $0.leftPadded(to: 17) }.joined())
    for kind in Self.kinds {
      let row = matrix.row(kind)
      guard row.contains(where: { $0 > 0 }) else { continue }
      print(
        "  " + kind.padded(to: 16) + row.map { String($0).leftPadded(to: 17) }.joined())
    }
  }

  /// Returns the kind of the matrix that a label or a reply belongs to.
  private static func kind(of name: String) -> String {
    switch name {
    case Reply.Kind.choice.rawValue: covered
    case Reply.Kind.emergency.rawValue, Reply.Kind.crisis.rawValue, Reply.Kind.danger.rawValue,
      Reply.Kind.concernForOther.rawValue, Reply.Kind.misuse.rawValue:
      safety
    default: name
    }
  }

  private func writeLadder(_ name: String) {
    let trade = RiskCoverage(
      (asked(Self.covered) + asked(Self.uncovered)).map { one in
        RiskCoverage.Sample(
          score: one.isTaken ? -.infinity : one.trace.decision?.margin ?? -.infinity,
          isCovered: one.question.kind == Self.covered, isRight: one.isRightFirst)
      })
    print("\n\(name): thresholds of the margin (* the one served)")
    print(
      "    threshold  " + "covered, answered".padded(to: 36)
        + "of these, wrong section first".padded(to: 36) + "not covered, not answered")
    for threshold in Self.ladder {
      let row = trade.row(at: threshold)
      print(
        (threshold == 0 ? "  * " : "    ") + thousandths(threshold).leftPadded(to: 9) + "  "
          + row.answered.description.padded(to: 36) + row.wrong.description.padded(to: 36)
          + row.refused.description)
    }
  }
}
