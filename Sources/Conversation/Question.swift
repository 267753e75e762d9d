import TextAnalysis

/// A patient's question, cleaned and bounded.
package struct Question: Hashable, Sendable {
  /// Why a text is no question.
  package enum Problem: Error, Hashable, Sendable {
    /// Nothing is left once blanks and control characters are gone.
    case empty
    /// The text is longer than ``Question/longest`` characters.
    case tooLong(characters: Int)
  }

  /// The longest question that is answered, in characters.
  package static let longest = 2_000

  /// The question on one line, without control characters.
  package let text: String

  /// Cleans what was typed or sent.
  ///
  /// Line breaks and tabs become spaces, other control characters go, blanks at
  /// the ends are cut.
  package init(_ typed: String) throws(Problem) {
    var scalars = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if scalar.properties.isWhitespace { scalars.append(" ") }
      case .surrogate, .privateUse, .unassigned: continue
      default: scalars.append(scalar)
      }
    }
    var text = Substring(String(scalars)).drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { throw .empty }
    guard text.count <= Self.longest else { throw .tooLong(characters: text.count) }
    self.text = String(text)
  }

  /// The number that is all the question says: "2", "(2)", "number two", "ok 2, please".
  package var number: Int? {
    guard !text.contains(where: Self.quantities.contains) else { return nil }
    var number: Int?
    for token in Tokenizer.words.tokens(in: text) {
      let word = Normalizer.fold(token.text)
      if Self.besideNumbers.contains(word) { continue }
      guard number == nil, word.count <= Self.longestNumber || Self.numerals[word] != nil,
        let read = Int(word) ?? Self.numerals[word]
      else { return nil }
      number = read
    }
    return number
  }

  /// A number of more digits is no place in a list.
  private static let longestNumber = 2
  /// The numbers of a short list in words.
  private static let numerals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "uno": 1, "dos": 2, "tres": 3,
    "cuatro": 4, "cinco": 5,
  ]
  /// Signs that make a quantity of a number.
  private static let quantities: Set<Character> = ["$", "€", "£", "%", "-", "+"]
  /// What people write beside the number that they pick.
  private static let besideNumbers: Set<String> = [
    "number", "nr", "option", "please", "pls", "thanks", "ok", "okay", "yes", "pick",
    "choose", "i", "ill", "the", "about", "tell", "me", "numero", "opcion", "por", "favor",
    "el", "la", "si", "gracias",
  ]
}
