/// A word of a text in the form that it is compared with examples in.
public struct WrittenWord: Hashable, Sendable {
  /// Lower case, without accents and apostrophes.
  public let text: String
  /// Whether it is the first word of a sentence.
  public let startsSentence: Bool
  /// Whether a question mark stands behind it.
  public let isAsked: Bool

  /// Creates a word.
  public init(text: String, startsSentence: Bool, isAsked: Bool) {
    self.text = text
    self.startsSentence = startsSentence
    self.isAsked = isAsked
  }

  /// Whether it is more than a number.
  public var hasLetter: Bool { text.contains(where: \.isLetter) }
}
