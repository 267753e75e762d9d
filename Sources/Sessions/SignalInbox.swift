import CSignals
import Glibc

/// Signals that are read like input instead of interrupting the program.
package struct SignalInbox {
  /// A signal that sessions react to.
  package enum Signal: Hashable, Sendable {
    /// Ctrl-C.
    case interrupt
    /// The program is asked to end.
    case terminate
    /// The window changed its size.
    case resize
    /// Anything else that is caught so that it does nothing.
    case ignored
  }

  /// The file that can be read when a signal waits.
  let descriptor: CInt

  /// Starts catching signals: those that end the program, and for a terminal
  /// also interrupt, resize and suspend. A reader that goes away is reported by
  /// the write, not by a signal.
  package init(forTerminal: Bool) {
    signal(SIGPIPE, SIG_IGN)
    let caught = forTerminal ? [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP] : [SIGTERM]
    descriptor = unsafe careguide_signals_open(caught, CInt(caught.count))
  }

  /// Returns the next signal; waits for it when there is none.
  func next() -> Signal {
    switch careguide_signals_next(descriptor) {
    case SIGINT: .interrupt
    case SIGTERM, SIGHUP: .terminate
    case SIGWINCH: .resize
    default: .ignored
    }
  }
}
