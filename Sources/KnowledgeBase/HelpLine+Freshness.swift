package import Safety

extension HelpLine {
  /// How far the last check of a number can be relied on.
  package enum Freshness: Hashable, Sendable {
    /// The check still stands.
    case fresh
    /// The number must be checked again.
    case due
    /// The day of the check is still to come: it is mistyped, or the clock is wrong.
    case ahead
  }

  /// The file that lists the numbers, in a Knowledge folder.
  package static let file = SafetyReader.linesFile

  /// For how many days a check stands.
  package static let daysBetweenChecks = 90

  /// Returns how far the last check can be relied on.
  ///
  /// - Parameter today: an ISO 8601 date.
  package func freshness(on today: String) -> Freshness {
    // A day that nobody can count from is no reason for trust.
    guard let age = ISODate.days(from: checked, to: today) else { return .due }
    return age < 0 ? .ahead : age > Self.daysBetweenChecks ? .due : .fresh
  }
}
