import TextAnalysis

extension [WrittenWord] {
  /// The words of a text in small letters, cut at blanks and at its marks.
  init(_ text: String) {
    self = text.lowercased().split(separator: " ").compactMap { word in
      let letters = word.filter(\.isLetter)
      return letters.isEmpty
        ? nil
        : WrittenWord(text: letters, startsSentence: false, isAsked: word.hasSuffix("?"))
    }
  }
}
