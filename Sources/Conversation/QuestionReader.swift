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
  private let corrector: SpellingCorrector
  private let stopWords: Set<String>
  private let protectedWords: Set<String>
  /// The synonyms by the terms they are said in.
  private let synonyms: [[Term]: Synonym]
  private let longestSynonym: Int

  /// Words rarer than this may be typos themselves and are never offered as a
  /// correction.
  private static let knownFrequency = 3

  init(analyzer: Analyzer, lexicon: Lexicon, wordFrequencies: [String: Int]) {
    self.analyzer = analyzer
    stopWords = Set(lexicon.stopWords.map(analyzer.fold))
    protectedWords = Set(lexicon.protectedWords.map(analyzer.fold))
    var synonyms: [[Term]: Synonym] = [:]
    var frequencies = wordFrequencies
    for entry in lexicon.synonyms {
      let said = analyzer.analyze(entry.say)
      for word in said { frequencies[word.word, default: 0] += Self.knownFrequency }
      synonyms[said.map(\.term)] = Synonym(
        entry: entry, means: entry.means.flatMap(analyzer.terms))
    }
    for word in protectedWords { frequencies[word, default: 0] += Self.knownFrequency }
    self.synonyms = synonyms
    longestSynonym = synonyms.keys.map(\.count).max() ?? 0
    corrector = SpellingCorrector(
      frequencies: frequencies, minimumFrequency: Self.knownFrequency)
  }

  func read(_ text: String) -> QuestionReading {
    var corrections: [Reply.Correction] = []
    let words = analyzer.analyze(text).map { analyzed -> (word: String, term: Term) in
      guard !protectedWords.contains(analyzed.word), !stopWords.contains(analyzed.word),
        let found = corrector.correction(of: analyzed.word)
      else { return (analyzed.word, analyzed.term) }
      let correction = Reply.Correction(from: found.from, to: found.to)
      if !corrections.contains(correction) { corrections.append(correction) }
      return (correction.to, analyzer.term(of: correction.to))
    }
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
      corrections: corrections, expansions: expansions, contentWords: contentWords, query: query)
  }

  private func longestSynonym(at place: Int, in terms: [Term]) -> (Synonym, Int)? {
    for length in stride(from: min(longestSynonym, terms.count - place), to: 0, by: -1) {
      if let synonym = synonyms[Array(terms[place..<place + length])] { return (synonym, length) }
    }
    return nil
  }
}
