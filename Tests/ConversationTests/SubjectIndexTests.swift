import KnowledgeBase
import TestSupport
import Testing

@testable import Conversation

struct SubjectIndexTests {
  private let index: SubjectIndex

  init() throws {
    index = SubjectIndex(try KnowledgeFiles().knowledge())
  }

  @Test func subjectsComeInTheOrderOfPreference() {
    #expect(
      index.subjects == [
        .section("what-is-tea"), .section("brewing"), .section("green-leaves"), .section("keeping"),
        .notCovered("price"), .personalAdvice, .smallTalk("greeting"), .smallTalk("thanks"),
        .smallTalk("repeat"), .smallTalk("small-talk"),
      ])
    #expect(index.subjects.map(\.sectionID).compactMap(\.self).count == 4)
    #expect(
      index.subjects.map(\.name) == [
        "what-is-tea", "brewing", "green-leaves", "keeping", "price", "personal-advice",
        "small-talk/greeting", "small-talk/thanks", "small-talk/repeat", "small-talk/small-talk",
      ])
  }

  @Test func aSectionsUnitsAreItsHeadingParagraphsAndPhrasings() {
    let units = index.units.filter { index.subjects[$0.subject] == .section("green-leaves") }
    #expect(units.map(\.source) == [.heading, .paragraph(0)])
    #expect(
      units.map(\.text) == [
        "Green Leaves", "Making a Cup. Green Leaves. Green leaves want cooler water.",
      ])
    let asked = index.units.filter { index.subjects[$0.subject] == .section("brewing") }.dropFirst(
      2)
    #expect(asked.map(\.source) == Array(repeating: .phrasing(voice: "plain"), count: 3))
    #expect(asked.first?.text == "how do I brew a cup of tea")
  }

  @Test func paragraphsAreScoredInArticleOrder() {
    let query = index.reader.read("rain on the hills").query
    let scores = index.paragraphScores(of: "what-is-tea", for: query)
    #expect(scores.count == 2)
    #expect(scores[1] > scores[0])
    #expect(index.paragraphScores(of: "cellar", for: query) == [])
  }
}
