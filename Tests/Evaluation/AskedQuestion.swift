import Conversation
import KnowledgeBase
import Safety

/// A labelled question and what came of asking it on its own.
struct AskedQuestion {
  let question: LabelledQuestion
  /// What came of it, step by step.
  let trace: Trace

  init(_ question: LabelledQuestion, of responder: Responder) {
    var state = ConversationState()
    self.question = question
    trace = responder.trace(question.text, in: &state)
  }

  /// The sections, best first.
  var sections: [String] { trace.decision?.sections.compactMap(\.subject.sectionID) ?? [] }

  /// Whether the best section is the one that answers.
  var isRightFirst: Bool { sections.first == question.section }

  /// Whether what was shown of the right section holds a paragraph that answers; `nil` where
  /// it was not shown, or any part of it will do.
  func showsAnswer(from section: Section?) -> Bool? {
    guard isRight, !question.paragraphs.isEmpty, let section,
      let passage = trace.reply.content.passage
    else { return nil }
    let answering = question.paragraphs.map { $0 - 1 }.filter(section.paragraphs.indices.contains)
    return answering.contains { passage.contains(section.paragraphs[$0]) }
  }

  /// Whether a section was shown or offered.
  var isAnswered: Bool { trace.reply.kind == .answer || trace.reply.kind == .choice }

  /// Whether the reply is the one it should be.
  var isRight: Bool {
    switch question.kind {
    case "answer":
      trace.reply.kind == .answer && trace.reply.content.sections.first?.id == question.section
    case "safe": !(trace.reply.safetyClass?.isAboutLife ?? false)
    default: trace.reply.kind.rawValue == question.kind
    }
  }

  /// Whether something else than a section or its absence is the reply whatever the
  /// margin: a card, advice to ask the care team, or small talk.
  var isTaken: Bool {
    switch trace.decision?.outcome {
    case .answer, .choice, .notCovered: false
    case .personalAdvice, .smallTalk, nil: true
    }
  }
}

extension Decision {
  /// How far the best section's score lies over what it must reach to be shown: the
  /// least score, or that of the best topic that no article covers with its lead,
  /// whichever is higher. What has 0 or more is taken for covered.
  ///
  /// This is what the decision compares, as one number, as long as the ranking asks
  /// for no least coverage; what was learned does not. On a line of two questions it
  /// is that of the first.
  var margin: Double? {
    guard let section = sections.first?.score else { return nil }
    let topics = ranking.filter { if case .notCovered = $0.subject { true } else { false } }
    let bar = topics.map { $0.score + settings.topicLead }.max() ?? settings.leastScore
    return section - max(bar, settings.leastScore)
  }
}
