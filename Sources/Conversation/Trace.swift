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
  /// How the question was read; `nil` when retrieval was not asked.
  package var reading: QuestionReading?
  /// What was decided; `nil` when retrieval was not asked.
  package var decision: Decision?
  /// What came of it.
  package var reply: Reply

  init(question: Question?, assessment: Assessment, reply: Reply) {
    self.question = question
    self.assessment = assessment
    self.reply = reply
  }
}
