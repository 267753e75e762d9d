package import TextAnalysis

/// A word of a message in the form that rules are matched against.
package struct MessageWord: Hashable, Sendable {
  /// How strongly a word is cut off from the one before it.
  package enum Break: Int, Comparable, Sendable {
    /// Nothing stands between.
    case none
    /// A comma or a word like "but": a negation does not reach across.
    case clause
    /// The end of a sentence: a gap does not reach across either.
    case sentence

    package static func < (a: Break, b: Break) -> Bool { a.rawValue < b.rawValue }
  }

  /// The normal form: lower case, accents and disguises undone.
  package let form: String
  /// The break before this word.
  package let breakBefore: Break
  /// Which of ``MessageReading/written`` it is.
  package let place: Int
}

/// A message in normal form.
package struct MessageReading: Sendable {
  /// The words that rules are matched against; fillers are left out.
  package let words: [MessageWord]
  /// All words, for the comparison with examples.
  package let written: [WrittenWord]
}
