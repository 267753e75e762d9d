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
    var isDropping = false
    var kept: [UInt8] = []
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        searched = 0
        return isDropping ? .tooLong(kept) : Self.finished(line)
      }
      if isDropping {
        buffer.removeAll(keepingCapacity: true)
      } else if buffer.count > Self.longestLine {
        isDropping = true
        kept = buffer
        buffer.removeAll()
      }
      searched = buffer.count
      if atEnd {
        defer {
          buffer = []
          searched = 0
        }
        if isDropping { return .tooLong(kept) }
        return buffer.isEmpty ? .end : Self.finished(buffer)
      }
      if let signals {
        let ready = ByteStream.waitForInput(on: [signals.descriptor, descriptor])
        if ready.contains(0) { return .signal(signals.next()) }
      }
      let bytes = ByteStream.read(descriptor, upTo: Self.chunk)
      if bytes.isEmpty { atEnd = true } else { buffer += bytes }
    }
  }

  /// A line without a carriage return at its end, told apart by its length.
  private static func finished(_ line: [UInt8]) -> Event {
    let line = line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
    return line.count > longestLine ? .tooLong(line) : .line(line)
  }
}
