import Testing

@testable import Safety

struct PhraseCoverTests {
  private static let cover = PhraseCover(["yes", "right now", "i am", "i am not", "now"])

  private func words(_ message: String) -> [String] {
    message.split(separator: " ").map(String.init)
  }

  @Test(arguments: [
    ("yes", true), ("right now", true), ("yes right now", true), ("now yes now yes", true),
    ("i am not", true), ("i am yes", true), ("", false), ("right", false), ("yes right", false),
    ("yes tea", false), ("tea yes", false), ("yesnow", false), ("i", false),
  ])
  func coversWhatIsMadeOfPhrasesOnly(_ message: String, _ isCovered: Bool) {
    #expect(Self.cover.covers(words(message)) == isCovered)
  }

  @Test func theLongestPhraseIsTaken() {
    // "a" and "b c" would cover it, but "a b" is taken.
    #expect(!PhraseCover(["a", "a b", "b c"]).covers(["a", "b", "c"]))
  }

  @Test(
    arguments: [
      ("i am not here", 3, nil), ("here i am", nil, 2), ("right now", 2, 2), ("yes i am not", 1, 3),
      ("not right", nil, nil), ("", nil, nil),
    ] as [(String, Int?, Int?)])
  func theLongestPhraseAtAnEndIsMeasured(_ message: String, _ first: Int?, _ last: Int?) {
    #expect(Self.cover.length(in: words(message), atEnd: false) == first)
    #expect(Self.cover.length(in: words(message), atEnd: true) == last)
  }

  @Test func noPhrasesCoverNothing() {
    #expect(!PhraseCover([]).covers(["yes"]))
    #expect(PhraseCover([]).length(in: ["yes"], atEnd: true) == nil)
    // A phrase without words is none.
    #expect(!PhraseCover(["", " "]).covers(["yes"]))
  }
}
