import TextAnalysis

/// Mends the spelling of questions: words that nothing knows are taken for known
/// words that they are like.
final class QuestionSpelling {
  /// A word of a question as it was read.
  struct Word {
    /// The word, mended and folded.
    let word: String
    /// Its term.
    let term: Term
    /// Where it stands in the question, in UTF-8 code units; two words that were run
    /// together stand in one place.
    let range: Range<Int>
  }

  private let analyzer: Analyzer
  private let vocabulary: any Vocabulary
  private let lexiconWords: Set<String>
  private let rightWords: Set<String>

  /// Words rarer than this may be typos themselves and are never offered as a
  /// correction.
  private static let knownFrequency = 3

  /// Made when the first unknown word comes, since most questions have none.
  private lazy var corrector = SpellingCorrector(
    frequencies: vocabulary.frequencies.merging(
      lexiconWords.map { ($0, Self.knownFrequency) }, uniquingKeysWith: +),
    minimumFrequency: Self.knownFrequency, pairFrequency: vocabulary.frequency)

  /// - Parameters:
  ///   - lexiconWords: words that are offered as corrections as well as those of the
  ///     vocabulary.
  ///   - rightWords: words that are never corrected.
  init(
    analyzer: Analyzer, vocabulary: any Vocabulary, lexiconWords: Set<String>,
    rightWords: Set<String>
  ) {
    self.analyzer = analyzer
    self.vocabulary = vocabulary
    self.lexiconWords = lexiconWords
    self.rightWords = rightWords
  }

  /// Returns the words of a question, mended, and what was taken for what.
  ///
  /// - Parameter isKnown: as for ``QuestionReader/read(_:unless:)``.
  func words(
    of text: String, unless isKnown: (String) -> Bool
  ) -> (words: [Word], corrections: [Reply.Correction]) {
    var words: [Word] = []
    var corrections: [Reply.Correction] = []
    func note(_ correction: Reply.Correction) {
      if !corrections.contains(correction) { corrections.append(correction) }
    }
    let analyzed = analyzer.analyze(text)
    var place = 0
    while place < analyzed.count {
      let first = analyzed[place]
      place += 1
      if place < analyzed.count, let found = joining(first, analyzed[place], unless: isKnown) {
        let range = first.token.range.lowerBound..<analyzed[place].token.range.upperBound
        words.append(Word(word: found.to, term: analyzer.term(of: found.to), range: range))
        note(found)
        place += 1
      } else if isDoubtful(first.word, unless: isKnown),
        let found = corrector.correction(of: first.word)
      {
        for word in found.to.split(separator: " ").map(String.init) {
          words.append(
            Word(word: word, term: analyzer.term(of: word), range: first.token.range))
        }
        note(Reply.Correction(from: found.from, to: found.to))
      } else {
        words.append(Word(word: first.word, term: first.term, range: first.token.range))
      }
    }
    return (words, corrections)
  }

  /// Returns the word that two in a row are parts of.
  ///
  /// Nearly all questions are asked this of each of their words: it looks up counts, and
  /// needs no corrector.
  private func joining(
    _ first: AnalyzedTerm, _ second: AnalyzedTerm, unless isKnown: (String) -> Bool
  ) -> Reply.Correction? {
    guard first.token.range.upperBound + 1 == second.token.range.lowerBound else { return nil }
    let joined = first.word + second.word
    let frequency =
      vocabulary.frequency(of: joined) + (lexiconWords.contains(joined) ? Self.knownFrequency : 0)
    guard frequency > 0 else { return nil }
    let areWords = ![first.word, second.word].contains { isUnknown($0, unless: isKnown) }
    let isOne = SpellingCorrector.isOneWord(
      first.word, second.word, frequency: frequency,
      together: areWords ? vocabulary.frequency(of: first.word, before: second.word) : nil,
      minimumFrequency: Self.knownFrequency)
    return isOne
      ? Reply.Correction(from: first.word + " " + second.word, to: joined) : nil
  }

  private func isUnknown(_ word: String, unless isKnown: (String) -> Bool) -> Bool {
    !vocabulary.holds(word) && isDoubtful(word, unless: isKnown)
  }

  /// Whether a word may be a typo: nothing knows it, or the texts that the vocabulary
  /// is from hold it seldom.
  private func isDoubtful(_ word: String, unless isKnown: (String) -> Bool) -> Bool {
    !rightWords.contains(word) && !FunctionWords.english.contains(word)
      && !vocabulary.isSurelyMeant(word) && (vocabulary.holds(word) || !isKnown(word))
  }
}
