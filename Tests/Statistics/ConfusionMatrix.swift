/// How often each kind was taken for each other.
package struct ConfusionMatrix: Hashable, Sendable {
  /// The kinds, in the order of rows and columns.
  package let kinds: [String]
  private var counts: [[Int]]

  /// Creates a matrix of nothing.
  package init(kinds: [String]) {
    self.kinds = kinds
    counts = Array(repeating: Array(repeating: 0, count: kinds.count), count: kinds.count)
  }

  /// Adds one; a kind that the matrix does not have is passed over.
  package mutating func count(truth: String, given: String) {
    guard let row = kinds.firstIndex(of: truth), let column = kinds.firstIndex(of: given) else {
      return
    }
    counts[row][column] += 1
  }

  /// Returns how many of a kind were taken for each of the kinds.
  package func row(_ truth: String) -> [Int] {
    kinds.firstIndex(of: truth).map { counts[$0] } ?? []
  }
}
