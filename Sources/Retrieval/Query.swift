public import TextAnalysis

/// An analysed question: terms and how much each counts.
public struct Query: Sendable {
  /// The different terms in the order of first appearance, each with its
  /// (weighted) term frequency.
  public private(set) var frequencies: [(term: Term, frequency: Double)] = []
  private var positions: [Term: Int] = [:]

  /// Creates a query without terms.
  public init() {}

  /// Creates a query of words that all count fully; repeats weigh
  /// `1 + ln(count)`.
  public init(terms: [Term]) {
    var counts: [Int] = []
    for term in terms {
      if let position = positions[term] {
        counts[position] += 1
      } else {
        positions[term] = counts.count
        counts.append(1)
        frequencies.append((term, 1))
      }
    }
    for (position, count) in counts.enumerated() {
      frequencies[position].frequency = TFIDF.termFrequency(count)
    }
  }

  /// Returns a query that asks for all that this and `other` ask for.
  public func joined(with other: Query) -> Query {
    var joined = self
    for (term, frequency) in other.frequencies { joined.expand(with: term, weight: frequency) }
    return joined
  }

  /// Returns this query without some terms.
  public func without(_ terms: Set<Term>) -> Query {
    guard !terms.isEmpty else { return self }
    var query = Query()
    for (term, frequency) in frequencies where !terms.contains(term) {
      query.expand(with: term, weight: frequency)
    }
    return query
  }

  /// Adds what a synonym stands for: `term` counts at least `weight`.
  ///
  /// A term that the question itself holds keeps its own, larger frequency.
  public mutating func expand(with term: Term, weight: Double) {
    if let position = positions[term] {
      frequencies[position].frequency = max(frequencies[position].frequency, weight)
    } else {
      positions[term] = frequencies.count
      frequencies.append((term, weight))
    }
  }
}

/// A query's terms in an index, weighted, of unit length.
public struct QueryVector: Sendable {
  let weights: [(term: TermID, weight: Double)]
}
