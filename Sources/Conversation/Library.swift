import KnowledgeBase
import Safety

/// What answers come from.
struct Library {
  /// What comes of a question.
  enum Answer {
    case reply(Reply)
    /// Only the care team may answer what these words ask.
    case personalAdvice(words: [String])
  }

  let knowledge: Knowledge
  let index: SubjectIndex
  let smallTalk: SmallTalkMatcher

  init(_ knowledge: Knowledge, index: SubjectIndex) {
    self.knowledge = knowledge
    self.index = index
    smallTalk = SmallTalkMatcher(knowledge.smallTalk)
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - notice: the safety message that goes with every reply.
  ///   - isSpanish: whether it is asked in Spanish.
  ///   - isWord: as for ``QuestionReader/read(_:unless:)``.
  ///   - state: what was said so far.
  ///   - trace: takes what was found on the way.
  func answer(
    _ question: Question, notice: SafetyNotice, isSpanish: Bool,
    unless isWord: @escaping (String) -> Bool, in state: inout ConversationState,
    into trace: inout Trace
  ) -> Answer {
    var desk = AnswerDesk(
      library: self, notice: notice, isSpanish: isSpanish, isWord: isWord, state: state)
    let answer = desk.answer(question, into: &trace)
    state = desk.state
    return answer
  }
}
