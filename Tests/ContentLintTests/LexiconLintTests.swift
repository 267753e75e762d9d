import ContentLint
import KnowledgeBase
import TestSupport
import Testing

struct LexiconLintTests {
  private func lint(_ entries: String) throws -> LexiconLint {
    LexiconLint(
      try KnowledgeFiles(["lexicon.yaml": "synonyms:\n" + entries]).knowledge().lexicon)
  }

  @Test func entriesThatStandForEachOtherAreAnError() throws {
    let cycles = try lint(
      """
        - {say: brews, means: [kettle]}
        - {say: cuppa, means: [tea]}
        - {say: kettle, means: [pot, brew]}
      """
    ).cycles()
    #expect(
      cycles.map { $0.description(in: "K") } == [
        "K/lexicon.yaml:2: error: entries that stand for each other: "
          + "`brews` (line 2), `kettle` (line 4)"
      ])
  }

  @Test func aChainIsNoCircle() throws {
    #expect(
      try lint(
        """
          - {say: cuppa, means: [brew]}
          - {say: brew, means: [tea]}
        """
      ).cycles().isEmpty)
  }

  @Test func whatHasTheStemsOfALaterEntryIsNeverUsed() throws {
    let findings = try lint(
      """
        - {say: brewing, means: [tea]}
        - {say: brewed, means: [steep]}
        - {say: steeping, means: [steep]}
      """
    ).idleForms()
    #expect(findings.map(\.line) == [2, 4])
    #expect(findings.allSatisfy { $0.weight == .remark })
  }

  @Test func whatComesInNoTextIsUnheard() throws {
    let findings = try lint(
      """
        - {say: cuppa, means: [tea]}
        - {say: hot water, means: [boil]}
        - {say: water hot, means: [boil]}
      """
    ).unheard(in: ["how hot waters get", ""])
    #expect(findings.map(\.line) == [2, 4])
  }
}
