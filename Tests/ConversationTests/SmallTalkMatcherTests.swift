import Testing

@testable import Conversation
@testable import KnowledgeBase

struct SmallTalkMatcherTests {
  private let matcher = SmallTalkMatcher([
    SmallTalk(id: "greeting", reply: "", phrases: ["hi", "good morning", "what's up"]),
    SmallTalk(id: "thanks", reply: "", phrases: ["thank you", "good", "thank you so much"]),
    SmallTalk(id: "bye", reply: "", phrases: ["good night", "hi"]),
  ])

  @Test(arguments: [
    ("hi", "greeting"), ("Hi!!!", "greeting"), ("Good   MORNING.", "greeting"),
    ("whats up?", "greeting"), ("what’s up", "greeting"),
    // Of several kinds, the last said.
    ("hi, thank you", "thanks"), ("thank you. good night!", "bye"),
    ("good good morning", "greeting"),
    ("hi good", "thanks"), ("thank you so much", "thanks"), ("hí", "greeting"),
  ])
  func phrasesMakeUpTheWholeMessage(_ message: String, _ id: String) {
    #expect(matcher.match(message)?.id == id)
  }

  @Test(arguments: [
    "", "?", "hi what is tea", "what is tea, thank you", "morning", "so much", "thank you so",
    "thank", "hii",
  ])
  func anythingElseIsNoSmallTalk(_ message: String) {
    #expect(matcher.match(message) == nil)
  }

  @Test func withoutPhrasesNothingMatches() {
    #expect(SmallTalkMatcher([]).match("hi") == nil)
  }
}
