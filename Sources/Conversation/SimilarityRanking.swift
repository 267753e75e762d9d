import Retrieval
import TextAnalysis

/// Ranks subjects by the cosine between the question and each text of a subject
/// (``GroupRanking``): what serves an article for which nothing was learned.
struct SimilarityRanking: SubjectRanking {
  let settings: DecisionSettings
  let vocabulary: any Vocabulary
  private let subjects: [Subject]
  private let units: [SubjectUnits.Unit]
  private let groups: GroupRanking
  /// Terms of a question that are passed over.
  private let ignored: Set<Term>

  /// An article's word says more about the vocabulary than one patient's.
  private static let articleWordFrequency = 10

  init(
    _ content: SubjectUnits, analyzer: Analyzer, settings: DecisionSettings = .bySimilarity
  ) {
    subjects = content.subjects
    units = content.units
    self.settings = settings
    var builder = IndexBuilder()
    for unit in units {
      let count = if case .phrasing = unit.source { 1 } else { Self.articleWordFrequency }
      builder.add(remembered: analyzer.remember(unit.text, counting: count), by: analyzer)
    }
    // Among many phrasings "how is it" and "what is it" tell sections apart; in an
    // article's paragraphs they come by chance.
    let hasPhrasings = units.contains { unit in
      if case .phrasing = unit.source { true } else { false }
    }
    ignored = hasPhrasings ? [] : Set(FunctionWords.english.map(analyzer.term))
    groups = GroupRanking(index: builder.build(), groups: units.map(\.subject))
    vocabulary = CountedWords(frequencies: analyzer.wordFrequencies)
  }

  private struct CountedWords: Vocabulary {
    let frequencies: [String: Int]

    func frequency(of word: String) -> Int { frequencies[word] ?? 0 }
    func isSurelyMeant(_ word: String) -> Bool { false }
    func frequency(of first: String, before second: String) -> Int { 0 }
  }

  func rank(_ reading: QuestionReading) -> [RankedSubject] {
    groups.rank(query(of: reading)).map {
      RankedSubject(subject: subjects[$0.group], score: $0.score)
    }
  }

  func coverage(of reading: QuestionReading, by subject: Subject) -> Coverage {
    let group = subjects.firstIndex(of: subject)
    return Coverage(
      words: reading.contentWords.map { word in
        Coverage.Word(
          word: word.word, weight: groups.index.inverseDocumentFrequency(of: word.terms[0]),
          isCovered: group.map { group in
            word.terms.contains { groups.group(group, holds: $0) }
          } ?? false)
      })
  }

  func explanation(of subject: Subject, for reading: QuestionReading) -> Explanation? {
    hit(of: subject, for: reading).map { groups.explain($0, for: query(of: reading)) }
  }

  func bestTexts(
    of subject: Subject, for reading: QuestionReading
  ) -> [(text: String, score: Double)] {
    hit(of: subject, for: reading).map { hit in
      hit.best.map { (units[$0.document].text, $0.score) }
    } ?? []
  }

  private func query(of reading: QuestionReading) -> Query {
    reading.query.without(ignored)
  }

  private func hit(
    of subject: Subject, for reading: QuestionReading
  ) -> GroupRanking.GroupHit? {
    groups.rank(query(of: reading)).first { subjects[$0.group] == subject }
  }
}
