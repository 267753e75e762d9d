import Sessions

/// Output that is kept, write by write.
final class CollectedOutput: TextOutput {
  /// What was written.
  private(set) var writes: [String] = []
  /// How many writes succeed before the reader goes away.
  private let patience: Int

  init(patience: Int = .max) {
    self.patience = patience
  }

  /// All that was written.
  var text: String { writes.joined() }

  func write(_ text: String) -> Bool {
    guard writes.count < patience else { return false }
    writes.append(text)
    return true
  }
}
