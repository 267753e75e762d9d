import Glibc

/// The system calls on open files that sessions need, as safe functions.
package enum ByteStream {
  /// The file descriptor of standard input.
  package static let standardInput: CInt = 0
  /// The file descriptor of standard output.
  package static let standardOutput: CInt = 1
  /// The file descriptor of standard error.
  package static let standardError: CInt = 2

  /// Returns up to `count` bytes, none at the end of input or when the file
  /// cannot be read any more.
  static func read(_ descriptor: CInt, upTo count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var result: Int
      repeat {
        result = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
      } while result < 0 && errno == EINTR
      initialized = max(0, result)
    }
  }

  /// Writes all of `bytes`; returns `false` when the reader is gone or the file
  /// cannot be written.
  package static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var full = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&full, 1, -1)
          continue
        }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Waits until one of the files can be read or is closed, and returns the
  /// places of those that can; none when the time ran out.
  ///
  /// - Parameter milliseconds: how long to wait; `nil` waits for ever.
  static func waitForInput(on descriptors: [CInt], milliseconds: CInt? = nil) -> [Int] {
    var waits = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
      let count = unsafe poll(&waits, nfds_t(waits.count), milliseconds ?? -1)
      if count < 0, errno == EINTR { continue }
      return waits.indices.filter { waits[$0].revents != 0 }
    }
  }

  /// Whether nobody can read any more what is written to `descriptor`.
  package static func isReaderGone(_ descriptor: CInt) -> Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    return unsafe poll(&state, 1, 0) > 0
  }

  /// Opens the null device for each standard file that the program was started
  /// without; otherwise the next file opened would be read or written in its
  /// place.
  package static func openMissingStandardFiles() {
    for descriptor in [standardInput, standardOutput, standardError]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Whether `descriptor` is a terminal.
  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Returns the size of the terminal's window, or `nil` when it has none.
  package static func window(_ descriptor: CInt) -> Window? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Window(columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : nil)
  }
}

/// The size of a terminal's window, in character cells.
package struct Window: Hashable, Sendable {
  /// How many letters fit a line.
  package let columns: Int
  /// How many lines there are; `nil` when the terminal does not tell.
  package let rows: Int?

  /// Creates a size.
  package init(columns: Int, rows: Int?) {
    self.columns = columns
    self.rows = rows
  }
}
