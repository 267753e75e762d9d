import Statistics
import Testing

struct ProportionTests {
  @Test func theShareIsThatOfTheRightOnes() {
    var proportion = Proportion()
    for isRight in [true, true, true, false] { proportion.count(isRight) }
    #expect(proportion.percent == 75)
    #expect(Proportion().percent == 0)
  }

  /// Eight of ten, worked by hand: 49.0 to 94.3 %.
  @Test func theIntervalIsWilsons() {
    var proportion = Proportion()
    for number in 0..<10 { proportion.count(number < 8) }
    #expect(abs(proportion.interval.low - 49.0162) < 1e-3)
    #expect(abs(proportion.interval.high - 94.3318) < 1e-3)
  }

  @Test func nothingIsKnownOfNone() {
    #expect(Proportion().interval == (0, 100))
  }
}
