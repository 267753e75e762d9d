import Dispatch
import FoundationEssentials
import Synchronization

/// The files of a Knowledge folder, read once.
package struct ContentFolder: Sendable {
  /// A file's path below the folder, with its bytes.
  struct File: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  /// The files in the order of their paths.
  let files: [File]

  /// The kinds of files that make up a Knowledge folder; an editor's backups
  /// and other strays are passed over.
  package static let endings = [".md", ".txt", ".yaml"]

  /// Reads the folder at `path`.
  ///
  /// - Parameter endings: how the names of the files that are read end.
  /// - Throws: ``KnowledgeError/missing(path:)`` or ``KnowledgeError/unreadable(path:)``.
  package init(at path: String, endings: [String] = Self.endings) throws(KnowledgeError) {
    let manager = FileManager.default
    var isDirectory = false
    guard manager.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory else {
      throw .missing(path: path)
    }
    guard let names = try? manager.subpathsOfDirectory(atPath: path) else {
      throw .unreadable(path: path)
    }
    let kept = names.sorted().filter { name in
      endings.contains(where: name.hasSuffix) && !Self.isHidden(name)
    }
    let read = Mutex([[UInt8]?](repeating: nil, count: kept.count))
    DispatchQueue.concurrentPerform(iterations: kept.count) { place in
      let bytes = FileBytes.read(path + "/" + kept[place])
      read.withLock { $0[place] = bytes }
    }
    var files: [File] = []
    for (name, bytes) in zip(kept, read.withLock(\.self)) {
      guard let bytes else { throw .unreadable(path: path + "/" + name) }
      files.append(File(path: name, bytes: bytes))
    }
    self.files = files
  }

  /// Makes a folder of texts, for tests.
  package init(texts: [String: String]) {
    files = texts.sorted { $0.key < $1.key }.map { File(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// Whether a path leads through a name that begins with a dot.
  static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Returns the text of a file; notes a fault when it is not UTF-8.
  func text(of file: File, log: FaultLog) -> String? {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      let line = firstBadLine(of: file.bytes)
      log.note(file.path, line, "not UTF-8; save the file as UTF-8 text")
      return nil
    }
    // Some editors put a byte order mark before the first letter.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private func firstBadLine(of bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// Returns the files directly in `folder` whose names end in `ending`.
  func files(in folder: String, ending: String) -> [File] {
    files.filter { file in
      guard file.path.hasPrefix(folder + "/"), file.path.hasSuffix(ending) else { return false }
      return !file.path.dropFirst(folder.count + 1).contains("/")
    }
  }

  func file(_ path: String) -> File? {
    files.first { $0.path == path }
  }
}
