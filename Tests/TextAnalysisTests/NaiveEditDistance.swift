@testable import TextAnalysis

/// The optimal string alignment distance as its definition reads: from the
/// distances of the words without their last letters.
enum NaiveEditDistance {
  static func between(
    _ typed: [UInt8], _ meant: [UInt8], costs: EditDistance.Costs = .equal
  ) -> Int {
    var known: [[Int]: Int] = [:]
    func distance(_ i: Int, _ j: Int) -> Int {
      if let known = known[[i, j]] { return known }
      var ways = i == 0 && j == 0 ? [0] : []
      if i > 0 { ways.append(distance(i - 1, j) + costs.extraLetter(at: i - 1, of: typed)) }
      if j > 0 { ways.append(distance(i, j - 1) + costs.slip) }
      if i > 0, j > 0 {
        let (a, b) = (typed[i - 1], meant[j - 1])
        ways.append(distance(i - 1, j - 1) + costs.substitution(of: a, for: b))
        if i > 1, j > 1, a == meant[j - 2], typed[i - 2] == b {
          ways.append(distance(i - 2, j - 2) + costs.slip)
        }
      }
      let least = ways.min() ?? 0
      known[[i, j]] = least
      return least
    }
    return distance(typed.count, meant.count)
  }
}
