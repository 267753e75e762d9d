/// A word as it stands in a text.
public struct Token: Hashable, Sendable {
  /// The word as written, without the marks around it.
  public let text: String
  /// Where the word stands, in UTF-8 code units from the start of the text.
  public let range: Range<Int>

  /// Creates a token for the word `text` standing at `range`.
  public init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
