import CReadline
import Glibc

/// Lines edited with GNU readline in a terminal.
///
/// Readline's callback interface under `poll`, so that resize and signals are
/// handled in the same loop. Only one can exist at a time: readline keeps its
/// state in C globals.
struct ReadlineSource: LineSource {
  private let signals: SignalInbox

  init(signals: SignalInbox) {
    self.signals = signals
    careguide_readline_start()
  }

  mutating func next(prompt: String) -> LineEvent {
    unsafe careguide_readline_prompt(prompt)
    while true {
      let ready = ByteStream.waitForInput(on: [signals.descriptor, ByteStream.standardInput])
      if ready.contains(0) {
        switch signals.next() {
        case .interrupt:
          let hadText = careguide_readline_clear_line() != 0
          if hadText { continue }
          careguide_readline_stop()
          return .interrupted(hadText: false)
        case .terminate:
          stop()
          return .terminated
        case .resize: careguide_readline_resize()
        case .ignored: break
        }
      } else if ready.contains(1) {
        careguide_readline_read_key()
        if let event = finished() { return event }
      }
    }
  }

  private func finished() -> LineEvent? {
    var line: UnsafeMutablePointer<CChar>?
    switch unsafe careguide_readline_take(&line) {
    case CAREGUIDE_READLINE_LINE:
      guard let line = unsafe line else { return .end }
      defer { unsafe free(line) }
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
