package import KnowledgeBase
package import Retrieval
package import TextAnalysis

/// Learns from the ways patients ask which paragraph of a section answers.
package struct ParagraphLearner {
  private let knowledge: Knowledge
  private let reader = QuestionReader.ofTexts()
  private let features: TextFeatures

  /// Creates a learner for the sections of `knowledge`.
  ///
  /// - Parameter ideas: what words stand for.
  package init(_ knowledge: Knowledge, ideas: WordIdeas) {
    self.knowledge = knowledge
    features = TextFeatures(ideas)
  }

  /// Returns what is learned from the phrasings; `nil` where none names its paragraph.
  ///
  /// In a section in which some do, those that name none ask for the whole, and the
  /// first paragraph says what that is.
  package func learn() -> TextClassifier? {
    let asked = knowledge.phrasings.compactMap { list in
      knowledge.section(list.target).map { ($0, list.phrasings) }
    }.filter { $1.contains { $0.paragraph != nil } }
    guard !asked.isEmpty else { return nil }
    let labels = asked.flatMap { section, _ in
      section.paragraphs.indices.map { LearnedSubjects.paragraphLabel($0, of: section.id) }
    }
    var learner = TextClassifierLearner(
      labels: labels, settings: .ofQuestions(features: 100_000, weights: 200_000))
    for (section, phrasings) in asked {
      for (place, text) in section.paragraphs.enumerated() {
        add(text, place, of: section, to: &learner)
      }
      for phrasing in phrasings {
        add(phrasing.text, (phrasing.paragraph ?? 1) - 1, of: section, to: &learner)
      }
    }
    return learner.learn()
  }

  private func add(
    _ text: String, _ place: Int, of section: Section, to learner: inout TextClassifierLearner
  ) {
    learner.add(
      features.list(of: reader.read(text).words),
      labels: [LearnedSubjects.paragraphLabel(place, of: section.id)])
  }
}
