import Testing
import TextAnalysis

@testable import Retrieval

/// The index is equal to scikit-learn's `TfidfVectorizer` on plain settings.
@Suite struct ScikitLearnTests {
  static let corpora = ["clinic", "recipes", "scripts", "words"]
  private static let tolerance = 1e-6

  private func index(of fixture: ScikitLearnFixture) -> InvertedIndex {
    let analyzer = Analyzer(.plain)
    var builder = IndexBuilder()
    for document in fixture.documents { builder.add(terms: analyzer.terms(in: document)) }
    return builder.build()
  }

  @Test(arguments: corpora)
  func findsTheSameTermsAsRare(corpus: String) throws {
    let fixture = try ScikitLearnFixture.named(corpus)
    let index = index(of: fixture)
    #expect(index.terms.sorted() == fixture.inverseDocumentFrequencies.keys.sorted())
    for (term, frequency) in fixture.inverseDocumentFrequencies {
      #expect(abs(index.inverseDocumentFrequency(of: term) - frequency) < Self.tolerance, "\(term)")
    }
  }

  @Test(arguments: corpora)
  func weighsTermsTheSame(corpus: String) throws {
    let fixture = try ScikitLearnFixture.named(corpus)
    let index = index(of: fixture)
    #expect(fixture.weights.count > 3)
    for (number, weights) in fixture.weights {
      let document = try #require(Int(number))
      for (number, term) in index.terms.enumerated() {
        let weight = index.weight(of: number, in: document)
        #expect(
          abs(weight - weights[term, default: 0]) < Self.tolerance, "\(term) in \(document)")
      }
    }
  }

  @Test(arguments: corpora)
  func scoresEveryQueryTheSame(corpus: String) throws {
    let fixture = try ScikitLearnFixture.named(corpus)
    let index = index(of: fixture)
    let analyzer = Analyzer(.plain)
    #expect(fixture.cosines.count == fixture.queries.count)
    for (query, cosines) in zip(fixture.queries, fixture.cosines) {
      let scores = index.scores(for: Query(terms: analyzer.terms(in: query)))
      #expect(scores.count == cosines.count)
      for (document, (score, cosine)) in zip(scores, cosines).enumerated() {
        #expect(abs(score - cosine) < Self.tolerance, "\(query) in \(document)")
      }
    }
  }
}
