/// The best few hits of many, kept in order.
///
/// An insertion into a short sorted array: for the handfuls asked for here it
/// is faster than a heap and leaves the hits sorted.
struct TopHits {
  private let count: Int
  /// Best first.
  private(set) var hits: [Hit] = []

  init(count: Int) {
    self.count = max(0, count)
  }

  mutating func insert(_ hit: Hit) {
    guard count > 0 else { return }
    if hits.count == count {
      guard hit.precedes(hits[count - 1]) else { return }
      hits.removeLast()
    }
    let place = hits.firstIndex(where: hit.precedes) ?? hits.count
    hits.insert(hit, at: place)
  }
}
