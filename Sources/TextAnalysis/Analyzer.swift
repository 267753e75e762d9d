/// Turns text into terms: tokens, folded, without stop words, stemmed.
///
/// A class because it owns a stemmer and remembers the terms of words it has
/// seen: patients' words repeat, and stemming each once is most of the speed.
/// Not safe to share between threads.
public final class Analyzer {
  /// What an analyzer does with words.
  public struct Settings: Sendable {
    /// How the text is cut into words.
    public var tokenizer: Tokenizer
    /// Whether accents are dropped and compatibility forms undone.
    public var foldsAccents: Bool
    /// The stemming algorithm; `nil` leaves words as they are.
    public var stemming: Stemmer.Language?
    /// Folded words that give no term.
    public var stopWords: Set<String>
    /// Folded words that are never stemmed: drug names, acronyms.
    public var protectedWords: Set<String>

    /// Creates settings; the defaults suit English prose without stop words.
    public init(
      tokenizer: Tokenizer = .words, foldsAccents: Bool = true,
      stemming: Stemmer.Language? = .english, stopWords: Set<String> = [],
      protectedWords: Set<String> = []
    ) {
      self.tokenizer = tokenizer
      self.foldsAccents = foldsAccents
      self.stemming = stemming
      self.stopWords = stopWords
      self.protectedWords = protectedWords
    }

    /// Plain tokens in lower case, as scikit-learn's vectorizers make them.
    public static let plain = Settings(
      tokenizer: .plain, foldsAccents: false, stemming: nil)
  }

  /// What this analyzer does with words.
  public let settings: Settings
  private let stemmer: Stemmer?
  /// What became of the words seen so far.
  private var readings: [String: Reading] = [:]

  private struct Reading {
    let word: String
    /// `nil` for a stop word.
    let term: Term?
  }

  /// Creates an analyzer.
  public init(_ settings: Settings = Settings()) {
    self.settings = settings
    stemmer = settings.stemming.flatMap(Stemmer.init)
  }

  /// Returns the terms of `text` in order, with the words they came from.
  public func analyze(_ text: String) -> [AnalyzedTerm] {
    var terms: [AnalyzedTerm] = []
    settings.tokenizer.forEachToken(in: text) { token in
      let reading = reading(of: token.text)
      guard let term = reading.term else { return }
      terms.append(AnalyzedTerm(term: term, word: reading.word, token: token))
    }
    return terms
  }

  /// Calls `body` with the folded word and the term of each word of `text`:
  /// the quick way through many texts.
  public func forEachTerm(in text: String, _ body: (_ word: String, _ term: Term) -> Void) {
    settings.tokenizer.forEachToken(in: text) { token in
      let reading = reading(of: token.text)
      if let term = reading.term { body(reading.word, term) }
    }
  }

  private func reading(of written: String) -> Reading {
    if let known = readings[written] { return known }
    let word = fold(written)
    let isLeftOut = word.isEmpty || settings.stopWords.contains(word)
    let reading = Reading(word: word, term: isLeftOut ? nil : term(of: word))
    readings[written] = reading
    return reading
  }

  /// Returns the terms of `text` in order.
  public func terms(in text: String) -> [Term] {
    var terms: [Term] = []
    forEachTerm(in: text) { terms.append($1) }
    return terms
  }

  /// Returns the term of one folded word, stop word or not.
  public func term(of word: String) -> Term {
    guard let stemmer, !settings.protectedWords.contains(word) else { return word }
    return stemmer.stem(word)
  }

  /// Returns `word` in the form in which stop words and protected words are kept.
  public func fold(_ word: String) -> String {
    settings.foldsAccents ? Normalizer.fold(word) : word.lowercased()
  }
}
