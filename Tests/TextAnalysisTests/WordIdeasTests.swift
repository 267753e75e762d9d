import TestSupport
import Testing
import TextAnalysis

struct WordIdeasTests {
  private static let ideas = WordIdeas(["partner": ["husband", "wife"], "self": ["i", "me"]])

  @Test func noWordStandsForAnIdeaAtFirst() {
    let ideas = WordIdeas()
    #expect(ideas.names == [])
    #expect(ideas.wordCount == 0)
    #expect(ideas.idea(of: "wife") == nil)
  }

  @Test(
    arguments: [
      ("husband", "partner"), ("wife", "partner"), ("i", "self"), ("me", "self"), ("wif", nil),
      ("wifes", nil), ("Wife", nil), ("", nil), ("partner", nil),
    ] as [(String, String?)])
  func aWordStandsForItsIdea(_ word: String, _ idea: String?) {
    #expect(Self.ideas.idea(of: word) == idea)
  }

  @Test func namesAndWordsAreCounted() {
    #expect(Self.ideas.names == ["partner", "self"])
    #expect(Self.ideas.wordCount == 4)
  }

  @Test func aWordStandsForOneIdea() {
    var ideas = Self.ideas
    let text = Array("my wife and mum".utf8)
    let isAddedTwice = ideas.add(3..<7, in: text, to: "family")
    #expect(!isAddedTwice)
    #expect(ideas.idea(of: "wife") == "partner")
    #expect(ideas.names == ["partner", "self"])
    #expect(ideas.wordCount == 4)
    let isAdded = ideas.add(12..<15, in: text, to: "family")
    #expect(isAdded)
    #expect(ideas.idea(of: "mum") == "family")
    #expect(ideas.names == ["partner", "self", "family"])
    #expect(ideas.wordCount == 5)
  }
}
