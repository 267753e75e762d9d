/// Calendar dates as they are written in the Knowledge folder.
package enum ISODate {
  /// Whether `text` is a date of the form YYYY-MM-DD that exists.
  static func isValid(_ text: String) -> Bool { dayNumber(of: text) != nil }

  /// Returns the days from one date to another, negative when `end` lies before
  /// `start`; `nil` when one of them is not a date.
  ///
  ///     ISODate.days(from: "2024-02-28", to: "2024-03-01")  // 2
  package static func days(from start: String, to end: String) -> Int? {
    guard let start = dayNumber(of: start), let end = dayNumber(of: end) else { return nil }
    return end - start
  }

  /// Returns the number of a date's day, counted from the first day of the year
  /// 0; `nil` when the date does not exist.
  private static func dayNumber(of text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    // The year 0 is a leap year: rounding up counts it among those before.
    let leapYears = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400
    return year * 365 + leapYears + lengths[..<(month - 1)].reduce(0, +) + day - 1
  }
}
