import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct AnalyzerTests {
  @Test func foldsAndStems() {
    #expect(
      Analyzer().analyze("¿Don’t the Infusions help, José?") == [
        AnalyzedTerm(term: "dont", word: "dont", token: Token(text: "Don’t", range: 2..<9)),
        AnalyzedTerm(term: "the", word: "the", token: Token(text: "the", range: 10..<13)),
        AnalyzedTerm(
          term: "infus", word: "infusions", token: Token(text: "Infusions", range: 14..<23)),
        AnalyzedTerm(term: "help", word: "help", token: Token(text: "help", range: 24..<28)),
        AnalyzedTerm(term: "jose", word: "jose", token: Token(text: "José", range: 30..<35)),
      ])
  }

  @Test(arguments: ["", "  ", "?!", "❤️", "\u{3164}", "' ’"])
  func textWithoutWordsHasNoTerms(text: String) {
    #expect(Analyzer().analyze(text) == [])
    #expect(Analyzer().terms(in: text) == [])
  }

  @Test func stopWordsGiveNoTerm() {
    let analyzer = Analyzer(.init(stopWords: ["the", "dont", "a"]))
    #expect(analyzer.terms(in: "The infusion, DON’T a á thé theme") == ["infus", "theme"])
    #expect(analyzer.term(of: "the") == "the")
  }

  @Test func stopWordsAreWordsNotStems() {
    let analyzer = Analyzer(.init(stopWords: ["having"]))
    #expect(analyzer.terms(in: "have having haves") == ["have", "have"])
  }

  @Test func protectedWordsAreNotStemmed() {
    let analyzer = Analyzer(.init(protectedWords: ["ssris", "ketamine"]))
    #expect(
      analyzer.terms(in: "SSRIs, Ketamine, kétamine; infusions") == [
        "ssris", "ketamine", "ketamine", "infus",
      ])
    #expect(analyzer.term(of: "ssris") == "ssris")
    #expect(analyzer.term(of: "infusions") == "infus")
  }

  @Test func keepsAccentsWhereAsked() {
    let analyzer = Analyzer(.init(foldsAccents: false, stemming: nil, stopWords: ["más"]))
    #expect(
      analyzer.terms(in: "MÁS depresión, mas Depresion") == ["depresión", "mas", "depresion"])
    #expect(analyzer.fold("MÁS") == "más")
  }

  @Test func stemsInTheLanguageAsked() {
    let analyzer = Analyzer(.init(foldsAccents: false, stemming: .spanish))
    #expect(analyzer.terms(in: "Las infusiones, depresión") == ["las", "infusion", "depresion"])
  }

  @Test func plainSettingsOnlyLowerTheCase() {
    #expect(
      Analyzer(.plain).terms(in: "I don't take 7.5 INFUSIONS of Crème_brûlée") == [
        "don", "take", "infusions", "of", "crème_brûlée",
      ])
  }

  @Test(arguments: [("Méxicó’s", "mexicos"), ("SSRIs", "ssris"), ("", "")])
  func foldGivesTheFormOfStopWords(word: String, form: String) {
    #expect(Analyzer().fold(word) == form)
  }

  @Test func numbersRememberedWordsInTheOrderTheyCome() {
    let analyzer = Analyzer(.init(stopWords: ["the"]))
    #expect(analyzer.remember("The infusion, the infusions") == [0, 1, 2, 3])
    #expect(analyzer.remember("infusions the The", counting: 10) == [3, 2, 0])
    #expect((0...3).map(analyzer.term(ofRemembered:)) == [nil, "infus", nil, "infus"])
    #expect(analyzer.wordFrequencies == ["infusion": 1, "infusions": 11])
  }

  @Test func rememberingATextWithoutWordsCountsNothing() {
    let analyzer = Analyzer()
    #expect(analyzer.remember("?! ❤️").isEmpty)
    #expect(analyzer.wordFrequencies.isEmpty)
  }

  private static let settings: [Analyzer.Settings] = [
    .plain, .init(), .init(stemming: nil),
    .init(foldsAccents: false, stopWords: ["it's", "é"], protectedWords: ["runs"]),
    .init(stopWords: ["its", "e", "run"], protectedWords: ["runs", "cafes"]),
  ]

  private static let alphabet = [
    "run", "runs", "running", "Running", "RUN", "it's", "it’s", "its", "café", "cafe\u{301}",
    "Cafés", "É", "e", "7.5", "x²", "❤️", "ＲＵＮ", " ", " ", " ", ", ", "-", "'",
  ]

  /// There are three ways through a text; all must hear the same.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func everyWayGivesTheSameTerms(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for settings in Self.settings {
      let remembering = Analyzer(settings)
      var frequencies: [String: Int] = [:]
      for _ in 0..<10 {
        let text = random.text(of: Self.alphabet, upTo: 25)
        let analyzed = Analyzer(settings).analyze(text)
        let terms = analyzed.map { Array($0.term.utf8) }
        #expect(Analyzer(settings).terms(in: text).map { Array($0.utf8) } == terms)
        // Whatever was read before must not change what is heard now.
        #expect(remembering.terms(in: text).map { Array($0.utf8) } == terms)
        let remembered = remembering.remember(text, counting: 3)
        #expect(
          remembered.compactMap(remembering.term(ofRemembered:)).map { Array($0.utf8) } == terms)
        for word in analyzed {
          frequencies[word.word, default: 0] += 3
          #expect(word.word == remembering.fold(word.token.text))
          #expect(word.term == remembering.term(of: word.word))
        }
        #expect(remembering.wordFrequencies == frequencies)
      }
    }
  }
}
