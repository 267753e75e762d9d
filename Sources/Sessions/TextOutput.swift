/// Where a session writes.
package protocol TextOutput {
  /// Writes `text` at once; returns `false` when nobody reads any more.
  mutating func write(_ text: String) -> Bool
}

/// Output to an open file, such as standard output.
package struct FileOutput: TextOutput {
  private let descriptor: CInt

  /// Creates an output to a file descriptor.
  package init(_ descriptor: CInt) {
    self.descriptor = descriptor
  }

  package func write(_ text: String) -> Bool {
    ByteStream.write(Array(text.utf8), to: descriptor)
  }
}
