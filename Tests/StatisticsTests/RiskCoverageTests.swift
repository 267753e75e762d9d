import Statistics
import Testing

struct RiskCoverageTests {
  private let trade = RiskCoverage([
    .init(score: 0.9, isCovered: true, isRight: true),
    .init(score: 0.4, isCovered: true, isRight: true),
    .init(score: 0.2, isCovered: true, isRight: false),
    .init(score: -.infinity, isCovered: true, isRight: true),
    .init(score: 0.3, isCovered: false, isRight: false),
    .init(score: -0.2, isCovered: false, isRight: false),
  ])

  @Test(arguments: [
    (-1.0, 3, 1, 0),
    (0.0, 3, 1, 1),
    // What scores as much as the threshold is answered.
    (0.4, 2, 0, 2),
    (1.0, 0, 0, 2),
  ])
  func aThresholdTradesAnswersForRefusals(
    threshold: Double, answered: Int, wrong: Int, refused: Int
  ) {
    let row = trade.row(at: threshold)
    #expect(row.answered.right == answered)
    #expect(row.answered.all == 4)
    #expect(row.wrong.right == wrong)
    #expect(row.wrong.all == answered)
    #expect(row.refused.right == refused)
    #expect(row.refused.all == 2)
  }
}
