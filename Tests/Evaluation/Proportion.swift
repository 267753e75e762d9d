/// How many of how many, with what that says about the next ones.
struct Proportion {
  private(set) var right = 0
  private(set) var all = 0

  mutating func count(_ isRight: Bool) {
    all += 1
    if isRight { right += 1 }
  }

  /// The 95 % Wilson score interval, in percent. Source: E. B. Wilson, "Probable
  /// inference, the law of succession, and statistical inference", JASA 22 (1927).
  var interval: (low: Double, high: Double) {
    guard all > 0 else { return (0, 100) }
    let z = 1.959964
    let n = Double(all)
    let p = Double(right) / n
    let center = p + z * z / (2 * n)
    let spread = z * ((p * (1 - p) + z * z / (4 * n)) / n).squareRoot()
    let divisor = 1 + z * z / n
    return (100 * (center - spread) / divisor, 100 * (center + spread) / divisor)
  }

  var percent: Double { all == 0 ? 0 : 100 * Double(right) / Double(all) }

  var description: String {
    let (low, high) = interval
    return "\(right)/\(all)".padded(to: 9) + tenths(percent).leftPadded(to: 6) + " %  ("
      + tenths(low) + " to " + tenths(high) + ")"
  }
}

func tenths(_ value: Double) -> String {
  let scaled = Int((value * 10).rounded())
  return "\(scaled / 10).\(abs(scaled % 10))"
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// Named proportions in the order in which the names first come.
struct Tally {
  private var names: [String] = []
  private var proportions: [String: Proportion] = [:]

  mutating func count(_ name: String, _ isRight: Bool) {
    if proportions[name] == nil { names.append(name) }
    proportions[name, default: Proportion()].count(isRight)
  }

  func write(_ title: String) {
    print("\n\(title)")
    for name in names.sorted() {
      print("  " + name.padded(to: 44) + (proportions[name]?.description ?? ""))
    }
  }
}
