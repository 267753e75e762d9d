import Testing

@testable import Sessions

struct IdleTimerTests {
  private let start = ContinuousClock.now

  @Test(arguments: [
    (0, IdleTimer.State.quiet(until: .seconds(60))), (59, .quiet(until: .seconds(1))),
    (60, .warning(secondsLeft: 30, until: .seconds(1))),
    (89, .warning(secondsLeft: 1, until: .seconds(1))), (90, .over), (1_000, .over),
  ])
  func warnsForHalfAMinuteBeforeTheEnd(_ seconds: Int, _ state: IdleTimer.State) {
    let timer = IdleTimer(.standard, now: start)
    #expect(timer.state(at: start + .seconds(seconds)) == state)
  }

  @Test func aSecondThatHasBegunCountsWhole() {
    let timer = IdleTimer(.standard, now: start)
    #expect(
      timer.state(at: start + .milliseconds(60_400))
        == .warning(secondsLeft: 30, until: .milliseconds(600)))
  }

  @Test func aKeyStartsTheTimeAnew() {
    var timer = IdleTimer(.standard, now: start)
    timer.touch(at: start + .seconds(80))
    #expect(timer.state(at: start + .seconds(90)) == .quiet(until: .seconds(50)))
  }

  @Test func timeMayWaitForTheFirstKey() {
    var timer = IdleTimer(IdleLimit.standard.onceTyped, now: start)
    #expect(timer.state(at: start + .seconds(10_000)) == .quiet(until: nil))
    timer.touch(at: start + .seconds(10_000))
    #expect(timer.state(at: start + .seconds(10_090)) == .over)
  }

  @Test(arguments: [(3, 1), (30, 10), (90, 30), (3_600, 30)])
  func aShortLimitWarnsForAThirdOfIt(_ seconds: Int, _ warning: Int) {
    #expect(IdleLimit(seconds: seconds).warning == warning)
  }

  @Test(arguments: [(3, 180), (90, 180), (600, 600)])
  func aCardStaysThreeMinutesAtTheLeast(_ seconds: Int, _ withACard: Int) {
    #expect(IdleLimit(seconds: seconds).withACard.seconds == withACard)
  }
}
