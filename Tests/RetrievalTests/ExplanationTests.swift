import Retrieval
import Testing

@Suite struct ExplanationTests {
  @Test func givenNumberHasNoParts() {
    let explanation = Explanation.given(0.25, "share")
    #expect(explanation.value == 0.25)
    #expect(explanation.description == "share")
    #expect(explanation.combination == .given)
    #expect(explanation.details == [])
  }

  @Test func sumAddsItsParts() {
    let parts = [Explanation.given(0.5, "a"), .given(0.25, "b"), .given(2, "c")]
    let explanation = Explanation.sum("total", parts)
    #expect(explanation.value == 2.75)
    #expect(explanation.combination == .sum)
    #expect(explanation.details == parts)
  }

  @Test func productMultipliesItsFactors() {
    let parts = [Explanation.given(0.5, "a"), .given(0.25, "b"), .given(2, "c")]
    let explanation = Explanation.product("part", parts)
    #expect(explanation.value == 0.25)
    #expect(explanation.combination == .product)
    #expect(explanation.details == parts)
  }

  @Test func partsMayHaveParts() {
    let explanation = Explanation.sum(
      "score", [.product("a", [.given(3, "x"), .given(5, "y")]), .given(1, "b"), .sum("c", [])])
    #expect(explanation.value == 16)
  }

  @Test func ofNothingTheSumIsZeroAndTheProductOne() {
    #expect(Explanation.sum("", []).value == 0)
    #expect(Explanation.product("", []).value == 1)
  }
}
