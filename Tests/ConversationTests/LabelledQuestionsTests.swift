import Retrieval
import TestSupport
import Testing

@testable import Conversation

/// What must hold for each labelled question, whatever its label.
struct LabelledQuestionsTests {
  @Test func thePrintedPartsAddUpToThePrintedScore() throws {
    let responder = Responder(try RealKnowledge.load())
    let questions = try RealKnowledge.labelledQuestions()
    #expect(questions.count > 1_500)
    var explained = 0
    for question in questions {
      var state = ConversationState()
      let trace = responder.trace(question, in: &state)
      for ranked in trace.decision?.ranking.prefix(2) ?? [] {
        let explanation = try #require(responder.explanation(of: ranked.subject, in: trace))
        #expect(abs(explanation.value - ranked.score) < 1e-9, "\(question)")
        explained += 1
      }
    }
    #expect(explained > 2_000)
  }
}
