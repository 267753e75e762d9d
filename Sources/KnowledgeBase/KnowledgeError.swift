/// Something wrong in the Knowledge folder, for the person who mends it.
package struct KnowledgeFault: Hashable, Sendable, Comparable {
  /// The file, relative to the Knowledge folder.
  package let file: String
  /// The line, counted from 1; `nil` when the fault is the whole file's.
  package let line: Int?
  /// What is wrong and what was expected.
  package let message: String

  /// Creates a fault.
  package init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package static func < (a: KnowledgeFault, b: KnowledgeFault) -> Bool {
    (a.file, a.line ?? 0, a.message) < (b.file, b.line ?? 0, b.message)
  }
}

/// Why a Knowledge folder cannot be served.
package enum KnowledgeError: Error, Hashable, Sendable {
  /// There is no such folder, or it holds no article.
  case missing(path: String)
  /// The folder or a file in it may not be read.
  case unreadable(path: String)
  /// All faults found, by file and line.
  case faults([KnowledgeFault])
}

/// Gathers the faults of a whole load, so that all are reported at once.
final class FaultLog {
  private(set) var faults: [KnowledgeFault] = []

  func note(_ file: String, _ line: Int?, _ message: String) {
    faults.append(KnowledgeFault(file: file, line: line, message: message))
  }
}
