/// What stands below a half-typed question when no key was pressed for a while.
struct IdleWarning<Output: TextOutput> {
  private let output: Output
  private let isPlain: Bool

  /// Creates a warning.
  ///
  /// - Parameter isPlain: whether each count is a line of its own, for screen
  ///   readers and terminals that know no escape codes.
  init(output: Output, isPlain: Bool) {
    self.output = output
    self.isPlain = isPlain
  }

  /// Shows how many seconds are left.
  func show(secondsLeft: Int, isFirst: Bool) {
    var output = output
    var text = isFirst ? "\nAre you still there?\nPress any key to go on.\n" : ""
    let count = "This screen clears in \(secondsLeft) second\(secondsLeft == 1 ? "" : "s")."
    if isPlain {
      // Read aloud, a line a second would drown the rest.
      if isFirst || secondsLeft % 10 == 0 || secondsLeft == 5 { text += count + "\n" }
    } else {
      // In place: back to the line's start, and what is left of it erased.
      text += "\r" + count + "\u{1B}[K"
    }
    _ = output.write(text)
  }

  /// Leaves the line of the count, since someone is there.
  func end() {
    var output = output
    _ = output.write(isPlain ? "" : "\n")
  }
}
