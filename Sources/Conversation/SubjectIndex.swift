import KnowledgeBase
import Retrieval
import TextAnalysis

/// Finds what a question is about, and where in a section it is said.
final class SubjectIndex {
  let ranking: any SubjectRanking
  let reader: QuestionReader
  let followUps: FollowUps
  /// What was learned of how questions follow on each other.
  let turns: TextClassifier?
  private let sections: [Subject]
  private let paragraphs: InvertedIndex
  /// What was learned of which paragraph answers, and of what it was learned.
  private let learnedParagraphs: (classifier: TextClassifier, features: TextFeatures)?

  /// Creates an index that ranks by what was learned, or where nothing was, by
  /// likeness.
  init(_ knowledge: Knowledge) {
    let analyzer = Analyzer(
      Analyzer.Settings(protectedWords: Set(knowledge.lexicon.protectedWords.map(Normalizer.fold))))
    let content = SubjectUnits(knowledge)
    if let learned = knowledge.learned, let ranking = LearnedRanking(learned, content: content) {
      self.ranking = ranking
      turns = learned.turns.flatMap { $0.labels == learned.classifier.labels ? $0 : nil }
    } else {
      ranking = SimilarityRanking(content, analyzer: analyzer)
      turns = nil
    }
    reader = QuestionReader(
      analyzer: analyzer, lexicon: knowledge.lexicon, vocabulary: ranking.vocabulary)
    followUps = FollowUps(knowledge.followUps)
    learnedParagraphs = knowledge.learned.flatMap { learned in
      learned.paragraphs.map { ($0, TextFeatures(learned.ideas)) }
    }
    let paragraphs = content.texts.filter { unit in
      if case .paragraph = unit.source { true } else { false }
    }
    sections = paragraphs.map { content.subjects[$0.subject] }
    var builder = IndexBuilder()
    for paragraph in paragraphs {
      builder.add(remembered: analyzer.remember(paragraph.text), by: analyzer)
    }
    self.paragraphs = builder.build()
  }

  /// How much more the first paragraph's cosine counts: it says what the section is
  /// about, and is read first when nothing speaks clearly for another.
  private static let weightOfFirst = 1.5

  /// Returns how well each paragraph of a section answers a question, in article order: by
  /// what was learned of the section's questions, or, where nothing was, by likeness.
  func paragraphScores(of section: Section, for reading: QuestionReading) -> [Double] {
    if let learnedParagraphs {
      let (classifier, features) = learnedParagraphs
      let places = section.paragraphs.indices.compactMap {
        classifier.labels.firstIndex(of: LearnedSubjects.paragraphLabel($0, of: section.id))
      }
      if places.count == section.paragraphs.count {
        let scores = classifier.scores(of: features.list(of: reading.words))
        return places.map { scores[$0] }
      }
    }
    let scores = paragraphs.scores(for: reading.query)
    let places = sections.indices.filter { sections[$0] == .section(section.id) }
    return places.enumerated().map { scores[$1] * ($0 == 0 ? Self.weightOfFirst : 1) }
  }
}
