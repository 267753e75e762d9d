import Glibc
import Testing

@testable import Sessions

/// Signals are sent to the test's own thread, where they wait until they are read.
struct SignalInboxTests {
  /// Runs `body` with an inbox, and puts the thread's signals back as they were.
  private func withInbox(forTerminal: Bool, _ body: (SignalInbox) -> Void) {
    var before = sigset_t()
    unsafe pthread_sigmask(SIG_SETMASK, nil, &before)
    let inbox = SignalInbox(forTerminal: forTerminal)
    body(inbox)
    close(inbox.descriptor)
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private func send(_ signal: CInt) { pthread_kill(pthread_self(), signal) }

  @Test func signalsAreReadInsteadOfInterrupting() {
    withInbox(forTerminal: true) { inbox in
      for (number, signal) in [
        (SIGINT, SignalInbox.Signal.interrupt), (SIGTERM, .terminate), (SIGHUP, .terminate),
        (SIGWINCH, .resize), (SIGTSTP, .ignored),
      ] {
        send(number)
        #expect(inbox.next() == signal)
      }
    }
  }

  @Test func aSignalGoesBeforeInputAndLosesNone() {
    Input.lines(["a"]).withDescriptor { descriptor in
      withInbox(forTerminal: false) { inbox in
        var reader = LineReader(descriptor, signals: inbox)
        send(SIGTERM)
        guard case .signal(.terminate) = reader.next() else {
          Issue.record("the signal was passed over")
          return
        }
        guard case .line(let line) = reader.next() else {
          Issue.record("the line is lost")
          return
        }
        #expect(line == [UInt8(ascii: "a")])
      }
    }
  }
}
