/// Circles in which one thing stands for the next: found as the sets of nodes of a
/// directed graph that all reach each other.
///
/// Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal
/// on Computing 1 (1972).
package struct Cycles {
  private let successors: [[Int]]
  private var order: [Int?]
  private var lowest: [Int]
  private var open: [Int] = []
  private var found: [[Int]] = []
  private var count = 0

  /// Returns the circles of more than one node, each from its first node, in the
  /// order of these.
  ///
  ///     Cycles.find(in: [[1], [0], [0]])  // [[0, 1]]
  ///
  /// - Parameter successors: for each node the nodes it leads to.
  package static func find(in successors: [[Int]]) -> [[Int]] {
    var search = Cycles(successors)
    for node in successors.indices where search.order[node] == nil { search.visit(node) }
    return search.found.filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private init(_ successors: [[Int]]) {
    self.successors = successors
    order = Array(repeating: nil, count: successors.count)
    lowest = Array(repeating: .max, count: successors.count)
  }

  private mutating func visit(_ node: Int) {
    let number = count
    count += 1
    order[node] = number
    lowest[node] = number
    open.append(node)
    for next in successors[node] {
      if let seen = order[next] {
        if open.contains(next) { lowest[node] = min(lowest[node], seen) }
      } else {
        visit(next)
        lowest[node] = min(lowest[node], lowest[next])
      }
    }
    guard lowest[node] == number, let start = open.lastIndex(of: node) else { return }
    found.append(Array(open[start...]))
    open.removeSubrange(start...)
  }
}
