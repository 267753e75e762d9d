import KnowledgeBase
import Safety
import TestSupport
import Testing

@testable import Conversation

/// What holds for every question, asked with the clinic's own content.
struct ClinicAnswersTests {
  private let knowledge: Knowledge
  private let questions: [String]

  init() throws {
    knowledge = try RealKnowledge.load()
    // Every third keeps all topics and voices, and the run short.
    questions = RealKnowledge.questions(of: knowledge).enumerated().compactMap {
      $0 % 3 == 0 ? $1 : nil
    }
  }

  @Test func everyWordOfAPassageIsTheArticles() {
    let responder = Responder(knowledge)
    var answers = 0
    for question in questions {
      var state = ConversationState()
      for typed in [question, "more", "1"] {
        let reply = responder.reply(to: typed, in: &state)
        guard let passage = reply.content.passage else { continue }
        answers += 1
        // Two questions in a line get a passage each.
        let paragraphs = reply.content.sections.compactMap { knowledge.section($0.id) }
          .flatMap(\.paragraphs)
        for paragraph in passage.split(separator: "\n\n") {
          #expect(paragraphs.contains { $0.utf8.elementsEqual(paragraph.utf8) }, "\(question)")
          #expect(reply.text.contains(paragraph), "\(question)")
        }
      }
    }
    #expect(answers > 500)
  }

  @Test func theSameQuestionGetsTheSameBytes() throws {
    let (first, second) = (Responder(knowledge), Responder(try RealKnowledge.load()))
    var (firstState, secondState) = (ConversationState(), ConversationState())
    for question in questions {
      let reply = first.reply(to: question, in: &firstState)
      let again = second.reply(to: question, in: &secondState)
      #expect(reply == again, "\(question)")
      #expect(reply.text.utf8.elementsEqual(again.text.utf8), "\(question)")
    }
  }

  @Test func theOrderOfQuestionsDoesNotMatterBetweenConversations() {
    let (first, second) = (Responder(knowledge), Responder(knowledge))
    func replies(_ responder: Responder, _ questions: some Sequence<String>) -> [String: Reply] {
      var replies: [String: Reply] = [:]
      for question in questions {
        var state = ConversationState()
        replies[question] = responder.reply(to: question, in: &state)
      }
      return replies
    }
    #expect(replies(first, questions) == replies(second, questions.reversed()))
  }

  @Test func everyReplyCarriesANoticeThatNamesTheClinic() {
    let responder = Responder(knowledge)
    for question in questions {
      var state = ConversationState()
      let reply = responder.reply(to: question, in: &state)
      #expect(
        reply.isCard
          ? reply.text.hasPrefix(reply.notice.text) : reply.text.hasSuffix(reply.notice.text),
        "\(question)")
      #expect(reply.notice.text.contains("865 Wellness+Ketamine"), "\(question)")
    }
  }
}
