import KnowledgeBase
import Safety
import TestSupport
import Testing

@testable import Conversation

struct ReplyTests {
  private let notice: SafetyNotice

  init() throws {
    notice = try KnowledgeFiles().knowledge().safety.texts.notice(for: .remote)
  }

  @Test func anOrdinaryReplyEndsWithTheNotice() {
    let reply = Reply(kind: .answer, content: Reply.Content(body: "Tea."), notice: notice)
    #expect(reply.text == "Tea.\n\n" + notice.text)
    #expect(!reply.isCard)
  }

  @Test func helpLinesComeBeforeTheAnswer() {
    let reply = Reply(
      kind: .answer, content: Reply.Content(body: "Tea."), notice: notice, safetyClass: .support,
      supportLines: "Call 988.")
    #expect(reply.text == "Call 988.\n\nTea.\n\n" + notice.text)
    #expect(!reply.isCard)
  }

  @Test func aCardComesFirst() {
    let reply = Reply(
      kind: .crisis, content: Reply.Content(), notice: notice, safetyClass: .crisis,
      supportLines: "Call 988.")
    #expect(reply.text == notice.text)
    #expect(reply.isCard)
  }

  @Test func theKindsAreTheInterfaces() {
    #expect(
      Reply.Kind.allCases.map(\.rawValue) == [
        "answer", "choice", "not_covered", "personal_advice", "misuse", "concern_for_other",
        "danger", "crisis", "emergency", "small_talk", "error",
      ])
  }

  @Test func everyCardHasAKind() {
    #expect(
      SafetyClass.carded.map { Reply.Kind(card: $0)?.rawValue }
        == SafetyClass.carded.map(\.rawValue))
    #expect(Reply.Kind(card: .support) == nil)
  }
}
