import Testing

@testable import Conversation

struct QuestionPartsTests {
  @Test(
    arguments: [
      ("what is tea? how is it made?", ["what is tea?", "how is it made?"]),
      ("what is tea and how is it made", ["what is tea?", "how is it made?"]),
      (
        "What is tea? How is it made? Where does it grow?",
        ["What is tea?", "How is it made?", "Where does it grow?"]
      ),
      ("¿Qué es el té y cómo se hace?", ["¿Qué es el té?", "cómo se hace?"]),
      // One question, a story before it, more than three, or an "and" within one.
      ("what is tea?", []), ("i like tea. how is it made?", []),
      ("what is tea and milk", []), ("is it hot and is it wet", ["is it hot?", "is it wet?"]),
      ("what is a? what is b? what is c? what is d?", []), ("", []), ("???", []), ("and how", []),
      ("what? how is it made?", []),
    ] as [(String, [String])])
  func splitting(_ text: String, _ parts: [String]) {
    #expect(QuestionParts.split(text) == parts)
  }
}
