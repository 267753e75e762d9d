import Testing
import TextAnalysis

@testable import Safety

struct PleasantriesTests {
  private static let pleasantries = Pleasantries(["lol", "but i am fine", "thank you", "hi"])

  /// What is left step by step, the words of each step joined.
  private func steps(_ message: String, _ pleasantries: Pleasantries = pleasantries) -> [String] {
    pleasantries.trimmings([WrittenWord](message)[...]).map {
      $0.map(\.text).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("make tea", []), ("make tea lol", ["make tea"]), ("hi make tea", ["make tea"]),
    ("Hi, make tea. But I am fine, LOL", ["hi make tea but i am fine", "hi make tea", "make tea"]),
    // Only whole phrases, only at the ends, and never the last word.
    ("make lol tea", []), ("i am fine", []), ("fine thank", []), ("hi", []), ("hi lol", ["hi"]),
    ("", []),
  ])
  func areTakenOffOneByOneAtTheEnds(_ message: String, _ left: [String]) {
    #expect(steps(message) == left)
  }

  @Test func fourAtAnEndAreEnough() {
    #expect(steps("tea lol lol lol lol lol lol").last == "tea lol lol")
  }

  @Test func theWordsBetweenStayAsTheyAre() {
    let words = [WrittenWord]("hi. make tea? lol")
    #expect(Self.pleasantries.trimmings(words[...]).last == words[1..<3])
  }

  @Test func withoutPhrasesNothingIsTakenOff() {
    #expect(steps("hi lol", Pleasantries([])) == [])
  }
}
