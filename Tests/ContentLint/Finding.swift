/// Something about the content that somebody should look at.
package struct Finding: Hashable, Sendable {
  /// How bad it is.
  package enum Weight: String, Sendable {
    /// It must be mended.
    case error
    /// It may be as it should.
    case remark
  }

  /// How bad it is.
  package let weight: Weight
  /// The file, in the folder of the content.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// What it is.
  package let message: String

  /// Creates a finding.
  package init(weight: Weight, file: String, line: Int, message: String) {
    self.weight = weight
    self.file = file
    self.line = line
    self.message = message
  }

  /// Returns the finding on a line, in the form that editors know to jump to.
  ///
  /// - Parameter folder: the path of the content.
  package func description(in folder: String) -> String {
    "\(folder)/\(file):\(line): \(weight.rawValue): \(message)"
  }
}
