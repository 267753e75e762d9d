/// How many years of school a text asks of its reader.
///
/// The Flesch-Kincaid grade, 0.39 × words per sentence + 11.8 × syllables per
/// word − 15.59. Source: J. P. Kincaid et al., "Derivation of New Readability
/// Formulas", U.S. Navy Research Branch Report 8-75 (1975).
public enum ReadingGrade {
  /// Returns the grade of `text`; 0 for a text without words.
  public static func fleschKincaid(_ text: String) -> Double {
    let words = Tokenizer.words.tokens(in: text)
    guard !words.isEmpty else { return 0 }
    let sentences = max(1, sentenceEnds(in: text))
    let syllables = words.reduce(0) { $0 + self.syllables(in: $1.text) }
    return 0.39 * Double(words.count) / Double(sentences)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  /// Full stops and their like at the end of a word, and ends of lines that a
  /// reader takes as an end.
  private static func sentenceEnds(in text: String) -> Int {
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      var isOpen = false
      for word in line.split(whereSeparator: \.isWhitespace) {
        isOpen = true
        let bare = word.reversed().drop { "\"'”’)".contains($0) }
        if let last = bare.first, ".!?".contains(last) {
          count += 1
          isOpen = false
        }
      }
      if isOpen { count += 1 }
    }
    return count
  }

  /// Returns the syllables of an English word, counted by its groups of vowels;
  /// numbers and acronyms are counted as they are spelled out.
  static func syllables(in word: String) -> Int {
    let letters = Array(word.lowercased())
    if letters.contains(where: \.isNumber) { return letters.filter(\.isNumber).count }
    let isAcronym = word.count <= 5 && word.allSatisfy(\.isUppercase) && word != "I" && word != "A"
    if isAcronym, word.count < 4 || !letters.contains(where: isVowel) { return letters.count }
    var count = 0
    var previousIsVowel = false
    for letter in letters {
      let vowel = isVowel(letter)
      if vowel, !previousIsVowel { count += 1 }
      previousIsVowel = vowel
    }
    let text = String(letters)
    // A silent e at the end, save in "-le" behind a consonant.
    if text.hasSuffix("e"), count > 1, !previousIsVowelPair(letters) {
      let isSpokenLE =
        text.hasSuffix("le") && letters.count > 2 && !isVowel(letters[letters.count - 3])
      if !isSpokenLE { count -= 1 }
    }
    if text.hasSuffix("ed"), count > 1, letters.count > 3,
      !"td".contains(letters[letters.count - 3]), !isVowel(letters[letters.count - 3])
    {
      count -= 1
    }
    return max(1, count)
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouyáéíóúü".contains(letter) }

  private static func previousIsVowelPair(_ letters: [Character]) -> Bool {
    letters.count > 1 && isVowel(letters[letters.count - 2])
  }
}
