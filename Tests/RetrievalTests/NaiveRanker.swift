import Glibc
import TextAnalysis

/// Ranks by the formulas as they stand in the books, a dictionary for every
/// vector: slow and plain, to hold the index to.
struct NaiveRanker {
  typealias Vector = [Term: Double]

  let documents: [[Term]]
  /// Each document's unit-length vector.
  private(set) var weights: [Vector] = []

  init(documents: [[Term]]) {
    self.documents = documents
    weights = documents.map { document in
      var vector: Vector = [:]
      for (term, frequency) in Self.frequencies(of: document) {
        vector[term] = frequency * inverseDocumentFrequency(of: term)
      }
      return Self.unit(vector)
    }
  }

  func documentFrequency(of term: Term) -> Int {
    documents.count { $0.contains(term) }
  }

  func inverseDocumentFrequency(of term: Term) -> Double {
    log((1 + Double(documents.count)) / (1 + Double(documentFrequency(of: term)))) + 1
  }

  func vector(for query: RandomQuery) -> Vector {
    var frequencies = Self.frequencies(of: query.terms)
    for synonym in query.synonyms {
      frequencies[synonym.term] = max(frequencies[synonym.term] ?? 0, synonym.weight)
    }
    var vector: Vector = [:]
    for (term, frequency) in frequencies where documentFrequency(of: term) > 0 {
      vector[term] = frequency * inverseDocumentFrequency(of: term)
    }
    return Self.unit(vector)
  }

  func scores(for query: RandomQuery) -> [Double] {
    let vector = vector(for: query)
    return weights.map { Self.dot(vector, $0) }
  }

  /// A quarter of the best cosine, a quarter of the sum of the best three over
  /// three, half the cosine with the centroid; `nil` for a group that shares no
  /// term with the query.
  func score(ofGroup documents: [Int], for query: RandomQuery) -> Double? {
    let vector = vector(for: query)
    let cosines = documents.map { Self.dot(vector, weights[$0]) }.sorted(by: >)
    guard let best = cosines.first, best > 0 else { return nil }
    var centroid: Vector = [:]
    for document in documents { centroid.merge(weights[document], uniquingKeysWith: +) }
    return best / 4 + cosines.prefix(3).reduce(0, +) / 3 / 4
      + Self.dot(vector, Self.unit(centroid)) / 2
  }

  private static func frequencies(of terms: [Term]) -> Vector {
    Dictionary(grouping: terms) { $0 }.mapValues { 1 + log(Double($0.count)) }
  }

  private static func unit(_ vector: Vector) -> Vector {
    let norm = dot(vector, vector).squareRoot()
    return norm > 0 ? vector.mapValues { $0 / norm } : [:]
  }

  private static func dot(_ a: Vector, _ b: Vector) -> Double {
    a.reduce(0) { $0 + $1.value * b[$1.key, default: 0] }
  }
}
