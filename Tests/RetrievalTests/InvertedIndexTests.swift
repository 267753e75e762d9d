import TestSupport
import Testing

@testable import Retrieval

@Suite struct InvertedIndexTests {
  /// Four documents whose numbers were worked out by hand from the formulas:
  /// idf of cat ln(5/4) + 1, of dog ln(5/3) + 1, of fish ln(5/2) + 1.
  private static let index = {
    var builder = IndexBuilder()
    for terms in [["cat", "dog"], ["cat", "cat", "fish"], [], ["dog", "cat"]] {
      builder.add(terms: terms)
    }
    return builder.build()
  }()

  private func isNear(_ values: [Double], _ expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test(arguments: [
    ("cat", 3, 1.223_143_551_314_209_7), ("dog", 2, 1.510_825_623_765_990_7),
    ("fish", 1, 1.916_290_731_874_155), ("bird", 0, 2.609_437_912_434_100_3),
    ("", 0, 2.609_437_912_434_100_3), ("Cat", 0, 2.609_437_912_434_100_3),
  ])
  func knowsHowRareTermsAre(term: String, documents: Int, frequency: Double) {
    #expect(Self.index.documentFrequency(of: term) == documents)
    #expect(abs(Self.index.inverseDocumentFrequency(of: term) - frequency) < 1e-12)
  }

  @Test func weighsTermsInDocuments() {
    let weights = Self.index.terms.indices.map { term in
      (0..<4).map { Self.index.weight(of: term, in: $0) }
    }
    #expect(Self.index.terms == ["cat", "dog", "fish"])
    #expect(
      isNear(
        weights[0], [0.629_227_514_669_552_6, 0.733_984_445_896_405_1, 0, 0.629_227_514_669_552_6]))
    #expect(isNear(weights[1], [0.777_221_162_078_579_7, 0, 0, 0.777_221_162_078_579_7]))
    #expect(isNear(weights[2], [0, 0.679_166_278_007_195_5, 0, 0]))
  }

  @Test(arguments: [
    (["cat"], [0.629_227_514_669_552_6, 0.733_984_445_896_405_1, 0, 0.629_227_514_669_552_6]),
    // A word that no document holds takes nothing from the others.
    (
      ["dog", "bird", "fish"],
      [0.481_201_168_516_011_2, 0.533_341_315_376_918_5, 0, 0.481_201_168_516_011_2]
    ),
    (
      ["fish", "fish", "dog"],
      [0.328_086_343_132_126_9, 0.615_689_034_828_519, 0, 0.328_086_343_132_126_9]
    ),
    // The document itself.
    (
      ["cat", "fish", "cat"],
      [0.461_843_208_697_503_67, 1, 0, 0.461_843_208_697_503_67]
    ),
    (["bird", "bird"], [0, 0, 0, 0]),
    ([], [0, 0, 0, 0]),
  ])
  func scoresByCosine(terms: [String], scores: [Double]) {
    #expect(isNear(Self.index.scores(for: Query(terms: terms)), scores))
  }

  @Test func queryVectorHasUnitLengthAndNoUnknownTerms() {
    let weights = Self.index.vector(for: Query(terms: ["dog", "bird", "fish"])).weights
    #expect(weights.map(\.term) == [1, 2])
    #expect(isNear(weights.map(\.weight), [0.619_130_296_489_997_2, 0.785_288_275_710_396_7]))
    #expect(Self.index.vector(for: Query(terms: ["bird"])).weights.isEmpty)
  }

  @Test func aTermOfNoWeightFindsNothing() {
    var query = Query()
    query.expand(with: "cat", weight: 0)
    #expect(Self.index.vector(for: query).weights.isEmpty)
    #expect(Self.index.topHits(for: query, count: 4) == [])
  }

  @Test(arguments: [
    (0, []), (-1, []), (1, [1]), (2, [1, 0]), (3, [1, 0, 3]), (4, [1, 0, 3]), (.max, [1, 0, 3]),
  ])
  func equalHitsStandInTheOrderOfDocuments(count: Int, documents: [Int]) {
    let hits = Self.index.topHits(for: Query(terms: ["cat"]), count: count)
    #expect(hits.map(\.document) == documents)
    let scores = Self.index.scores(for: Query(terms: ["cat"]))
    #expect(hits.map(\.score) == documents.map { scores[$0] })
  }

