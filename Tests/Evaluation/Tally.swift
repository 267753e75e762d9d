import Statistics

extension Proportion {
  /// The share and its interval, in columns.
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

/// A number with its sign and three decimals.
func thousandths(_ value: Double) -> String {
  let scaled = Int((abs(value) * 1000).rounded())
  let decimals = String(scaled % 1000)
  return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 1000)."
    + String(repeating: "0", count: 3 - decimals.count) + decimals
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
