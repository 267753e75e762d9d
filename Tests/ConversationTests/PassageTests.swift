import Testing

@testable import Conversation

struct PassageTests {
  /// Paragraphs of so many words.
  private func paragraphs(_ lengths: [Int]) -> [String] {
    lengths.map { Array(repeating: "word", count: $0).joined(separator: " ") }
  }

  @Test(arguments: [
    // The whole section while it fits.
    ([10], [1.0], 0..<1), ([30, 30, 30], [0, 1, 0], 0..<3), ([90], [0], 0..<1),
    // From the best paragraph on, then back.
    ([50, 40, 50], [0, 1, 0], 1..<3), ([40, 50, 60], [0, 1, 0], 0..<2),
    ([40, 20, 60, 10], [0, 0, 1, 0], 1..<4), ([80, 20, 80], [0, 1, 0], 1..<2),
    // A long paragraph stands alone, but is never cut.
    ([10, 200, 10], [0, 1, 0], 1..<2),
    // The first of equals.
    ([80, 80], [0.5, 0.5], 0..<1), ([80, 80], [0, 0], 0..<1), ([80, 80], [0.4, 0.7], 1..<2),
    // The first unless another is clearly better.
    ([80, 80], [0.4, 0.5], 0..<1), ([80, 80, 80], [0.1, 0.4, 0.5], 2..<3),
    // Only neighbours: what does not fit ends the passage.
    ([10, 85, 10, 85, 10], [0, 0, 1, 0, 0], 2..<3),
  ])
  func showsWhatFitsAroundTheBestParagraph(
    _ lengths: [Int], _ scores: [Double], _ shown: Range<Int>
  ) {
    #expect(Passage(paragraphs: paragraphs(lengths), scores: scores).shown == shown)
  }

  @Test func paragraphsAreJoinedByABlankLine() {
    #expect(Passage.joined(["a", "b"]) == "a\n\nb")
  }
}
