import Retrieval
import Testing

@Suite struct QueryTests {
  private func frequencies(of query: Query) -> [String] {
    query.frequencies.map { "\($0.term) \($0.frequency)" }
  }

  @Test func withoutTermsHasNoFrequencies() {
    #expect(Query().frequencies.isEmpty)
    #expect(Query(terms: []).frequencies.isEmpty)
  }

  @Test func keepsTheOrderOfFirstAppearance() {
    #expect(
      frequencies(of: Query(terms: ["zoo", "ant", "bee"])) == ["zoo 1.0", "ant 1.0", "bee 1.0"])
  }

  @Test func repeatedTermsWeighMore() {
    let query = Query(terms: ["cat", "dog", "cat", "cat", "dog", "fish"])
    #expect(query.frequencies.map(\.term) == ["cat", "dog", "fish"])
    #expect(
      query.frequencies.map(\.frequency) == [
        TFIDF.termFrequency(3), TFIDF.termFrequency(2), 1,
      ])
  }

  @Test func expansionAddsATerm() {
    var query = Query(terms: ["cat"])
    query.expand(with: "dog", weight: 0.5)
    #expect(frequencies(of: query) == ["cat 1.0", "dog 0.5"])
  }

  @Test func expansionNeverLowersATerm() {
    var query = Query(terms: ["cat"])
    query.expand(with: "cat", weight: 0.5)
    #expect(frequencies(of: query) == ["cat 1.0"])
    query.expand(with: "cat", weight: 1.5)
    #expect(frequencies(of: query) == ["cat 1.5"])
  }

  @Test func ofTwoExpansionsTheStrongerCounts() {
    var query = Query()
    query.expand(with: "cat", weight: 0.25)
    query.expand(with: "dog", weight: 0.75)
    query.expand(with: "cat", weight: 0.5)
    query.expand(with: "dog", weight: 0.5)
    #expect(frequencies(of: query) == ["cat 0.5", "dog 0.75"])
  }
}
