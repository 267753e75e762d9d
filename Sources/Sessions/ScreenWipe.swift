/// Clears a screen so that nothing of what stood on it can be brought back.
package struct ScreenWipe {
  private let knowsEscapes: Bool

  /// Creates a wipe for a terminal.
  ///
  /// - Parameter knowsEscapes: whether it knows escape codes; one that does not can
  ///   only have its text pushed out of sight.
  package init(knowsEscapes: Bool) {
    self.knowsEscapes = knowsEscapes
  }

  /// Pasting as it was before readline, plain letters, the cursor at the top, and
  /// then the screen and the lines above it cleared (ECMA-48 ED, and 3 for what
  /// xterm and Linux keep above the screen).
  private static let escapes = "\u{1B}[?2004l\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J"
  private static let linesPushed = 100

  /// Clears the screen; returns `false` when nobody reads any more.
  package func write(to output: some TextOutput) -> Bool {
    var output = output
    return output.write(
      knowsEscapes ? Self.escapes : String(repeating: "\n", count: Self.linesPushed))
  }
}
