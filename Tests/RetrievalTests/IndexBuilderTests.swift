import Testing
import TextAnalysis

@testable import Retrieval

@Suite struct IndexBuilderTests {
  @Test func numbersDocumentsInOrder() {
    var builder = IndexBuilder()
    #expect(builder.add(terms: ["cat"]) == 0)
    #expect(builder.add(terms: []) == 1)
    #expect(builder.add(terms: ["cat", "dog"]) == 2)
    let index = builder.build()
    #expect(index.documentCount == 3)
    #expect(index.termCount == 2)
    #expect(index.terms == ["cat", "dog"])
  }

  @Test func withoutDocumentsMakesAnEmptyIndex() {
    let index = IndexBuilder().build()
    #expect(index.documentCount == 0)
    #expect(index.termCount == 0)
    #expect(index.scores(for: Query(terms: ["cat"])) == [])
    #expect(index.topHits(for: Query(terms: ["cat"]), count: 3) == [])
    #expect(index.documentFrequency(of: "cat") == 0)
    #expect(index.inverseDocumentFrequency(of: "cat") == 1)
  }

  @Test func documentsWithoutTermsAreCountedAndNotFound() {
    var builder = IndexBuilder()
    for terms in [[], ["cat"], [], []] { builder.add(terms: terms) }
    let index = builder.build()
    #expect(index.documentCount == 4)
    #expect(index.scores(for: Query(terms: ["cat"])) == [0, 1, 0, 0])
    #expect(index.topHits(for: Query(terms: ["cat"]), count: 4).map(\.document) == [1])
    // ln(5 / 2) + 1: the empty ones make the term rarer.
    #expect(abs(index.inverseDocumentFrequency(of: "cat") - 1.916_290_731_874_155) < 1e-14)
  }

  @Test func listsDocumentsOnceAndInOrder() {
    var builder = IndexBuilder()
    for terms in [["dog", "cat", "dog"], ["cat"], ["dog", "dog", "dog"]] {
      builder.add(terms: terms)
    }
    let index = builder.build()
    #expect(index.terms == ["dog", "cat"])
    #expect(index.postings.map { $0.map(\.document) } == [[0, 2], [0, 1]])
  }

  @Test func everyDocumentHasUnitLength() {
    let index = RandomCorpus(seed: 1).index
    var squares = [Double](repeating: 0, count: index.documentCount)
    for posting in index.postings.joined() {
      squares[posting.document] += posting.weight * posting.weight
    }
    #expect(squares.contains(0))
    #expect(squares.allSatisfy { $0 == 0 || abs($0 - 1) < 1e-12 })
  }

  /// An index is a value: what is added later does not reach it.
  @Test func builtIndexStaysAsItIs() {
    var builder = IndexBuilder()
    builder.add(terms: ["cat", "dog"])
    builder.add(terms: ["dog"])
    let first = builder.build()
    let scores = first.scores(for: Query(terms: ["cat", "dog"]))
    builder.add(terms: ["dog", "fish"])
    let second = builder.build()
    #expect(first.documentCount == 2)
    #expect(first.termCount == 2)
    #expect(first.scores(for: Query(terms: ["cat", "dog"])) == scores)
    #expect(second.documentCount == 3)
    #expect(second.documentFrequency(of: "dog") == 3)
  }

  /// Documents of remembered words, of terms, and of both in one index.
  @Test func rememberedWordsMakeTheSameIndex() {
    let texts = [
      "The infusion helps", "", "infusions? INFUSIONS!", "the the",
      "It helped; the infusion helped.",
      "Nobody helps",
    ]
    let settings = Analyzer.Settings(stopWords: ["the", "it"])
    let analyzer = Analyzer(settings)
    var plain = IndexBuilder()
    var remembered = IndexBuilder()
    var mixed = IndexBuilder()
    for (number, text) in texts.enumerated() {
      let terms = Analyzer(settings).terms(in: text)
      let words = analyzer.remember(text)
      #expect(plain.add(terms: terms) == number)
      #expect(remembered.add(remembered: words, by: analyzer) == number)
      #expect(
        number.isMultiple(of: 2)
          ? mixed.add(terms: terms) == number
          : mixed.add(remembered: words, by: analyzer) == number)
    }
    let expected = plain.build()
    #expect(Set(expected.terms) == ["infus", "help", "nobodi"])
    for index in [remembered.build(), mixed.build()] {
      #expect(index.documentCount == expected.documentCount)
      #expect(Set(index.terms) == Set(expected.terms))
      for (term, list) in zip(expected.terms, expected.postings) {
        let number = index.number(of: term)
        #expect(number.map { index.postings[$0].map(\.document) } == list.map(\.document))
        #expect(
          index.inverseDocumentFrequency(of: term) == expected.inverseDocumentFrequency(of: term))
      }
      let query = Query(terms: ["infus", "help", "help", "it"])
      for (score, other) in zip(index.scores(for: query), expected.scores(for: query)) {
        #expect(abs(score - other) < 1e-12)
      }
    }
  }
}
