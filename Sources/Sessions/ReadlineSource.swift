import CReadline
import Glibc

/// Lines edited with GNU readline in a terminal.
///
/// Readline's callback interface under `poll`, so that resize, signals and the
/// time without a key are handled in the same loop. Only one can exist at a time:
/// readline keeps its state in C globals.
struct ReadlineSource<Output: TextOutput>: LineSource {
  private let signals: SignalInbox
  private let warning: IdleWarning<Output>
  /// Called at least every ``longestWait`` while a line is awaited.
  private let heartbeat: (() -> Void)?

  private static var longestWait: Duration { .seconds(5) }

  /// Starts readline.
  ///
  /// - Parameters:
  ///   - isPlain: whether the display only adds to what stands on the screen, for
  ///     screen readers and terminals that know no escape codes.
  ///   - completions: lines that Tab completes their beginning to.
  ///   - output: where warnings go; the terminal itself.
  ///   - heartbeat: called again and again while the patient thinks, for a
  ///     supervisor.
  init(
    signals: SignalInbox, isPlain: Bool, completions: [String], output: Output,
    heartbeat: (() -> Void)? = nil
  ) {
    self.signals = signals
    warning = IdleWarning(output: output, isPlain: isPlain)
    self.heartbeat = heartbeat
    careguide_readline_start(isPlain)
    for line in completions { unsafe careguide_readline_add_completion(line) }
  }

  mutating func next(prompt: String, idle: IdleLimit?) -> LineEvent {
    unsafe careguide_readline_prompt(prompt)
    var timer = idle.map { IdleTimer($0, now: .now) }
    var warned: Int?
    while true {
      heartbeat?()
      var wait = heartbeat == nil ? nil : Self.longestWait
      switch timer?.state(at: .now) {
      case .quiet(let change?): wait = min(wait ?? change, change)
      case .warning(let left, let change):
        wait = min(wait ?? change, change)
        if warned == nil { careguide_readline_step_aside() }
        if warned != left { warning.show(secondsLeft: left, isFirst: warned == nil) }
        warned = left
      case .over:
        stop()
        return .idle
      case .quiet, nil: break
      }
      let ready = ByteStream.waitForInput(
        on: [signals.descriptor, ByteStream.standardInput], milliseconds: wait?.milliseconds)
      if ready.contains(0) {
        switch signals.next() {
        case .interrupt:
          let hadText = careguide_readline_clear_line()
          if hadText || warned != nil {
            timer?.touch(at: .now)
            warned = nil
            continue
          }
          careguide_readline_stop()
          return .interrupted(hadText: false)
        case .terminate:
          stop()
          return .terminated
        case .resize: careguide_readline_resize()
        case .ignored: break
        }
      } else if ready.contains(1) {
        timer?.touch(at: .now)
        if warned != nil {
          warned = nil
          warning.end()
          careguide_readline_redraw()
          guard passOnAnswerToWarning() else { continue }
        }
        careguide_readline_read_key()
        if let event = finished() { return event }
      }
    }
  }

  /// Takes the key that answers a warning; returns whether it goes on into the
  /// line. Enter, the space bar and the like only say that someone is there: half
  /// a question must not be sent by them.
  private func passOnAnswerToWarning() -> Bool {
    let escape: UInt8 = 0x1B
    guard let key = ByteStream.read(ByteStream.standardInput, upTo: 1).first else { return true }
    guard key > UInt8(ascii: " ") && key != 0x7F || key == escape else { return false }
    careguide_readline_press(CInt(key))
    return true
  }

  private func finished() -> LineEvent? {
    var line: UnsafeMutablePointer<CChar>?
    switch unsafe careguide_readline_take(&line) {
    case CAREGUIDE_READLINE_LINE:
      guard let line = unsafe line else { return .end }
      defer { unsafe careguide_readline_forget(line) }
      return unsafe .line(String(cString: line), isWhole: true)
    case CAREGUIDE_READLINE_END: return .end
    default: return nil
    }
  }

  mutating func remember(_ line: String) {
    unsafe careguide_readline_remember(line)
  }

  /// Restores the terminal and forgets all lines.
  func stop() { careguide_readline_stop() }
}

extension Duration {
  /// Whole milliseconds, rounded up, so that a wait does not end too soon.
  fileprivate var milliseconds: CInt {
    CInt(clamping: Int64((self / .milliseconds(1)).rounded(.up)))
  }
}
