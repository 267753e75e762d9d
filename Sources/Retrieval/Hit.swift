/// A document found, with its score.
public struct Hit: Hashable, Sendable {
  /// The document's number.
  public let document: DocumentID
  /// How well it fits the query; for ``InvertedIndex`` the cosine, 0 to 1.
  public let score: Double

  /// Creates a hit.
  public init(document: DocumentID, score: Double) {
    self.document = document
    self.score = score
  }

  /// Whether this hit stands before `other` in a ranking: the higher score,
  /// and between equal scores the lower document number.
  public func precedes(_ other: Hit) -> Bool {
    score != other.score ? score > other.score : document < other.document
  }
}
