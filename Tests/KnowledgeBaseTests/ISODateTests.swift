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
}
