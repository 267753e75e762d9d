import FoundationEssentials

/// Days as the content writes them, counted from today, which the program tells
/// from the clock too.
enum Day {
  /// Returns the date so many days ago.
  static func ago(_ days: Int) -> String {
    Date(timeIntervalSinceNow: -86_400 * Double(days))
      .formatted(Date.ISO8601FormatStyle().year().month().day())
  }

  /// A day on which a number that still stands can have been checked.
  static let recent = ago(7)
}
