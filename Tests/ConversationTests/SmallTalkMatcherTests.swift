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

  @Test(arguments: [
    ("Good morning! What is tea?", " What is tea?"), ("What is tea? Thank you.", "What is tea?"),
    ("Hi. Hi! What is tea? And milk? Thank you. Good night.", " What is tea? And milk?"),
    // Nothing but courtesies, none, or one in the middle.
    ("Hi. Thank you!", "Hi. Thank you!"), ("What is tea", "What is tea"), ("", ""),
    ("What is tea? Thank you. And milk?", "What is tea? Thank you. And milk?"),
    ("hi what is tea", "hi what is tea"), ("Hi. ", "Hi. "),
  ])
  func courtesiesAroundAQuestionAreSetAside(_ message: String, _ rest: String) {
    #expect(matcher.withoutCourtesies(message) == rest)
  }
}
