/// Turns text into terms: tokens, folded, without stop words, stemmed.
///
/// A class because it owns a stemmer and remembers the terms of the words it
/// was built for: an index's texts repeat their words, and reading each word
/// once is most of the speed. Not safe to share between threads.
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
  private var writtenWords = WordTable()
  /// What became of each written word, by its number in ``writtenWords``.
  private var readings: [Reading] = []

  private struct Reading {
    let word: String
    /// `nil` for a stop word.
    let term: Term?
    /// How often the word came.
    var count: Int
  }

  /// Creates an analyzer.
  public init(_ settings: Settings = Settings()) {
    self.settings = settings
    stemmer = settings.stemming.flatMap(Stemmer.init)
  }

  /// Returns the terms of `text` in order, with the words they came from.
  public func analyze(_ text: String) -> [AnalyzedTerm] {
    settings.tokenizer.tokens(in: text).compactMap { token in
      let word = fold(token.text)
      guard !isLeftOut(word) else { return nil }
      return AnalyzedTerm(term: term(of: word), word: word, token: token)
    }
  }

  /// Returns the terms of `text` in order.
  public func terms(in text: String) -> [Term] {
    analyze(text).map(\.term)
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

  private func isLeftOut(_ word: String) -> Bool {
    word.isEmpty || settings.stopWords.contains(word)
  }
}

// MARK: - Many texts

extension Analyzer {
  /// A written word's number with one analyzer, from 0 in the order in which
  /// the words first came.
  public typealias WordNumber = Int

  /// Reads a text of an index: returns the numbers of its written words, which
  /// are remembered, so that the same word is looked at only once.
  ///
  /// - Parameter count: how often each word is counted for ``wordFrequencies``.
  public func remember(_ text: String, counting count: Int = 1) -> [WordNumber] {
    var numbers: [WordNumber] = []
    let bytes = Array(text.utf8)
    numbers.reserveCapacity(bytes.count / 4)
    // Held locally for the length of the loop: each access to a property of a
    // class is checked, and this loop runs over every word of the content.
    var writtenWords = WordTable(size: 0)
    var readings: [Reading] = []
    swap(&writtenWords, &self.writtenWords)
    swap(&readings, &self.readings)
    defer {
      swap(&writtenWords, &self.writtenWords)
      swap(&readings, &self.readings)
    }
    settings.tokenizer.forEachWord(in: bytes) { range in
      let number = writtenWords.number(of: range, in: bytes)
      if number == readings.count {
        let word = fold(String(decoding: bytes[range], as: UTF8.self))
        let term = isLeftOut(word) ? nil : term(of: word)
        readings.append(Reading(word: word, term: term, count: 0))
      }
      readings[number].count += count
      numbers.append(number)
    }
    return numbers
  }

  /// The term of a remembered word; `nil` for a stop word.
  public func term(ofRemembered number: WordNumber) -> Term? { readings[number].term }

  /// How often each folded word was counted in the remembered texts, stop words
  /// left out.
  public var wordFrequencies: [String: Int] {
    readings.reduce(into: [:]) { frequencies, reading in
      if reading.term != nil { frequencies[reading.word, default: 0] += reading.count }
    }
  }
}
