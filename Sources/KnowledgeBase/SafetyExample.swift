package import Safety

/// A message that must, or must not, be recognised as a class.
package struct SafetyExample: Hashable, Sendable {
  /// The message.
  package let message: String
  /// The class.
  package let safetyClass: SafetyClass
  /// Whether the message belongs to the class, or only looks like it.
  package let matches: Bool
  /// The file it stands in.
  package let file: String
  /// Its line, counted from 1.
  package let line: Int?
}
