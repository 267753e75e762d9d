/// The optimal string alignment distance as its definition reads: from the
/// distances of the words without their last letters.
enum NaiveEditDistance {
  static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var known: [[Int]: Int] = [:]
    func distance(_ i: Int, _ j: Int) -> Int {
      if i == 0 || j == 0 { return max(i, j) }
      if let known = known[[i, j]] { return known }
      var least = min(
        distance(i - 1, j) + 1, distance(i, j - 1) + 1,
        distance(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        least = min(least, distance(i - 2, j - 2) + 1)
      }
      known[[i, j]] = least
      return least
    }
    return distance(a.count, b.count)
  }
}
