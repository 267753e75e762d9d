package import Safety

/// The record that answering a question leaves: what was found at each step on
/// the way to the reply.
package struct Trace: Sendable {
  /// The question, or `nil` when the text was none.
  package let question: Question?
  /// What triage found.
  package let assessment: Assessment
  /// The kind of small talk the whole message is, if any.
  package var smallTalk: String?
  /// What the question was taken to mean; `nil` when retrieval was not asked.
  package var understanding: Understanding?
  /// What the other questions in the same line were taken to mean.
  package var others: [Understanding] = []
  /// What came of it.
  package var reply: Reply

  init(question: Question?, assessment: Assessment, reply: Reply) {
    self.question = question
    self.assessment = assessment
    self.reply = reply
  }

  /// Whether the question got what it surely asked for: small talk and nothing else, an
  /// article's answer or choice, or that no article has one.
  var isSurelyAnswered: Bool {
    if smallTalk != nil { return true }
    // What a number picked, or "more" went on with, was not looked up.
    if understanding == nil { return reply.kind == .answer || reply.kind == .choice }
    guard let decision, decision.isSure, reading?.contentWords.isEmpty == false else {
      return false
    }
    return switch decision.outcome {
    case .answer, .choice, .notCovered(topic: .some): true
    case .notCovered(topic: nil), .personalAdvice, .smallTalk: false
    }
  }

  /// How the question was read; `nil` when retrieval was not asked.
  package var reading: QuestionReading? { understanding?.reading }
  /// What was decided; `nil` when retrieval was not asked.
  package var decision: Decision? { understanding?.decision }
}
