import TestSupport
import Testing

@testable import KnowledgeBase

struct LexiconTests {
  private func faults(_ text: String) -> [KnowledgeFault] {
    KnowledgeFiles(["lexicon.yaml": text]).faults()
  }

  private func fault(_ line: Int, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "lexicon.yaml", line: line, message: message)
  }

  @Test func readsSynonymsAndWordLists() throws {
    let lexicon = try KnowledgeFiles().knowledge().lexicon
    #expect(
      lexicon.synonyms == [
        Lexicon.Synonym(say: "cuppa", means: ["tea"], weight: 0.5, line: 2),
        Lexicon.Synonym(say: "fridge", means: ["keeping"], weight: 1, line: 5),
      ])
    #expect(lexicon.protectedWords == ["oolong"])
    #expect(lexicon.stopWords.prefix(3) == ["a", "an", "the"])
  }

  @Test func isEmptyWithoutAFile() throws {
    let lexicon = try KnowledgeFiles(without: ["lexicon.yaml"]).knowledge().lexicon
    #expect(lexicon.synonyms == [])
    #expect(lexicon.protectedWords == [])
    #expect(lexicon.stopWords == [])
  }

  @Test func faultsNameTheirLine() {
    #expect(
      faults(
        """
        synonyms:
          - say: one two three four five
            means: [tea]
          - say: cuppa
            means: [tea]
            weight: 1.5
          - say: Cuppa
            means: []
          - means: [tea]
            weight: 0
          - say: brew
            means: [tea]
            wieght: 1
        stopwords: [a]
        """) == [
          fault(2, "`one two three four five` is longer than 4 words"),
          fault(6, "expected a number over 0 and at most 1"),
          fault(7, "`Cuppa` is there twice"),
          fault(8, "`means` names no word"),
          fault(9, "`say` is missing"),
          fault(10, "expected a number over 0 and at most 1"),
          fault(13, "unknown field `wieght`; expected one of say, means, weight"),
          fault(14, "unknown field `stopwords`; expected one of synonyms, protected, stop_words"),
        ])
  }
}
