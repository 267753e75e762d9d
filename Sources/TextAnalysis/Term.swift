/// A word's normalised form, as it is indexed and looked up.
public typealias Term = String

/// A term and the word it was made from.
public struct AnalyzedTerm: Hashable, Sendable {
  /// The normalised form.
  public let term: Term
  /// The folded word before stemming, for spelling and for showing.
  public let word: String
  /// The word as written.
  public let token: Token
}
