import KnowledgeBase
import Retrieval
import TextAnalysis

/// Reads questions: mends spelling against the vocabulary and adds what lay
/// words stand for.
final class QuestionReader {
  private struct Synonym {
    let entry: Lexicon.Synonym
    let means: [Term]
  }

  let analyzer: Analyzer
  private let spelling: QuestionSpelling
  private let stopWords: Set<String>
  /// The synonyms by the terms they are said in.
  private let synonyms: [[Term]: Synonym]
  private let longestSynonym: Int

  init(analyzer: Analyzer, lexicon: Lexicon, vocabulary: any Vocabulary) {
    self.analyzer = analyzer
    stopWords = Set(lexicon.stopWords.map(analyzer.fold))
    let protectedWords = Set(lexicon.protectedWords.map(analyzer.fold))
    var synonyms: [[Term]: Synonym] = [:]
    var lexiconWords = protectedWords
    for entry in lexicon.synonyms {
      let said = analyzer.analyze(entry.say)
      for word in said { lexiconWords.insert(word.word) }
      synonyms[said.map(\.term)] = Synonym(
        entry: entry, means: entry.means.flatMap(analyzer.terms))
    }
    spelling = QuestionSpelling(
      analyzer: analyzer, vocabulary: vocabulary, lexiconWords: lexiconWords,
      rightWords: protectedWords.union(stopWords))
    self.synonyms = synonyms
    longestSynonym = synonyms.keys.map(\.count).max() ?? 0
  }

  /// Reads a question.
  ///
  /// - Parameter isKnown: whether a word that the content does not hold is a word
  ///   all the same, and no misspelling of another.
  func read(_ text: String, unless isKnown: (String) -> Bool = { _ in false }) -> QuestionReading {
    let (words, corrections) = spelling.words(of: text, unless: isKnown)
    var query = Query(terms: words.map(\.term))
    var accountedFor = words.map { [$0.term] }
    var expansions: [QuestionReading.Expansion] = []
    var place = 0
    while place < words.count {
      guard let (synonym, length) = longestSynonym(at: place, in: words.map(\.term)) else {
        place += 1
        continue
      }
      for term in synonym.means {
        query.expand(with: term, weight: synonym.entry.weight)
        for word in place..<place + length { accountedFor[word].append(term) }
      }
      expansions.append(
        QuestionReading.Expansion(
          say: synonym.entry.say, means: synonym.entry.means, weight: synonym.entry.weight))
      place += length
    }
    let contentWords = zip(words, accountedFor).compactMap { word, terms in
      stopWords.contains(word.word)
        ? nil : QuestionReading.ContentWord(word: word.word, terms: terms)
    }
    return QuestionReading(
      corrections: corrections, expansions: expansions, contentWords: contentWords, query: query,
      words: writtenWords(words, in: text))
  }

  /// Returns the words of a text as they are compared with others, spelling as it is.
  func words(of text: String) -> [String] {
    analyzer.analyze(text).map { Normalizer.shorteningRuns(of: $0.word) }
  }

  private func longestSynonym(at place: Int, in terms: [Term]) -> (Synonym, Int)? {
    for length in stride(from: min(longestSynonym, terms.count - place), to: 0, by: -1) {
      if let synonym = synonyms[Array(terms[place..<place + length])] { return (synonym, length) }
    }
    return nil
  }

  /// Returns words in the form in which they are compared with examples.
  private func writtenWords(_ words: [QuestionSpelling.Word], in text: String) -> [WrittenWord] {
    let bytes = Array(text.utf8)
    var end = 0
    var written: [WrittenWord] = []
    func marks(before start: Int) -> ArraySlice<UInt8> { bytes[end..<max(end, start)] }
    for word in words {
      let before = marks(before: word.range.lowerBound)
      if before.contains(UInt8(ascii: "?")) { written.markAsked() }
      written.append(
        WrittenWord(
          text: Normalizer.shorteningRuns(of: word.word),
          startsSentence: written.isEmpty || before.contains { ".!?;".utf8.contains($0) },
          isAsked: false))
      end = word.range.upperBound
    }
    if marks(before: bytes.count).contains(UInt8(ascii: "?")) { written.markAsked() }
    return written
  }
}

extension [WrittenWord] {
  /// Notes that a question mark stands behind the last word.
  fileprivate mutating func markAsked() {
    guard let last = popLast() else { return }
    append(WrittenWord(text: last.text, startsSentence: last.startsSentence, isAsked: true))
  }
}
