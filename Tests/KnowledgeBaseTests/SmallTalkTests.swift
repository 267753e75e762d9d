import TestSupport
import Testing

@testable import KnowledgeBase

struct SmallTalkTests {
  @Test func readsIntentsInOrder() throws {
    let smallTalk = try KnowledgeFiles().knowledge().smallTalk
    #expect(
      smallTalk == [
        SmallTalk(
          id: "greeting", reply: "Hello. What would you like to know?",
          phrases: ["hello", "good morning", "hi there"]),
        SmallTalk(id: "thanks", reply: "You are welcome.", phrases: ["thanks", "thank you"]),
        SmallTalk(
          id: "repeat", reply: "Please ask again.", phrases: ["repeat", "say that again"]),
      ])
  }

  @Test func faultsNameTheirLine() {
    let faults = KnowledgeFiles([
      "small-talk.yaml": """
      intents:
        - id: greeting
          reply: Hello.
        - id: thanks
          phrases: [thanks]
        - id: bye
          reply: Bye.
          says: bye
          phrases: [bye]
      """
    ]).faults()
    #expect(
      faults == [
        KnowledgeFault(
          file: "small-talk.yaml", line: 2, message: "`greeting` has no phrase"),
        KnowledgeFault(file: "small-talk.yaml", line: 4, message: "`reply` is missing"),
        KnowledgeFault(
          file: "small-talk.yaml", line: 8,
          message: "unknown field `says`; expected one of id, reply, phrases"),
      ])
  }
}
