/// How many of how many, with what that says about the next ones.
package struct Proportion: Hashable, Sendable {
  /// How many.
  package private(set) var right = 0
  /// Of how many.
  package private(set) var all = 0

  /// Creates a proportion of none.
  package init() {}

  /// Adds one.
  package mutating func count(_ isRight: Bool) {
    all += 1
    if isRight { right += 1 }
  }

  /// The share in percent; 0 of none.
  package var percent: Double { all == 0 ? 0 : 100 * Double(right) / Double(all) }

  /// The 95 % Wilson score interval, in percent. Source: E. B. Wilson, "Probable
  /// inference, the law of succession, and statistical inference", JASA 22 (1927).
  package var interval: (low: Double, high: Double) {
    guard all > 0 else { return (0, 100) }
    let z = 1.959964
    let n = Double(all)
    let p = Double(right) / n
    let center = p + z * z / (2 * n)
    let spread = z * ((p * (1 - p) + z * z / (4 * n)) / n).squareRoot()
    let divisor = 1 + z * z / n
    return (100 * (center - spread) / divisor, 100 * (center + spread) / divisor)
  }
}
