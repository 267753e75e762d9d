/// Letters of other scripts that look like Latin ones, and symbols typed in
/// place of letters.
enum Homoglyphs {
  /// Cyrillic and Greek letters (lower case) that pass for Latin letters.
  static let latin: [Unicode.Scalar: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i",
    "ѕ": "s", "ј": "j", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "ԁ": "d",
    "α": "a", "ε": "e", "ι": "i", "κ": "k", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "ν": "v",
  ]

  /// Digits and signs that stand for letters ("k1ll", "su!c!de", "di3").
  static let leet: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t",
    "@": "a", "$": "s", "!": "i", "|": "l", "*": "i",
  ]

  /// Pictures that carry a meaning of their own in a cry for help.
  static let pictures: [Unicode.Scalar: String] = [
    "🔫": "gun", "💊": "pills", "🔪": "knife", "🗡": "knife", "⚰": "coffin", "🪦": "grave",
    "🩸": "blood", "🪢": "noose",
  ]
}
