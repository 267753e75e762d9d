import ContentLint
import KnowledgeBase
import TestSupport
import Testing

struct PhrasingsLintTests {
  private func lint(_ brewing: String, price: String) throws -> PhrasingsLint {
    PhrasingsLint(
      try KnowledgeFiles([
        "phrasings/brewing.txt": "## plain\n" + brewing,
        "phrasings/price.txt": "## plain\n" + price,
      ]).knowledge())
  }

  @Test func oneTextUnderTwoSubjectsIsAnError() throws {
    let repeats = try lint("how MUCH, is it?", price: "what\nhow much is it").repeats()
    #expect(
      repeats.map { $0.description(in: "K") } == [
        "K/phrasings/price.txt:3: error: \"how much is it\" also stands at phrasings/brewing.txt:2"
      ])
  }

  @Test func oneTextTwiceUnderOneSubjectIsARemark() throws {
    let repeats = try lint("is it hot\nIs it hot?", price: "what").repeats()
    #expect(repeats.map(\.weight) == [.remark])
    #expect(repeats.map(\.line) == [3])
  }

  @Test func nearDuplicatesAreToldByWhatTheyAskFor() throws {
    let lint = try lint(
      "how long should the black tea steep\nhow long should the black tea stepe",
      price: "how long should the black tea steeps")
    let (between, within) = lint.nearDuplicates()
    #expect(between.map(\.line).allSatisfy { $0 == 2 || $0 == 3 })
    #expect(between.first?.message.hasSuffix("at phrasings/price.txt:2") == true)
    #expect(within.map(\.line) == [2])
    #expect(lint.repeats().isEmpty)
  }

  @Test func aSectionLacksTheVoicesThatItDoesNotHave() throws {
    let knowledge = try KnowledgeFiles().knowledge()
    let gaps = PhrasingsLint.gaps(in: knowledge, voices: ["plain", "rural"])
    #expect(gaps.first { $0.section == "brewing" }?.missing == ["rural"])
    #expect(gaps.first { $0.section == "keeping" }?.missing == ["plain", "rural"])
  }
}
