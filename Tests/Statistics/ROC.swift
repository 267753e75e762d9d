/// How well a score tells one kind from another, whatever the threshold: the area
/// under the receiver operating characteristic.
///
/// It is the chance that the score of one of the wanted exceeds that of one of the
/// others, a tie counting half: 1 tells all apart, 0.5 is a coin. With *R* the sum
/// of the ranks of the *m* wanted among all *m + n*, ties at their mean rank:
///
///     U = R − m(m + 1)/2        area = U / (m · n)
///
/// Sources: H. B. Mann, D. R. Whitney, "On a test of whether one of two random
/// variables is stochastically larger than the other", Annals of Mathematical
/// Statistics 18 (1947); J. A. Hanley, B. J. McNeil, "The meaning and use of the
/// area under a receiver operating characteristic (ROC) curve", Radiology 143
/// (1982).
package struct ROC: Hashable, Sendable {
  /// The area, 0 to 1; `nil` when there is nothing to tell apart.
  package let area: Double?
  private let wantedCount: Double
  private let otherCount: Double

  /// Compares scores.
  ///
  ///     ROC(wanted: [0.9, 0.5], others: [0.5, 0.1]).area  // 0.875
  ///
  /// - Complexity: O(*n* log *n*).
  package init(wanted: [Double], others: [Double]) {
    wantedCount = Double(wanted.count)
    otherCount = Double(others.count)
    guard !wanted.isEmpty, !others.isEmpty else {
      area = nil
      return
    }
    let sorted =
      (wanted.map { (score: $0, isWanted: true) }
      + others.map { (score: $0, isWanted: false) })
      .sorted { $0.score < $1.score }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.score != sorted[start].score } ?? sorted.count
      let meanRank = Double(start + 1 + end) / 2
      rankSum += meanRank * Double(sorted[start..<end].count { $0.isWanted })
      start = end
    }
    area = (rankSum - wantedCount * (wantedCount + 1) / 2) / (wantedCount * otherCount)
  }

  /// The 95 % interval of the area, by Hanley and McNeil's standard error.
  package var interval: (low: Double, high: Double) {
    guard let area else { return (0, 1) }
    let twoWanted = area / (2 - area)
    let twoOthers = 2 * area * area / (1 + area)
    let variance =
      (area * (1 - area) + (wantedCount - 1) * (twoWanted - area * area)
        + (otherCount - 1) * (twoOthers - area * area)) / (wantedCount * otherCount)
    let spread = 1.959964 * max(0, variance).squareRoot()
    return (max(0, area - spread), min(1, area + spread))
  }
}
