import Retrieval

/// The file of what was learned, beside a YAML file that gives its hash: only the
/// very file that was written is believed.
enum LearnedFile {
  /// What to do when it cannot be used.
  static let learnAgain = "; `make learn` writes the file anew"

  /// What a YAML file says of the one beside it.
  struct Head {
    /// The hash of what it was learned from.
    let source: String
    /// The SHA-256 of the file beside it.
    let weights: String
    /// The numbers that were learned with it.
    let thresholds: YAMLReader

    /// Reads the head; notes what is missing and returns `nil`.
    ///
    /// Which fields the file may have is for the caller to say.
    init?(_ fields: YAMLReader) {
      guard let source = fields.string("source"), let weights = fields.string("weights") else {
        return nil
      }
      guard let thresholds = fields.optionalMapping("thresholds") else {
        fields.note(field: "thresholds", "`thresholds` is missing")
        return nil
      }
      self.source = source
      self.weights = weights
      self.thresholds = thresholds
    }
  }

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
      case .cutOff: log.note(file.path, nil, "its last line is cut off\(learnAgain)")
      }
      return nil
    }
  }
}
