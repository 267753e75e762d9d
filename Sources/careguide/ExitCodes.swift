import ArgumentParser
import KnowledgeBase

extension ExitCode {
  /// `ask`: the articles do not say; `check`: something failed.
  static let negative = ExitCode(1)
  /// The command line cannot be understood.
  static let usage = ExitCode(64)
  /// The content has faults.
  static let badContent = ExitCode(65)
  /// The content is not there.
  static let contentMissing = ExitCode(66)
  /// Output could not be written.
  static let inputOutput = ExitCode(74)
  /// The content may not be read.
  static let noPermission = ExitCode(77)
  /// Ctrl-C.
  static let interrupted = ExitCode(130)
}

extension KnowledgeError {
  /// The exit code that says what is wrong.
  var exitCode: ExitCode {
    switch self {
    case .missing: .contentMissing
    case .unreadable: .noPermission
    case .faults: .badContent
    }
  }

  /// What is wrong, a line each.
  ///
  /// - Parameter folder: the folder the faults' files are in.
  func lines(folder: String) -> [String] {
    switch self {
    case .missing(let path):
      ["no content at \(path); name the folder with --knowledge or CAREGUIDE_KNOWLEDGE"]
    case .unreadable(let path): ["\(path) cannot be read; check its permissions"]
    case .faults(let faults):
      faults.map { fault in
        let line = fault.line.map { "\($0): " } ?? " "
        return "\(folder)/\(fault.file):\(line)\(fault.message)"
      }
    }
  }

  /// Writes what is wrong to standard error.
  func report(folder: String) {
    for line in lines(folder: folder) { StandardError.write(line) }
  }
}
