import Testing

@testable import Safety

struct PleasantriesTests {
  private static let pleasantries = Pleasantries(["lol", "but i am fine", "thank you", "hi"])

  @Test(arguments: [
    ("make tea", "make tea"), ("make tea lol", "make tea"), ("hi make tea", "make tea"),
    ("Hi, hi! Make tea. But I am fine, LOL, thank you", "make tea"),
    // Only whole phrases, and only at the ends.
    ("make lol tea", "make lol tea"), ("i am fine", "i am fine"), ("fine thank", "fine thank"),
    ("hi", ""), ("hi lol", ""), ("", ""),
  ])
  func areSetAsideAtTheEnds(_ message: String, _ core: String) {
    let words = [WrittenWord](message)
    #expect(
      Self.pleasantries.trimmed(words[...]).map(\.text).joined(separator: " ") == core)
  }

  @Test func theWordsBetweenStayAsTheyAre() {
    let words = [WrittenWord]("hi. make tea? lol")
    #expect(Self.pleasantries.trimmed(words[...]) == words[1..<3])
  }

  @Test func withoutPhrasesNothingIsSetAside() {
    let words = [WrittenWord]("hi lol")
    #expect(Pleasantries([]).trimmed(words[...]) == words[...])
  }
}
