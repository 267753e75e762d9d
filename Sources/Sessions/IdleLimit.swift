/// How long a screen may stand untouched before it is cleared.
package struct IdleLimit: Hashable, Sendable {
  /// Seconds from the last key to the end of the conversation.
  package let seconds: Int

  /// Long enough to read an answer and to think, short enough that the next
  /// person does not find it.
  package static let standard = IdleLimit(seconds: 90)
  /// The shortest and the longest limit that can be asked for, in seconds: below
  /// no one could answer the warning, and above no one would still be there.
  package static let allowed = 3...3600

  /// How long a card about danger to life stays, at the least: whoever it is
  /// for may be copying a number, or fetching someone.
  private static let secondsForACard = 180
  private static let longestWarning = 30

  /// Whether time only counts once a key was pressed: an opening that nobody
  /// touched holds nothing of anyone.
  var awaitsFirstKey = false

  /// Creates a limit.
  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// How long the warning stands, counting down, before the end: half a minute,
  /// or a third of a short limit.
  var warning: Int { min(Self.longestWarning, max(1, seconds / 3)) }

  /// The limit of a conversation that has not begun.
  var onceTyped: IdleLimit {
    var limit = self
    limit.awaitsFirstKey = true
    return limit
  }

  /// The limit while a card about danger to life is in view.
  var withACard: IdleLimit { IdleLimit(seconds: max(seconds, Self.secondsForACard)) }
}

/// Counts how long no key was pressed.
struct IdleTimer {
  /// What the time that passed calls for.
  enum State: Hashable {
    /// Nothing, until so much time has passed, or for ever.
    case quiet(until: Duration?)
    /// To show that so many seconds are left; the count changes after `until`.
    case warning(secondsLeft: Int, until: Duration)
    /// The end.
    case over
  }

  private let limit: IdleLimit
  private var lastKey: ContinuousClock.Instant?

  init(_ limit: IdleLimit, now: ContinuousClock.Instant) {
    self.limit = limit
    lastKey = limit.awaitsFirstKey ? nil : now
  }

  /// A key was pressed.
  mutating func touch(at now: ContinuousClock.Instant) { lastKey = now }

  /// Returns what is called for at `now`, with the time to the next change.
  func state(at now: ContinuousClock.Instant) -> State {
    guard let lastKey else { return .quiet(until: nil) }
    let silence = lastKey.duration(to: now)
    let end = Duration.seconds(limit.seconds)
    if silence >= end { return .over }
    let start = end - .seconds(limit.warning)
    if silence < start { return .quiet(until: start - silence) }
    let left = end - silence
    // A second that has begun counts whole: the count goes from all to 1.
    let seconds = Int(left.components.seconds) + (left.components.attoseconds > 0 ? 1 : 0)
    return .warning(secondsLeft: seconds, until: left - .seconds(seconds - 1))
  }
}
