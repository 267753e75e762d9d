import Foundation
import Glibc

@testable import Sessions

/// An open file to read from.
struct Input {
  private let descriptor: CInt

  private init(_ descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Runs `body` with the open file, and closes it.
  func withDescriptor<Result>(_ body: (CInt) throws -> Result) rethrows -> Result {
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// Runs `body` with a reader of the file's lines, and closes the file.
  @discardableResult
  func withLines<Result>(_ body: (LineReader) throws -> Result) rethrows -> Result {
    try withDescriptor { try body(LineReader($0, signals: nil)) }
  }

  /// Returns a pipe through which `bytes` come, and then its end.
  static func pipe(_ bytes: [UInt8]) -> Input {
    // A reader that stops early must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    var ends: [CInt] = [0, 0]
    let result = unsafe Glibc.pipe(&ends)
    precondition(result == 0, "no pipe")
    let writing = ends[1]
    // A pipe holds little: the rest is written while it is read.
    Thread.detachNewThread {
      _ = ByteStream.write(bytes, to: writing)
      close(writing)
    }
    return Input(ends[0])
  }

  /// Returns a file from which each piece is read on its own, and then its end.
  static func pieces(_ pieces: [[UInt8]]) -> Input {
    var ends: [CInt] = [0, 0]
    let type = CInt(SOCK_SEQPACKET.rawValue)
    let result = unsafe socketpair(AF_UNIX, type, 0, &ends)
    precondition(result == 0, "no socket pair")
    let writing = ends[1]
    Thread.detachNewThread {
      for piece in pieces { _ = ByteStream.write(piece, to: writing) }
      close(writing)
    }
    return Input(ends[0])
  }

  /// Returns a pipe through which the lines come, each with its end.
  static func lines(_ lines: [String]) -> Input {
    pipe(Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
