import ArgumentParser
import Sessions

/// Messages about the program itself.
enum StandardError {
  /// Writes one line.
  static func write(_ line: String) {
    _ = ByteStream.write(Array("careguide: \(line)\n".utf8), to: ByteStream.standardError)
  }
}

/// Answers and reports.
enum StandardOutput {
  /// Writes `text` and a line end.
  ///
  /// - Throws: exit code 74 when it cannot be written.
  static func write(_ text: String) throws(ExitCode) {
    guard FileOutput(ByteStream.standardOutput).write(text + "\n") else { throw failure() }
  }

  /// Reports that the output cannot be written, and returns the exit code.
  static func failure() -> ExitCode {
    StandardError.write("the output cannot be written")
    return .inputOutput
  }
}
