import Testing

@testable import Conversation
@testable import KnowledgeBase

struct FollowUpsTests {
  private static let words = FollowUpWords(
    refer: ["it", "that"], open: ["and", "what about"], bare: ["why", "for how long"],
    more: ["tell me more"],
    ordinals: [["first", "the first", "the first one"], ["second", "second one"]],
    last: ["the last one"], other: ["the other"],
    lists: [.init(section: "drinks", names: ["brewing", "roasting"], line: 1)],
    subjects: [
      .init(
        name: "tea", say: ["tea", "green tea", "leaves"], kind: "drink", sections: [], beside: [],
        line: 1),
      .init(
        name: "coffee", say: ["coffee", "beans"], kind: "drink", sections: ["roasting"],
        beside: ["tea"], line: 2),
      .init(name: "cups", say: ["cup", "cups"], kind: "vessel", sections: [], beside: [], line: 3),
      .init(name: "pots", say: ["pot"], kind: "vessel", sections: [], beside: [], line: 4),
    ])
  private let followUps = FollowUps(Self.words)

  private func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test(
    arguments: [
      ("how does it work", true), ("and how fast", true), ("what about the cost", true),
      ("why", true), ("for how long", true), ("why is tea green", false), ("tea", false),
      ("2", false), ("zebra", false), ("", false), ("what is about", false),
    ])
  func leaning(_ question: String, _ leans: Bool) {
    #expect(followUps.leans(split(question)) == leans)
  }

  @Test func theLongestNameIsTaken() {
    let mentions = followUps.mentions(in: split("green tea or coffee beans"))
    #expect(mentions.map(\.subject) == [0, 1, 1])
    #expect(mentions.map(\.words) == [0..<2, 3..<4, 4..<5])
    #expect(followUps.mentions(in: []) == [])
  }

  @Test(
    arguments: [
      ("how hot must tea be", "and coffee", "how hot must coffee be"),
      ("is green tea healthy", "what about the beans", "is beans healthy"),
      ("are tea leaves better than milk", "and coffee", "are coffee better than milk"),
      // What is of another kind stays.
      ("does tea fit in a cup", "and coffee", "does coffee fit in a cup"),
      ("does tea fit in a cup", "and a pot", "does tea fit in a pot"),
      ("does tea fit", "and a pot", nil),
      // It says more, names nothing, the same, or two.
      ("how hot must tea be", "and coffee with milk", nil), ("how hot must tea be", "and", nil),
      ("how hot must tea be", "and leaves", nil), ("how hot must it be", "and coffee", nil),
      ("how hot must tea be", "coffee", nil), ("how hot must tea be", "and tea coffee", nil),
    ] as [(String, String, String?)])
  func askingTheSameOfAnother(_ previous: String, _ question: String, _ asked: String?) {
    #expect(followUps.asking(split(previous), of: split(question)) == asked.map(split))
  }

  @Test func aSubjectMayBindTheAnswerToItsSections() {
    #expect(followUps.sections(for: split("how dark is coffee")) == ["roasting"])
    #expect(followUps.sections(for: split("coffee or tea")) == nil)
    #expect(followUps.sections(for: split("how hot is tea")) == nil)
    #expect(followUps.sections(for: []) == nil)
  }

  @Test(
    arguments: [
      ("the first one", .place(0)), ("second", .place(1)), ("and the first", .place(0)),
      ("the last one", .last), ("what about the other", .other),
      // Among other words, when they can mean nothing else.
      ("is the second one strong", .place(1)), ("and the first is it hot", .place(0)),
      ("tell me about the first", .place(0)),
      ("not the first one", nil), ("tea but second one", nil),
      ("the first time", nil), ("is it second to none", nil), ("third", nil), ("", nil),
      ("and", nil),
    ] as [(String, FollowUps.Pick?)])
  func picksOneOfSeveral(message: String, pick: FollowUps.Pick?) {
    #expect(followUps.pick(split(message)) == pick)
  }

  @Test func whatASectionLists() {
    #expect(followUps.list(in: "drinks") == ["brewing", "roasting"])
    #expect(followUps.list(in: "brewing") == [])
  }

  @Test func messagesThatAskForMore() {
    #expect(followUps.asksForMore(split("tell me more")))
    #expect(!followUps.asksForMore(split("tell me more about tea")))
  }

  @Test func withoutWordsEveryQuestionStandsAlone() {
    let none = FollowUps(.none)
    #expect(!none.leans(split("and how does it work")))
    #expect(none.asking(split("how hot is tea"), of: split("and coffee")) == nil)
    #expect(none.sections(for: ["coffee"]) == nil)
  }
}
