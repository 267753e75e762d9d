import Retrieval
import TestSupport
import TextAnalysis

/// Documents, groups and queries of made-up terms, the same for the same seed.
///
/// Some documents are empty, some equal; some queries hold terms that no
/// document holds, repeated terms, synonyms or nothing at all.
struct RandomCorpus {
  private(set) var documents: [[Term]] = []
  /// The group of each document, without gaps.
  private(set) var groups: [Int] = []
  private(set) var queries: [RandomQuery] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    // The product of two draws prefers low numbers: common terms and rare ones.
    func term() -> Term { "t\(number(0...6) * number(0...6))" }

    for document in 0..<number(1...40) {
      if document > 0, number(0...4) == 0 {
        documents.append(documents[number(0...document - 1)])
      } else {
        documents.append((0..<max(0, number(-1...15))).map { _ in term() })
      }
    }
    documents += [[], documents[0]]
    let groupCount = number(1...6)
    groups = documents.indices.map { $0 < groupCount ? $0 : number(0...groupCount - 1) }
    queries = [RandomQuery(), RandomQuery(terms: ["unknown"])]
    for _ in 0..<10 {
      var query = RandomQuery(terms: (0..<number(1...6)).map { _ in term() })
      if number(0...2) == 0 { query.terms.insert("unknown", at: 0) }
      if number(0...2) == 0 {
        query.synonyms = (0..<number(1...3)).map { _ in (term(), Double(number(1...12)) / 8) }
      }
      queries.append(query)
    }
  }

  var index: InvertedIndex {
    var builder = IndexBuilder()
    for terms in documents { builder.add(terms: terms) }
    return builder.build()
  }
}

/// A query's parts, for the index and for the naive ranker to put together.
struct RandomQuery {
  var terms: [Term] = []
  var synonyms: [(term: Term, weight: Double)] = []

  var query: Query {
    var query = Query(terms: terms)
    for synonym in synonyms { query.expand(with: synonym.term, weight: synonym.weight) }
    return query
  }

  func shuffled(using random: inout SeededGenerator) -> RandomQuery {
    RandomQuery(
      terms: terms.shuffled(using: &random), synonyms: synonyms.shuffled(using: &random))
  }
}
