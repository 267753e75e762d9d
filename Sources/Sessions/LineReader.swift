/// Cuts a stream of bytes into lines of bounded length.
package struct LineReader {
  /// What was read.
  enum Event {
    /// A line without its end.
    case line([UInt8])
    /// A line longer than ``longestLine``; what was read of it, the rest is gone.
    case tooLong([UInt8])
    /// Nothing more will come.
    case end
    /// A signal came first.
    case signal(SignalInbox.Signal)
  }

  /// The longest line that is kept, in bytes.
  package static let longestLine = 64 * 1024

  private let descriptor: CInt
  private let signals: SignalInbox?
  private var buffer: [UInt8] = []
  private var searched = 0
  private var atEnd = false
  /// The beginning of a line that is too long, while its rest is read.
  private var cut: [UInt8]?
  private static let chunk = 16 * 1024

  /// Creates a reader of `descriptor` that also reports `signals`.
  package init(_ descriptor: CInt, signals: SignalInbox?) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// Returns the next line or signal; a last line needs no end.
  mutating func next() -> Event {
    // A signal goes first, so that a busy client cannot hold the program.
    if let signals, !ByteStream.waitForInput(on: [signals.descriptor], milliseconds: 0).isEmpty {
      return .signal(signals.next())
    }
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        searched = 0
        return finish(line)
      }
      if cut != nil {
        buffer.removeAll(keepingCapacity: true)
      } else if buffer.count > Self.longestLine + 1 {
        // One byte more may be the first half of a line end.
        cut = Array(buffer.prefix(Self.longestLine))
        buffer.removeAll(keepingCapacity: true)
      }
      searched = buffer.count
      if atEnd {
        if buffer.isEmpty, cut == nil { return .end }
        let line = buffer
        buffer = []
        searched = 0
        return finish(line)
      }
      if let signals {
        let ready = ByteStream.waitForInput(on: [signals.descriptor, descriptor])
        if ready.contains(0) { return .signal(signals.next()) }
      }
      let bytes = ByteStream.read(descriptor, upTo: Self.chunk)
      if bytes.isEmpty { atEnd = true } else { buffer += bytes }
    }
  }

  /// Returns a line whose end was found; the same however its bytes arrived.
  private mutating func finish(_ bytes: [UInt8]) -> Event {
    if let cut {
      self.cut = nil
      return .tooLong(cut)
    }
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    return line.count > Self.longestLine
      ? .tooLong(Array(line.prefix(Self.longestLine))) : .line(Array(line))
  }
}
