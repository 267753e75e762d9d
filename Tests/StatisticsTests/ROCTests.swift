import Statistics
import TestSupport
import Testing

struct ROCTests {
  @Test(arguments: [
    ([0.8, 0.9], [0.1, 0.2], 1.0),
    ([0.1, 0.2], [0.8, 0.9], 0.0),
    ([0.9, 0.3], [0.5, 0.1], 0.75),
    // A tie counts half.
    ([0.9, 0.5], [0.5, 0.1], 0.875),
    ([0.5, 0.5, 0.5], [0.5, 0.5], 0.5),
  ])
  func theAreaIsTheShareOfPairsInOrder(wanted: [Double], others: [Double], area: Double) {
    #expect(ROC(wanted: wanted, others: others).area == area)
  }

  @Test func theRankSumEqualsTheCountOfPairs() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      // Few values, so that many are tied.
      func scores() -> [Double] {
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in
          Double(Int.random(in: 0...8, using: &generator))
        }
      }
      let (wanted, others) = (scores(), scores())
      let pairs = wanted.flatMap { one in
        others.map { one > $0 ? 1 : one == $0 ? 0.5 : 0 }
      }
      let area = pairs.reduce(0, +) / Double(pairs.count)
      #expect(abs((ROC(wanted: wanted, others: others).area ?? -1) - area) < 1e-12)
    }
  }

  @Test func oneSideAloneHasNoArea() {
    #expect(ROC(wanted: [1], others: []).area == nil)
    #expect(ROC(wanted: [], others: [1]).area == nil)
  }

  /// Half of the pairs in order, ten on each side: a standard error of 0.1323.
  @Test func theIntervalIsHanleysAndMcNeils() {
    let even = ROC(
      wanted: Array(repeating: 1, count: 10), others: Array(repeating: 1, count: 10))
    #expect(abs(even.interval.high - 0.7593) < 1e-3)
    #expect(abs(even.interval.low - 0.2407) < 1e-3)
  }
}
