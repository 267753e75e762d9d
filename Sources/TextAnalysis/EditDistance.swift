/// The optimal string alignment distance: insertions, deletions, substitutions
/// and swaps of neighbours, each counted once.
///
/// Source: L. Boytsov, "Indexing methods for approximate dictionary searching",
/// ACM JEA 16 (2011), section 2.1, restricted Damerau-Levenshtein distance.
enum EditDistance {
  /// Returns the distance between two words, or `nil` when it is over `limit`.
  ///
  /// - Complexity: O(*n*·*m*) for words of *n* and *m* bytes.
  static func between(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
      row[0] = i + 1
      var least = row[0]
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
