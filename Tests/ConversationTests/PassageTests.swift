import Testing

@testable import Conversation

struct PassageTests {
  /// Paragraphs of so many words.
  private func paragraphs(_ lengths: [Int]) -> [String] {
    lengths.map { Array(repeating: "word", count: $0).joined(separator: " ") }
  }

  @Test(arguments: [
    // The whole section while it fits.
    ([10], 0, 0..<1), ([40, 40, 35], 1, 0..<3), ([115], 0, 0..<1),
    // From the best paragraph on, then back.
    ([60, 50, 60], 1, 1..<3), ([50, 60, 70], 1, 0..<2), ([50, 30, 70, 10], 2, 1..<4),
    ([100, 20, 100], 1, 1..<2),
    // A long paragraph stands alone, but is never cut.
    ([10, 200, 10], 1, 1..<2),
    // Only neighbours: what does not fit ends the passage.
    ([10, 110, 10, 110, 10], 2, 2..<3),
  ])
  func showsWhatFitsAroundTheBestParagraph(_ lengths: [Int], _ best: Int, _ shown: Range<Int>) {
    #expect(Passage(paragraphs: paragraphs(lengths), around: best).shown == shown)
  }

  @Test func paragraphsAreJoinedByABlankLine() {
    #expect(Passage.joined(["a", "b"]) == "a\n\nb")
  }
}
