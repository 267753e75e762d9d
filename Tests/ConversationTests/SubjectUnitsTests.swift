import KnowledgeBase
import TestSupport
import Testing

@testable import Conversation

struct SubjectUnitsTests {
  private let content: SubjectUnits

  init() throws {
    content = SubjectUnits(try KnowledgeFiles().knowledge())
  }

  @Test func subjectsComeInTheOrderOfPreference() {
    #expect(
      content.subjects == [
        .section("what-is-tea"), .section("brewing"), .section("green-leaves"), .section("keeping"),
        .notCovered("price"), .personalAdvice, .smallTalk("greeting"), .smallTalk("thanks"),
        .smallTalk("repeat"), .smallTalk("small-talk"),
      ])
    #expect(content.subjects.map(\.sectionID).compactMap(\.self).count == 4)
    #expect(
      content.subjects.map(\.name) == [
        "what-is-tea", "brewing", "green-leaves", "keeping", "price", "personal-advice",
        "small-talk/greeting", "small-talk/thanks", "small-talk/repeat", "small-talk/small-talk",
      ])
  }

  @Test func aSectionsUnitsAreItsHeadingParagraphsAndPhrasings() {
    let units = content.units.filter { content.subjects[$0.subject] == .section("green-leaves") }
    #expect(units.map(\.source) == [.heading, .paragraph(0)])
    #expect(
      units.map(\.text) == [
        "Green Leaves", "Making a Cup. Green Leaves. Green leaves want cooler water.",
      ])
    let asked = content.units.filter { content.subjects[$0.subject] == .section("brewing") }
      .dropFirst(
        2)
    #expect(asked.map(\.source) == Array(repeating: .phrasing(voice: "plain"), count: 3))
    #expect(asked.first?.text == "how do I brew a cup of tea")
  }
}
