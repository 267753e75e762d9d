import TestSupport
import Testing
import TextAnalysis

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("", []),
    (" \t\r\n ", []),
    ("?!… — “”", []),
    ("What is ketamine?", ["What", "is", "ketamine"]),
    ("a", ["a"]),
    // Apostrophes between letters belong to the word, whichever is typed.
    ("don't don’t don‘t donʼt", ["don't", "don’t", "don‘t", "donʼt"]),
    ("'tis the patients' 'right'", ["tis", "the", "patients", "right"]),
    ("rock 'n' roll", ["rock", "n", "roll"]),
    ("don''t", ["don", "t"]),
    ("y'all'd've", ["y'all'd've"]),
    ("the 1990's, 5'4", ["the", "1990", "s", "5", "4"]),
    // Hyphens, slashes and underscores end it.
    ("treatment-resistant", ["treatment", "resistant"]),
    ("and/or e_mail --", ["and", "or", "e", "mail"]),
    // Decimal and thousands marks between digits belong to it.
    ("7.5% of 1,000.", ["7.5", "of", "1,000"]),
    ("1,234,567.89", ["1,234,567.89"]),
    ("1..2 3,.4 .5 6,", ["1", "2", "3", "4", "5", "6"]),
    ("v2.0 2.0b b2", ["v2.0", "2.0b", "b2"]),
    ("U.S. e.g. end.Next", ["U", "S", "e", "g", "end", "Next"]),
    ("3½ x² ⅷ", ["3½", "x²", "ⅷ"]),
    // Other scripts.
    ("¿Cuánto cuesta, señor?", ["Cuánto", "cuesta", "señor"]),
    ("кетамин помогает", ["кетамин", "помогает"]),
    ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ("氯胺酮 是 什么？", ["氯胺酮", "是", "什么"]),
    // Combining marks belong to the letter before them, and alone to nothing.
    ("cafe\u{301}s e\u{301}", ["cafe\u{301}s", "e\u{301}"]),
    ("cafe\u{301}'s", ["cafe\u{301}'s"]),
    ("\u{301} \u{301}a a \u{301}", ["a", "a"]),
    ("\u{93F} \u{93F}क कि", ["क", "कि"]),
    // Emoji are no words, with or without the selector that colours them.
    ("thanks 🙏 so 👍🏽 much👨‍👩‍👧!", ["thanks", "so", "much"]),
    ("❤️ love ☀️", ["love"]),
    ("1️⃣ one", ["1\u{FE0F}", "one"]),
    // What is not seen ends a word too.
    ("one\u{A0}two\u{200B}three\u{0}four", ["one", "two", "three", "four"]),
  ])
  func cutsIntoWords(text: String, words: [String]) {
    #expect(Tokenizer.words.tokens(in: text).map(\.text) == words)
  }

  @Test(arguments: [
    ("", []),
    ("a b c", []),
    ("What is ketamine?", ["What", "is", "ketamine"]),
    ("I don't, you don’t", ["don", "you", "don"]),
    // A modifier letter, unlike the other apostrophes.
    ("Hawaiʼi", ["Hawaiʼi"]),
    ("treatment-resistant", ["treatment", "resistant"]),
    ("7.5 of 1,000 in 10.25", ["of", "000", "in", "10", "25"]),
    ("snake_case __ _x x_", ["snake_case", "__", "_x", "x_"]),
    ("naïve à la carte", ["naïve", "la", "carte"]),
    ("½ ½x x² ⅷ ⅷⅸ", ["½x", "x²", "ⅷⅸ"]),
    // Combining marks and enclosed letters are no word characters in Python.
    ("cafe\u{301}s", ["cafe"]),
    ("चाय में दूध", []),
    ("ⓣⓔⓐ 🅰🅱 tea", ["tea"]),
    ("❤️ ok 1️⃣2️⃣", ["ok"]),
  ])
  func cutsAsScikitLearnDoes(text: String, words: [String]) {
    #expect(Tokenizer.plain.tokens(in: text).map(\.text) == words)
  }

  @Test func rangesCountBytesOfUTF8() {
    #expect(
      Tokenizer.words.tokens(in: "¿Qué tal? 👍 don’t 7.5") == [
        Token(text: "Qué", range: 2..<6), Token(text: "tal", range: 7..<10),
        Token(text: "don’t", range: 17..<24), Token(text: "7.5", range: 25..<28),
      ])
    #expect(
      Tokenizer.plain.tokens(in: "¿Qué tal? 👍 don’t 7.5") == [
        Token(text: "Qué", range: 2..<6), Token(text: "tal", range: 7..<10),
        Token(text: "don", range: 17..<20),
      ])
  }

  /// Characters that the rules tell apart, often enough side by side.
  private static let alphabet = [
    "a", "b", "Z", "e\u{301}", "é", "я", "中", "\u{301}", "0", "7", "9", "½", "'", "’", "ʼ", "‘",
    ".", ",", "-", "_", " ", " ", "\n", "❤️", "👍🏽", "ⓐ", "\u{200B}",
  ]

  @Test(arguments: 0..<100 as Range<UInt64>)
  func everyRangeHoldsItsWord(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = random.text(of: Self.alphabet, upTo: 40)
      let bytes = Array(text.utf8)
      for tokenizer in [Tokenizer.words, .plain] {
        var end = 0
        for token in tokenizer.tokens(in: text) {
          try #require(token.range.lowerBound >= end && !token.range.isEmpty)
          try #require(
            Array(token.text.utf8) == Array(bytes[token.range]), "in \(text.debugDescription)")
          end = token.range.upperBound
        }
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func agreesWithTheRulesSpelledOut(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = random.text(of: Self.alphabet, upTo: 40)
      try #require(
        Tokenizer.words.tokens(in: text).map { Array($0.text.unicodeScalars) }
          == Self.words(of: text), "in \(text.debugDescription)")
      try #require(
        Tokenizer.plain.tokens(in: text).map { Array($0.text.unicodeScalars) }
          == Self.plainWords(of: text), "in \(text.debugDescription)")
    }
  }

  /// The rules of ``Tokenizer/Style/words`` for the test's alphabet, looked at
  /// from each character: does it stand within a word?
  private static func words(of text: String) -> [[Unicode.Scalar]] {
    enum Kind { case letter, digit, apostrophe, numberMark, none }
    let scalars = Array(text.unicodeScalars)
    var kinds: [Kind] = []
    for scalar in scalars {
      switch scalar {
      case "0"..."9": kinds.append(.digit)
      case "'", "’", "ʼ", "‘": kinds.append(.apostrophe)
      case ".", ",": kinds.append(.numberMark)
      case "\u{301}", "\u{FE0F}":
        let base = kinds.last ?? .none
        kinds.append(base == .letter || base == .digit ? base : .none)
      case "a", "b", "Z", "e", "é", "я", "中", "½", "ⓐ": kinds.append(.letter)
      default: kinds.append(.none)
      }
    }
    func kind(_ place: Int) -> Kind { kinds.indices.contains(place) ? kinds[place] : .none }
    let isWithin = kinds.indices.map { place in
      switch kinds[place] {
      case .letter, .digit: true
      case .apostrophe: kind(place - 1) == .letter && kind(place + 1) == .letter
      case .numberMark: kind(place - 1) == .digit && kind(place + 1) == .digit
      case .none: false
      }
    }
    return zip(scalars, isWithin).split { !$0.1 }.map { $0.map(\.0) }
  }

  /// `\b\w\w+\b` for the test's alphabet.
  private static func plainWords(of text: String) -> [[Unicode.Scalar]] {
    let wordScalars: Set<Unicode.Scalar> = [
      "a", "b", "Z", "e", "é", "я", "中", "0", "7", "9", "½", "ʼ", "_",
    ]
    return text.unicodeScalars.split { !wordScalars.contains($0) }.map(Array.init)
      .filter { $0.count > 1 }
  }
}
