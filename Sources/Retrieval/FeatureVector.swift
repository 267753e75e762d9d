/// A text's features with their TF-IDF weights (``TFIDF``).
///
/// Each family of features has unit length, so that the many letter features do
/// not drown the few words. A feature that no example holds counts for the
/// length as what it is, the rarest of all, and for nothing else.
struct FeatureVector {
  /// A feature by whatever number its owner gives it, and its weight.
  typealias Element = (feature: Int, weight: Double)

  private(set) var elements: [Element] = []
  private var families: [UInt8] = []
  private var squares = [Double](repeating: 0, count: 256)
  private let documentCount: Int

  init(documentCount: Int) {
    self.documentCount = documentCount
  }

  /// Adds a feature that the text holds `count` times.
  mutating func add(_ feature: Int, family: UInt8, count: Int, documentFrequency: Int) {
    let weight = weight(count: count, documentFrequency: documentFrequency)
    elements.append((feature, weight))
    families.append(family)
    squares[Int(family)] += weight * weight
  }

  /// Adds a feature that no example holds and the text holds `count` times.
  mutating func addUnknown(family: UInt8, count: Int) {
    let weight = weight(count: count, documentFrequency: 0)
    squares[Int(family)] += weight * weight
  }

  /// Brings each family to unit length; called once, at the end.
  mutating func normalise() {
    for place in elements.indices {
      elements[place].weight /= squares[Int(families[place])].squareRoot()
    }
  }

  private func weight(count: Int, documentFrequency: Int) -> Double {
    TFIDF.termFrequency(count)
      * TFIDF.inverseDocumentFrequency(
        documentFrequency: documentFrequency, documentCount: documentCount)
  }
}
