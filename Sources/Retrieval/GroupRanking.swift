public import TextAnalysis

/// Ranks groups of documents: the sections that an article's paragraphs and
/// patients' phrasings belong to.
///
/// A group's score is a quarter of its best document's cosine, a quarter of the
/// mean cosine of its best three, and half the cosine with its centroid (the
/// unit-length mean of its documents). The first part finds the one phrasing
/// that says the same, the second asks that others agree, the third hears the
/// group as a whole. It runs from 0 to 1.
///
/// Source: nearest-neighbour and Rocchio classification (Manning, Raghavan,
/// Schütze, "Introduction to Information Retrieval", sections 14.2 and 14.3);
/// the even weights were as good as any fitted ones on the clinic's material.
public struct GroupRanking: Sendable {
  /// A group's place in the order of groups.
  public typealias GroupID = Int

  /// A group and how well it fits.
  public struct GroupHit: Hashable, Sendable {
    /// The group's number.
    public let group: GroupID
    /// The group's score.
    public let score: Double
    /// The best documents of the group, best first, at most three.
    public let best: [Hit]
  }

  /// How many of a group's best documents are heard.
  static let neighbours = 3
  /// The weight of the best document, of the best three together, of the centroid.
  static let bestWeight = 0.25
  static let neighboursWeight = 0.25
  static let centroidWeight = 0.5

  private struct CentroidPosting: Sendable {
    let group: GroupID
    var weight: Double
  }

  /// The documents' index.
  public let index: InvertedIndex
  private let groups: [GroupID]
  private let groupCount: Int
  private let centroids: [[CentroidPosting]]

  /// Creates a ranking.
  ///
  /// - Parameters:
  ///   - index: the documents.
  ///   - groups: the group of each document, by document number; groups are
  ///     numbered from 0 without gaps.
  public init(index: InvertedIndex, groups: [GroupID]) {
    precondition(groups.count == index.documentCount, "every document needs a group")
    self.index = index
    self.groups = groups
    groupCount = (groups.max() ?? -1) + 1
    centroids = Self.makeCentroids(index: index, groups: groups, groupCount: groupCount)
  }

  private static func makeCentroids(
    index: InvertedIndex, groups: [GroupID], groupCount: Int
  ) -> [[CentroidPosting]] {
    var sums = [Double](repeating: 0, count: groupCount)
    var squares = [Double](repeating: 0, count: groupCount)
    var centroids: [[CentroidPosting]] = []
    centroids.reserveCapacity(index.termCount)
    for list in index.postings {
      var touched: [GroupID] = []
      for posting in list {
        let group = groups[posting.document]
        if sums[group] == 0 { touched.append(group) }
        sums[group] += posting.weight
      }
      centroids.append(
        touched.map { group in
          let weight = sums[group]
          squares[group] += weight * weight
          sums[group] = 0
          return CentroidPosting(group: group, weight: weight)
        })
    }
    let norms = squares.map { $0.squareRoot() }
    for term in centroids.indices {
      for place in centroids[term].indices {
        centroids[term][place].weight /= norms[centroids[term][place].group]
      }
    }
    return centroids
  }

  /// Returns the groups that share a term with `query`, best first, ties in
  /// the order of group numbers.
  public func rank(_ query: Query) -> [GroupHit] {
    let vector = index.vector(for: query)
    var best = [TopHits](repeating: TopHits(count: Self.neighbours), count: groupCount)
    for (document, score) in index.scores(for: vector).enumerated() where score > 0 {
      best[groups[document]].insert(Hit(document: document, score: score))
    }
    let centroidScores = self.centroidScores(for: vector)
    var ranking: [GroupHit] = []
    for group in 0..<groupCount {
      let hits = best[group].hits
      guard let first = hits.first else { continue }
      let mean = hits.reduce(0) { $0 + $1.score } / Double(Self.neighbours)
      ranking.append(
        GroupHit(
          group: group,
          score: Self.bestWeight * first.score + Self.neighboursWeight * mean
            + Self.centroidWeight * centroidScores[group],
          best: hits))
    }
    return ranking.sorted { a, b in
      a.score != b.score ? a.score > b.score : a.group < b.group
    }
  }

  /// Whether a document of `group` holds `term`.
  public func group(_ group: GroupID, holds term: Term) -> Bool {
    guard let id = index.number(of: term) else { return false }
    return centroids[id].contains { $0.group == group }
  }

  private func centroidScores(for vector: QueryVector) -> [Double] {
    var scores = [Double](repeating: 0, count: groupCount)
    for (term, weight) in vector.weights {
      for posting in centroids[term] { scores[posting.group] += weight * posting.weight }
    }
    return scores
  }

  /// Returns how a group's score comes about: one part for every term of the
  /// query, which add up to the score that ``rank(_:)`` gives.
  public func explain(_ hit: GroupHit, for query: Query) -> Explanation {
    let vector = index.vector(for: query)
    let share = Self.neighboursWeight / Double(Self.neighbours)
    let parts = vector.weights.map { term, queryWeight in
      var details: [Explanation] = []
      for (rank, document) in hit.best.map(\.document).enumerated() {
        let weight = index.weight(of: term, in: document)
        guard weight > 0 else { continue }
        details.append(
          .product(
            "in unit \(document)",
            [
              .given(queryWeight, "weight in the question"),
              .given(weight, "weight in the unit"),
              .given(rank == 0 ? Self.bestWeight + share : share, "share of the unit"),
            ]))
      }
      if let centroid = centroids[term].first(where: { $0.group == hit.group }) {
        details.append(
          .product(
            "in the whole group",
            [
              .given(queryWeight, "weight in the question"),
              .given(centroid.weight, "weight in the group's centroid"),
              .given(Self.centroidWeight, "share of the centroid"),
            ]))
      }
      return Explanation.sum(index.terms[term], details)
    }
    return .sum("score", parts.filter { !$0.details.isEmpty })
  }
}
