import Conversation

/// The conversations of a pipe's clients, bounded in number and age.
struct SessionTable {
  private struct Entry {
    var state: ConversationState
    var lastUse: ContinuousClock.Instant
  }

  /// The most conversations kept; the one unused longest goes first.
  static let mostSessions = 1_000
  /// How long an unused conversation is kept.
  static let longestRest = Duration.seconds(600)

  /// How often unused conversations are looked for.
  private static let timeBetweenLooks = Duration.seconds(10)

  private var entries: [String: Entry] = [:]
  private var lastLook: ContinuousClock.Instant?
  private let now: () -> ContinuousClock.Instant

  /// Creates an empty table; tests give a clock of their own.
  init(now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }) {
    self.now = now
  }

  /// The number of conversations kept.
  var count: Int { entries.count }

  /// Runs `body` on the state of a session, which is new when it is not there
  /// or too old; without a name on a state that is forgotten at once.
  mutating func with<Result>(
    _ name: String?, _ body: (inout ConversationState) -> Result
  ) -> Result {
    guard let name else {
      var state = ConversationState()
      return body(&state)
    }
    let time = now()
    forgetOld(at: time)
    let known = entries[name].flatMap { time - $0.lastUse <= Self.longestRest ? $0 : nil }
    var state = known?.state ?? ConversationState()
    defer {
      entries[name] = Entry(state: state, lastUse: time)
      if entries.count > Self.mostSessions,
        let oldest = entries.min(by: { ($0.value.lastUse, $0.key) < ($1.value.lastUse, $1.key) })
      {
        entries[oldest.key] = nil
      }
    }
    return body(&state)
  }

  /// Forgets what has rested too long, looking through all of it only now and
  /// then.
  private mutating func forgetOld(at time: ContinuousClock.Instant) {
    if let lastLook, time - lastLook < Self.timeBetweenLooks { return }
    lastLook = time
    entries = entries.filter { time - $0.value.lastUse <= Self.longestRest }
  }

  /// Forgets a conversation.
  mutating func end(_ name: String) { entries[name] = nil }
}
