import Conversation
import KnowledgeBase
import Retrieval
import TextAnalysis

/// Learns the subjects from the ways patients ask, with or without some voices.
struct SubjectLearning {
  let knowledge: Knowledge
  private let ideas: WordIdeas
  private let learner: SubjectLearner

  /// Voices are left out in this many groups.
  private static let groupCount = 5

  init(_ knowledge: Knowledge, folder: String) throws(KnowledgeError) {
    self.knowledge = knowledge
    ideas = try Knowledge.wordIdeas(try ContentFolder(at: folder))
    learner = SubjectLearner(knowledge, ideas: ideas)
  }

  /// Returns what is learned without some voices.
  func learn(
    leavingOut voices: Set<String> = [], thresholds: LearnedSubjects.Thresholds
  ) -> LearnedSubjects {
    LearnedSubjects(
      classifier: learner.learn(leavingOut: voices), ideas: ideas, thresholds: thresholds)
  }

  /// Returns what is learned of the paragraphs that answer.
  func learnParagraphs() -> TextClassifier? {
    ParagraphLearner(knowledge, ideas: ideas).learn()
  }

  /// The voices that ask about most sections; others are too small to judge by.
  var voices: [String] {
    var sections: [String: Int] = [:]
    for list in knowledge.phrasings where knowledge.section(list.target) != nil {
      for voice in Set(list.phrasings.map(\.voice)) { sections[voice, default: 0] += 1 }
    }
    return sections.filter { $0.value * 2 > knowledge.sections.count }.keys.sorted()
  }

  /// Calls `body` with groups of voices, and a responder that answers from what was
  /// learned without them.
  ///
  /// - Parameter voices: those that are left out in turn; by default those that are
  ///   judged by.
  func forEachGroupLeftOut(
    of voices: [String]? = nil, thresholds: LearnedSubjects.Thresholds,
    _ body: (Responder, Set<String>) -> Void
  ) {
    let voices = voices ?? self.voices
    for group in 0..<Self.groupCount {
      let left = Set(
        voices.enumerated().filter { $0.offset % Self.groupCount == group }.map(\.element))
      guard !left.isEmpty else { continue }
      let learned = learn(leavingOut: left, thresholds: thresholds)
      body(Responder(knowledge.learning(learned)), left)
    }
  }
}

extension LearnedSubjects.Thresholds {
  /// Thresholds that hold nothing back, for looking at the scores themselves.
  static let idle = Self(
    leastScore: -99, topicLead: 0, adviceLead: 0, smallTalkLead: 0, choiceRatio: 99)
}
