import KnowledgeBase
import TestSupport
import Testing

@testable import Rendering

struct LineWrappingTests {
  @Test(arguments: [
    ("one two three four five", "one two three four\nfive"),
    ("one\ntwo", "one\ntwo"),
    ("one\n\n\ntwo\n", "one\n\n\ntwo\n"),
    ("", ""),
    // Twenty columns exactly.
    ("12345 12345 123456 78", "12345 12345 123456\n78"),
    ("12345 12345 12345678", "12345 12345 12345678"),
    // A word that no line can hold stands alone.
    ("an unbelievablyverylongword it is", "an\nunbelievablyverylongword\nit is"),
    // Lists and numbered lines hang under their first word.
    ("- one two three four five six", "- one two three four\n  five six"),
    ("1. one two three four five six", "1. one two three\n   four five six"),
    ("12. one two three four five", "12. one two three\n    four five"),
    ("1.one two three four five six", "1.one two three four\nfive six"),
    // Wide characters take two columns, marks none.
    ("茶茶茶茶 茶茶茶茶 茶茶茶茶", "茶茶茶茶 茶茶茶茶\n茶茶茶茶"),
    (
      "di\u{301}a di\u{301}a di\u{301}a di\u{301}a di\u{301}a",
      "di\u{301}a di\u{301}a di\u{301}a di\u{301}a di\u{301}a"
    ),
  ])
  func breaksAtTwentyColumns(_ text: String, _ expected: String) {
    #expect(LineWrapping.wrap(text, width: 20) == expected)
  }

  @Test func fittingLinesAreLeftAsTheyAre() {
    let text = "  two  spaces \n\ttab"
    #expect(LineWrapping.wrap(text, width: 20) == text)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 19, 20])
  func noWidthIsLessThanTwenty(_ width: Int) {
    #expect(
      LineWrapping.wrap("one two three four five", width: width) == "one two three four\nfive")
  }

  @Test(arguments: [20, 40, 80])
  func noLineIsTooLongUnlessItIsOneWord(_ width: Int) throws {
    let knowledge = try RealKnowledge.load()
    var random = SeededGenerator(seed: UInt64(width))
    let words: [String] =
      knowledge.sections.flatMap(\.paragraphs).flatMap { $0.split(separator: " ").map(String.init) }
      + ["茶茶茶茶", "e\u{301}te\u{301}", "🍵🍵", "N-methyl-D-aspartate-receptor-antagonist", "-", "1."]
    for _ in 0..<500 {
      let count = Int.random(in: 1...40, using: &random)
      let mark = random.pick(["", "- ", "1. ", "10. "])
      let text = mark + (0..<count).map { _ in random.pick(words) }.joined(separator: " ")
      let lines = LineWrapping.wrap(text, width: width).split(separator: "\n")
      for line in lines where DisplayWidth.of(line) > width {
        #expect(line.split(separator: " ").count == 1, "\(line)")
      }
      // Nothing is lost, added or moved.
      #expect(
        lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "), "\(text)")
    }
  }
}
