import KnowledgeBase
import Retrieval
import TestSupport
import Testing

@testable import Conversation

struct CoverageTests {
  private let index: SubjectIndex

  init() throws {
    index = SubjectIndex(try KnowledgeFiles().knowledge())
  }

  private func coverage(_ question: String, by section: String) -> Coverage {
    index.ranking.coverage(of: index.reader.read(question), by: .section(section))
  }

  @Test func wordsOfTheSectionAndItsPhrasingsAreCovered() {
    let coverage = coverage("steep the leaves with hot water", by: "brewing")
    #expect(coverage.words.map(\.word) == ["steep", "leaves", "hot", "water"])
    #expect(coverage.words.map(\.isCovered) == [true, true, true, true])
    #expect(coverage.share == 1)
  }

  @Test func aWordKnownNowhereCountsMostAgainst() throws {
    let coverage = coverage("hot water warranty", by: "brewing")
    #expect(coverage.words.map(\.isCovered) == [true, true, false])
    let weights = coverage.words.map(\.weight)
    #expect(weights[2] > max(weights[0], weights[1]))
    let content = SubjectUnits(try KnowledgeFiles().knowledge())
    #expect(
      weights[2]
        == TFIDF.inverseDocumentFrequency(
          documentFrequency: 0, documentCount: content.units.count))
    #expect(abs(coverage.share - (weights[0] + weights[1]) / weights.reduce(0, +)) < 1e-12)
  }

  @Test func aSynonymAccountsForTheWordItStandsFor() {
    let coverage = coverage("cuppa", by: "what-is-tea")
    #expect(coverage.words.map(\.isCovered) == [true])
  }

  @Test func aQuestionWithoutContentWordsIsNotCovered() {
    let coverage = coverage("what is it", by: "keeping")
    #expect(coverage.words == [])
    #expect(coverage.share == 0)
  }
}
