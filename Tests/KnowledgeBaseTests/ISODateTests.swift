import Testing

@testable import KnowledgeBase

struct ISODateTests {
  @Test(arguments: ["2026-11-24", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"])
  func datesThatExistAreValid(_ date: String) {
    #expect(ISODate.isValid(date))
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-24-1", "26-11-24", "2026-1-24", "2026-11-4", "2026-13-01",
    "2026-00-10", "2026-04-31", "2025-02-29", "1900-02-29", "2026-11-00", "24.11.2026",
    "2026/11/24", "2026-11-24T00:00", "abcd-ef-gh", "-026-11-24", "2026-+1-24", "2026-11-+4",
  ])
  func otherTextsAreNot(_ text: String) {
    #expect(!ISODate.isValid(text))
  }

  @Test(arguments: [
    ("2026-11-24", "2026-11-24", 0), ("2026-11-24", "2026-11-25", 1),
    ("2026-11-25", "2026-11-24", -1), ("2026-11-24", "2027-02-22", 90),
    ("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1),
    ("1900-02-28", "1900-03-01", 1), ("1999-12-31", "2000-01-01", 1),
    ("0000-12-31", "0001-01-01", 1), ("0000-01-01", "0001-01-01", 366),
    ("1970-01-01", "2000-03-01", 11_017), ("1600-01-01", "2000-01-01", 146_097),
  ])
  func countsTheDaysBetweenDates(_ start: String, _ end: String, _ days: Int) {
    #expect(ISODate.days(from: start, to: end) == days)
  }

  @Test func everyDayIsOneAfterTheLast() {
    let dates = (1895...2005).flatMap { year in
      (1...12).flatMap { month in
        (1...31).map { day in
          "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
      }
    }.filter(ISODate.isValid)
    for (date, next) in zip(dates, dates.dropFirst()) {
      #expect(ISODate.days(from: date, to: next) == 1, "\(date)")
    }
  }

  @Test func whatIsNoDateIsNoDaysAway() {
    #expect(ISODate.days(from: "2026-02-29", to: "2026-03-01") == nil)
    #expect(ISODate.days(from: "2026-03-01", to: "") == nil)
  }
}
