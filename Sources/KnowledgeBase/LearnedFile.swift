import Retrieval

/// The file of what was learned, beside a YAML file that gives its hash: only the
/// very file that was written is believed.
enum LearnedFile {
  /// What to do when it cannot be used.
  static let learnAgain = "; `make learn` writes the file anew"

  /// Reads a classifier; notes why it cannot be used and returns `nil`.
  ///
  /// - Parameter hash: what `index`, the YAML file, gives as the SHA-256.
  static func classifier(
    _ file: ContentFolder.File, hash: String, index: String, log: FaultLog
  ) -> TextClassifier? {
    guard ContentHash.hexadecimal(of: file.bytes) == hash else {
      log.note(file.path, nil, "it is not the file that \(index) speaks of" + learnAgain)
      return nil
    }
    do throws(TextClassifier.FileError) {
      return try TextClassifier(file: file.bytes)
    } catch {
      switch error {
      case .head(let line, let expected):
        log.note(file.path, line, "expected \(expected)\(learnAgain)")
      case .featureCount(let expected, let found):
        log.note(file.path, nil, "expected \(expected) features, found \(found)\(learnAgain)")
      }
      return nil
    }
  }
}
