public import TextAnalysis

/// Documents as lists of weighted terms, ready to be ranked.
///
/// Immutable; made by ``IndexBuilder``.
public struct InvertedIndex: Sendable {
  private let termIDs: [Term: TermID]
  let terms: [Term]
  let inverseDocumentFrequencies: [Double]
  let postings: [[Posting]]
  /// How many documents the index holds.
  public let documentCount: Int

  init(
    termIDs: [Term: TermID], terms: [Term], inverseDocumentFrequencies: [Double],
    postings: [[Posting]], documentCount: Int
  ) {
    self.termIDs = termIDs
    self.terms = terms
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
    self.postings = postings
    self.documentCount = documentCount
  }

  /// How many different terms the index holds.
  public var termCount: Int { terms.count }

  /// Returns how many documents hold `term`.
  public func documentFrequency(of term: Term) -> Int {
    termIDs[term].map { postings[$0].count } ?? 0
  }

  /// Returns the term's *idf*; a term in no document weighs most.
  public func inverseDocumentFrequency(of term: Term) -> Double {
    termIDs[term].map { inverseDocumentFrequencies[$0] }
      ?? TFIDF.inverseDocumentFrequency(documentFrequency: 0, documentCount: documentCount)
  }

  func number(of term: Term) -> TermID? { termIDs[term] }

  /// Returns the unit-length TF-IDF vector of a query: its known terms in the
  /// order of their first appearance.
  ///
  /// Terms that stand in no document are left out of the vector and of its
  /// length, as scikit-learn's `transform` does.
  public func vector(for query: Query) -> QueryVector {
    var weights: [(term: TermID, weight: Double)] = []
    for (term, frequency) in query.frequencies {
      guard let id = termIDs[term] else { continue }
      weights.append((id, frequency * inverseDocumentFrequencies[id]))
    }
    let norm = weights.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    guard norm > 0 else { return QueryVector(weights: []) }
    return QueryVector(weights: weights.map { ($0.term, $0.weight / norm) })
  }

  /// Returns each document's cosine similarity with `query`, by document number.
  public func scores(for query: Query) -> [Double] {
    scores(for: vector(for: query))
  }

  func scores(for vector: QueryVector) -> [Double] {
    var scores = [Double](repeating: 0, count: documentCount)
    for (term, weight) in vector.weights {
      for posting in postings[term] { scores[posting.document] += weight * posting.weight }
    }
    return scores
  }

  /// Returns the best `count` documents with a score above 0, best first, ties
  /// in the order of document numbers.
  public func topHits(for query: Query, count: Int) -> [Hit] {
    var top = TopHits(count: count)
    for (document, score) in scores(for: query).enumerated() where score > 0 {
      top.insert(Hit(document: document, score: score))
    }
    return top.hits
  }

  /// Returns the weight of a term in a document, 0 when it is not there.
  ///
  /// - Complexity: logarithmic in the number of documents that hold the term.
  func weight(of term: TermID, in document: DocumentID) -> Double {
    let list = postings[term]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].document < document { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].document == document ? list[low].weight : 0
  }
}
