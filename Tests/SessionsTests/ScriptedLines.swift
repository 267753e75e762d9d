@testable import Sessions

/// A line source that gives what it was told, and then the end.
struct ScriptedLines: LineSource {
  private var events: [LineEvent]
  /// What was made available to the up arrow.
  private(set) var remembered: [String] = []
  /// What was asked with.
  private(set) var prompts: [String] = []
  /// How long no key might be pressed.
  private(set) var limits: [IdleLimit?] = []

  init(_ events: [LineEvent]) {
    self.events = events
  }

  /// Lines that were typed whole.
  init(lines: [String]) {
    self.init(lines.map { .line($0, isWhole: true) })
  }

  mutating func next(prompt: String, idle: IdleLimit?) -> LineEvent {
    prompts.append(prompt)
    limits.append(idle)
    return events.isEmpty ? .end : events.removeFirst()
  }

  mutating func remember(_ line: String) { remembered.append(line) }
}
