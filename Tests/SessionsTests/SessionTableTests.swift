import Testing

@testable import Conversation
@testable import Sessions

struct SessionTableTests {
  /// A clock that goes on when told.
  private final class Clock {
    var now = ContinuousClock.now
  }

  private let clock = Clock()
  private func makeTable() -> SessionTable {
    SessionTable(now: { [clock] in clock.now })
  }

  /// Counts the visits of a session in its state.
  private func visit(_ name: String?, _ table: inout SessionTable) -> Int {
    table.with(name) { state in
      state.offered.append("x")
      return state.offered.count
    }
  }

  @Test func eachNameHasItsOwnState() {
    var table = makeTable()
    #expect([visit("a", &table), visit("b", &table), visit("a", &table)] == [1, 1, 2])
    #expect(table.count == 2)
  }

  @Test func withoutANameNothingIsKept() {
    var table = makeTable()
    #expect([visit(nil, &table), visit(nil, &table)] == [1, 1])
    #expect(table.count == 0)
  }

  @Test func anEmptyNameIsAName() {
    var table = makeTable()
    #expect([visit("", &table), visit("", &table)] == [1, 2])
  }

  @Test func anUnusedSessionIsForgottenAfterTenMinutes() {
    var table = makeTable()
    _ = visit("a", &table)
    clock.now += .seconds(600)
    #expect(visit("a", &table) == 2)
    clock.now += .seconds(400)
    _ = visit("b", &table)
    clock.now += .seconds(201)
    #expect(visit("b", &table) == 2)
    #expect(table.count == 1)
    #expect(visit("a", &table) == 1)
  }

  @Test func theOneUnusedLongestGoesWhenThereAreTooMany() {
    var table = makeTable()
    for number in 0..<SessionTable.mostSessions {
      _ = visit("\(number)", &table)
      clock.now += .milliseconds(1)
    }
    #expect(visit("0", &table) == 2)
    _ = visit("new", &table)
    #expect(table.count == SessionTable.mostSessions)
    #expect(visit("0", &table) == 3)
    #expect(visit("2", &table) == 2)
    // Number 1 was the longest unused; coming back it begins anew.
    #expect(visit("1", &table) == 1)
  }

  @Test func amongEquallyOldTheFirstNameGoes() {
    var table = makeTable()
    for number in 0..<SessionTable.mostSessions { _ = visit("\(number + 1_000)", &table) }
    _ = visit("9999", &table)
    #expect(table.count == SessionTable.mostSessions)
    #expect(visit("1001", &table) == 2)
    #expect(visit("1000", &table) == 1)
  }

  @Test func anEndedSessionBeginsAnew() {
    var table = makeTable()
    _ = visit("a", &table)
    table.end("a")
    table.end("never there")
    #expect(table.count == 0)
    #expect(visit("a", &table) == 1)
  }
}
