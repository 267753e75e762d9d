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

  /// Returns the cosine of each paragraph of a section, in article order.
  func paragraphScores(of section: String, for query: Query) -> [Double] {
    let scores = paragraphs.scores(for: query)
    return sections.indices.filter { sections[$0] == .section(section) }.map { scores[$0] }
  }
}