  @Test(arguments: [[], ["bird"]])
  func nothingKnownFindsNothing(terms: [String]) {
    #expect(Self.index.topHits(for: Query(terms: terms), count: 4) == [])
  }

  // MARK: Against the formulas, on random corpora

  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithTheNaiveRanker(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    let naive = NaiveRanker(documents: corpus.documents)
    let index = corpus.index
    for (term, number) in zip(index.terms, 0...) {
      #expect(index.documentFrequency(of: term) == naive.documentFrequency(of: term))
      for (document, weights) in naive.weights.enumerated() {
        #expect(abs(index.weight(of: number, in: document) - weights[term, default: 0]) < 1e-12)
      }
    }
    for query in corpus.queries {
      let expected = naive.scores(for: query)
      #expect(isNear(index.scores(for: query.query), expected), "\(query)")
      #expect(index.scores(for: query.query).allSatisfy { (0...1 + 1e-12).contains($0) })
      for count in [0, 1, 3, 10, corpus.documents.count + 1] {
        let hits = index.topHits(for: query.query, count: count)
        #expect(hits.count == min(count, expected.count { $0 > 0 }))
        #expect(hits == hits.sorted { $0.precedes($1) })
        #expect(hits.allSatisfy { abs($0.score - expected[$0.document]) < 1e-12 })
        // Whatever is left out is no better than the last that is in.
        let leastIn = hits.last?.score ?? .infinity
        let found = Set(hits.map(\.document))
        #expect(found.count == hits.count)
        for (document, score) in expected.enumerated() where !found.contains(document) {
          #expect(score <= leastIn + 1e-12)
        }
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func topHitsAreTheFirstOfTheSortedScores(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    let index = corpus.index
    for query in corpus.queries {
      let ranking = index.scores(for: query.query).enumerated()
        .map { Hit(document: $0, score: $1) }.filter { $0.score > 0 }
        .sorted { $0.precedes($1) }
      for count in [0, 1, 2, 5, 100] {
        #expect(index.topHits(for: query.query, count: count) == Array(ranking.prefix(count)))
      }
    }
  }

  /// A document is found the same wherever it stands in the collection, and a
  /// question means the same in any order of words.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderOfAddingDoesNotChangeScores(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    var random = SeededGenerator(seed: seed)
    let order = corpus.documents.indices.shuffled(using: &random)
    var builder = IndexBuilder()
    for document in order {
      builder.add(terms: corpus.documents[document].shuffled(using: &random))
    }
    let shuffled = builder.build()
    let index = corpus.index
    for query in corpus.queries {
      let scores = shuffled.scores(for: query.shuffled(using: &random).query)
      #expect(isNear(scores, order.map { index.scores(for: query.query)[$0] }))
    }
  }

  /// Equal documents have equal scores to the last bit, else they would not
  /// stand in the order of their numbers.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func equalDocumentsHaveEqualScores(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    var builder = IndexBuilder()
    for terms in corpus.documents + corpus.documents { builder.add(terms: terms) }
    let index = builder.build()
    for query in corpus.queries {
      let scores = index.scores(for: query.query)
      #expect(scores.prefix(scores.count / 2) == scores.suffix(scores.count / 2))
    }
  }

  // MARK: The same in every process

  /// All numbers of the rankings of a few corpora, to the last bit.
  static func fingerprint() -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    for seed in 0..<5 as Range<UInt64> {
      let corpus = RandomCorpus(seed: seed)
      let ranking = GroupRanking(index: corpus.index, groups: corpus.groups)
      for query in corpus.queries {
        for hit in corpus.index.topHits(for: query.query, count: 10) {
          add(UInt64(hit.document))
          add(hit.score.bitPattern)
        }
        for hit in ranking.rank(query.query) {
          add(UInt64(hit.group))
          add(hit.score.bitPattern)
          for part in ranking.explain(hit, for: query.query).details {
            for byte in part.description.utf8 { add(UInt64(byte)) }
            add(part.value.bitPattern)
          }
        }
      }
    }
    return String(hash, radix: 16)
  }

  /// Dictionaries are ordered differently in every process.
  @Test func rankingIsTheSameInEveryProcess() async throws {
    let here = Self.fingerprint()
    #expect(Self.fingerprint() == here)
    for _ in 0..<2 {
      let child = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        print("fingerprint:", InvertedIndexTests.fingerprint())
      }
      let output = String(decoding: try #require(child).standardOutputContent, as: UTF8.self)
      #expect(output.contains("fingerprint: \(here)\n"))
    }
  }
}
