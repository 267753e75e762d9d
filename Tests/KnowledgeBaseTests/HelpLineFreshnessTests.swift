import Safety
import Testing

@testable import KnowledgeBase

struct HelpLineFreshnessTests {
  @Test(arguments: [
    ("2026-11-24", HelpLine.Freshness.fresh), ("2027-02-21", .fresh), ("2027-02-22", .fresh),
    ("2027-02-23", .due), ("2030-01-01", .due), ("2026-11-23", .ahead), ("2020-01-01", .ahead),
    ("today", .due),
  ])
  func aCheckStandsForNinetyDays(_ today: String, _ freshness: HelpLine.Freshness) {
    let line = HelpLine(
      id: "crisis", name: "Lifeline", number: "988", source: "a test", checked: "2026-11-24")
    #expect(line.freshness(on: today) == freshness)
  }
}
