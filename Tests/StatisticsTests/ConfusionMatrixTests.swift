import Statistics
import Testing

struct ConfusionMatrixTests {
  @Test func rowsAreTheTruthAndColumnsWhatWasGiven() {
    var matrix = ConfusionMatrix(kinds: ["tea", "milk"])
    matrix.count(truth: "tea", given: "tea")
    matrix.count(truth: "tea", given: "milk")
    matrix.count(truth: "tea", given: "milk")
    matrix.count(truth: "milk", given: "milk")
    #expect(matrix.row("tea") == [1, 2])
    #expect(matrix.row("milk") == [0, 1])
  }

  @Test func otherKindsArePassedOver() {
    var matrix = ConfusionMatrix(kinds: ["tea"])
    matrix.count(truth: "tea", given: "beer")
    matrix.count(truth: "beer", given: "tea")
    #expect(matrix.row("tea") == [0])
    #expect(matrix.row("beer").isEmpty)
  }
}
