import ContentLint
import Testing

struct CyclesTests {
  @Test(arguments: [
    ([[1], [0], [0]], [[0, 1]]),
    ([[1], [2], [0], [3]], [[0, 1, 2]]),
    ([[1, 2], [3], [3], []], []),
    // Two circles that a bridge joins in one direction.
    ([[1], [0, 2], [3], [2]], [[0, 1], [2, 3]]),
    // What leads to itself alone is no circle of several.
    ([[0]], []),
  ])
  func findsWhatLeadsBackToItself(successors: [[Int]], cycles: [[Int]]) {
    #expect(Cycles.find(in: successors) == cycles)
  }
}
