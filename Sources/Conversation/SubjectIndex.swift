import KnowledgeBase
import Retrieval
import TextAnalysis

/// Finds what a question is about.
///
/// The ranked units are small: each paragraph with its headings, and each way
/// patients ask. A subject's score comes from its best units and from all of
/// them together (``GroupRanking``).
final class SubjectIndex {
  /// A ranked text.
  struct Unit {
    /// A part of a section, or a patient's wording.
    enum Source: Hashable {
      case heading
      case paragraph(Int)
      case phrasing(voice: String)
    }
    let subject: Int
    let source: Source
    let text: String
  }

  /// The subjects, by group number.
  let subjects: [Subject]
  /// The ranked texts, by document number.
  let units: [Unit]
  let ranking: GroupRanking
  let reader: QuestionReader

  /// An article's word says more about the vocabulary than one patient's.
  private static let articleWordFrequency = 10

  init(_ knowledge: Knowledge) {
    let analyzer = Analyzer(
      Analyzer.Settings(protectedWords: Set(knowledge.lexicon.protectedWords.map(Normalizer.fold))))
    let phrasings = Dictionary(
      knowledge.phrasings.map { ($0.target, $0.phrasings) }, uniquingKeysWith: { a, _ in a })
    var subjects: [Subject] = []
    var units: [Unit] = []
    func add(_ subject: Subject, _ texts: [(Unit.Source, String)], named name: String?) {
      let asked = name.flatMap { phrasings[$0] } ?? []
      guard !texts.isEmpty || !asked.isEmpty else { return }
      let number = subjects.count
      subjects.append(subject)
      units += texts.map { Unit(subject: number, source: $0, text: $1) }
      units += asked.map {
        Unit(subject: number, source: .phrasing(voice: $0.voice), text: $0.text)
      }
    }
    for section in knowledge.sections {
      let context = (section.parents + [section.title]).joined(separator: ". ")
      add(
        .section(section.id),
        [(.heading, section.title)]
          + section.paragraphs.enumerated().map { (.paragraph($0), context + ". " + $1) },
        named: section.id)
    }
    for topic in knowledge.notCovered {
      add(.notCovered(topic.id), [(.heading, topic.title)], named: topic.id)
    }
    add(.personalAdvice, [], named: Phrasings.personalAdvice)
    for talk in knowledge.smallTalk {
      add(
        .smallTalk(talk.id), talk.phrases.map { (.phrasing(voice: talk.id), $0) }, named: nil)
    }
    add(.smallTalk(Phrasings.smallTalk), [], named: Phrasings.smallTalk)

    var builder = IndexBuilder()
    for unit in units {
      let count = if case .phrasing = unit.source { 1 } else { Self.articleWordFrequency }
      builder.add(
        remembered: analyzer.remember(unit.text, counting: count), by: analyzer)
    }
    self.subjects = subjects
    self.units = units
    ranking = GroupRanking(index: builder.build(), groups: units.map(\.subject))
    reader = QuestionReader(
      analyzer: analyzer, lexicon: knowledge.lexicon, wordFrequencies: analyzer.wordFrequencies)
  }

  /// Returns the paragraphs of a section with their cosine, in article order.
  func paragraphScores(of section: String, for query: Query) -> [Double] {
    let scores = ranking.index.scores(for: query)
    return units.indices.filter { unit in
      guard case .paragraph = units[unit].source else { return false }
      return subjects[units[unit].subject] == .section(section)
    }.map { scores[$0] }
  }
}
