import CKiosk
import Glibc
package import Safety

/// One conversation after another at a terminal that stands unattended.
///
/// Each conversation has a process of its own, forked from this one, which loads
/// the content and never reads a key. What a patient typed, readline's memory of it
/// included, is gone with that process; and should it be killed or hang, the screen
/// is cleared and the next conversation begins all the same.
package struct Kiosk {
  private let signals: SignalInbox
  private let wipe: ScreenWipe
  /// What is shown while conversations end as soon as they begin.
  private let outOfOrder: String
  private let output: FileOutput

  /// How long a conversation may give no sign before it counts as hung. It gives
  /// one every few seconds while it waits for a key.
  private static let longestSilence: CInt = 30_000
  /// How long a conversation has to end when asked to.
  private static let longestFarewell: CInt = 1_000
  /// A conversation that fails sooner than this failed by itself, not by what was
  /// typed.
  private static var shortestConversation: Duration { .seconds(2) }
  private static let failuresInARow = 3
  /// The wait before the next try, when conversations fail in a row.
  private static let breather: CInt = 5_000

  /// How a conversation's process ended.
  private enum Ending {
    /// The conversation is over.
    case finished
    /// The process died, or had to be killed.
    case failed
    /// The kiosk itself is asked to end.
    case askedToEnd
  }

  /// Creates a kiosk on standard input and output.
  ///
  /// - Parameters:
  ///   - signals: opened for a terminal.
  ///   - knowsEscapes: whether the terminal knows escape codes.
  ///   - notice: stands under what is shown when no conversation can be held.
  package init(signals: SignalInbox, knowsEscapes: Bool, notice: SafetyNotice) {
    self.signals = signals
    wipe = ScreenWipe(knowsEscapes: knowsEscapes)
    outOfOrder = ChatWording.outOfOrder + "\n\n" + notice.text
    output = FileOutput(ByteStream.standardOutput)
  }

  /// Whether the system can refuse a process the programs and sockets it never needs.
  package static var canRefusePrograms: Bool { careguide_kiosk_can_forbid_programs() }

  /// Forgets the environment but for the kind of terminal, and gives up for this
  /// process and all it forks what no conversation needs: core files, being looked
  /// into, starting programs, and sockets.
  package static func lockDown() {
    careguide_kiosk_clear_environment()
    careguide_kiosk_keep_memory_private()
    // Where the system has no such filter, the service's own settings stand.
    _ = careguide_kiosk_forbid_programs()
  }

  /// Holds conversations until the kiosk is asked to end or the terminal goes.
  ///
  /// - Parameters:
  ///   - prepare: called before each conversation, in this process.
  ///   - converse: holds one, in a process of its own; it calls what it is given
  ///     every few seconds to show that it still runs.
  package func run(
    prepare: () -> Void, converse: (_ heartbeat: @escaping () -> Void) -> Void
  ) {
    let modes = TerminalModes(ByteStream.standardInput)
    defer {
      _ = wipe.write(to: output)
      modes?.restore()
    }
    var failures = 0
    while true {
      prepare()
      // A conversation that was killed leaves the terminal as it had it.
      modes?.quieten()
      modes?.dropTyped()
      guard wipe.write(to: output), !ByteStream.isReaderGone(ByteStream.standardOutput) else {
        return
      }
      let start = ContinuousClock.now
      switch hold(converse) {
      case .finished: failures = 0
      case .failed:
        failures = start.duration(to: .now) < Self.shortestConversation ? failures + 1 : 0
        if failures >= Self.failuresInARow, !rest() { return }
      case .askedToEnd: return
      }
    }
  }

  /// Shows that the screen is out of order for a while; returns `false` when asked
  /// to end meanwhile.
  private func rest() -> Bool {
    _ = wipe.write(to: output)
    _ = output.write(outOfOrder + "\n")
    let deadline = ContinuousClock.now + .milliseconds(Int(Self.breather))
    while ContinuousClock.now < deadline {
      let ready = ByteStream.waitForInput(
        on: [signals.descriptor], milliseconds: Self.breather)
      if !ready.isEmpty, signals.next() == .terminate { return false }
    }
    return true
  }

  /// Forks, holds a conversation in the child, and watches over it.
  private func hold(_ converse: (@escaping () -> Void) -> Void) -> Ending {
    var pipe: [CInt] = [-1, -1]
    guard unsafe Glibc.pipe(&pipe) == 0 else { return .failed }
    let (reading, writing) = (pipe[0], pipe[1])
    let parent = getpid()
    let child = careguide_kiosk_fork()
    if child == 0 {
      close(reading)
      // The screen must not outlive the one who would clear it.
      careguide_kiosk_end_with_parent(parent)
      converse { _ = ByteStream.write([0], to: writing) }
      _ = wipe.write(to: output)
      // Nothing that this process shares with its parent is to be run down.
      _exit(0)
    }
    close(writing)
    defer { close(reading) }
    guard child > 0 else { return .failed }
    return watch(child, reading)
  }

  /// Waits for the end of the process `child`, which holds the other end of the
  /// pipe `heartbeats`: the pipe closes when it is gone.
  private func watch(_ child: pid_t, _ heartbeats: CInt) -> Ending {
    var isAskedToEnd = false
    while true {
      let ready = ByteStream.waitForInput(
        on: [signals.descriptor, heartbeats],
        milliseconds: isAskedToEnd ? Self.longestFarewell : Self.longestSilence)
      if ready.isEmpty {
        kill(child, SIGKILL)
      } else if ready.contains(1) {
        guard ByteStream.read(heartbeats, upTo: 64).isEmpty else { continue }
        var status: CInt = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        return isAskedToEnd ? .askedToEnd : status == 0 ? .finished : .failed
      } else if signals.next() == .terminate {
        isAskedToEnd = true
        kill(child, SIGTERM)
      }
    }
  }
}
