import Glibc

/// The settings of a terminal, to be put back when the program ends.
struct TerminalModes {
  private let descriptor: CInt
  private let found: termios

  /// In a key's place: there is none (`_POSIX_VDISABLE`, which Swift does not see).
  private static let noKey: UInt8 = 0

  /// Reads the settings; returns `nil` where there is no terminal.
  init?(_ descriptor: CInt) {
    var settings = termios()
    guard unsafe tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.descriptor = descriptor
    found = settings
  }

  /// Makes the terminal fit to stand unattended: no key freezes the screen or
  /// raises a signal that would stop or end the program. Ctrl-C still raises one,
  /// to clear a line.
  func quieten() {
    var settings = found
    settings.c_lflag &= ~tcflag_t(ICANON | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | IXOFF | IXANY)
    unsafe withUnsafeMutableBytes(of: &settings.c_cc) { keys in
      for key in [VQUIT, VSUSP, VSTART, VSTOP] {
        unsafe keys[Int(key)] = Self.noKey
      }
    }
    _ = unsafe tcsetattr(descriptor, TCSANOW, &settings)
  }

  /// Forgets what was typed and not yet read.
  func dropTyped() { _ = tcflush(descriptor, TCIFLUSH) }

  /// Puts the settings back.
  func restore() {
    var settings = found
    dropTyped()
    _ = unsafe tcsetattr(descriptor, TCSANOW, &settings)
  }
}
