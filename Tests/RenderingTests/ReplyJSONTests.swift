import Conversation
import KnowledgeBase
import Safety
import TestSupport
import Testing

@testable import Rendering

struct ReplyJSONTests {
  private let responder: Responder

  init() throws {
    responder = Responder(try KnowledgeFiles().knowledge())
  }

  private func fields(
    _ question: String, id: JSONValue? = nil, by responder: Responder? = nil
  ) throws -> [String: JSONValue] {
    let responder = responder ?? self.responder
    var state = ConversationState()
    let reply = responder.reply(to: question, in: &state)
    let value = ReplyJSON(knowledge: responder.knowledge?.hash).object(reply, id: id)
    guard case .object(let fields) = value else { return [:] }
    return fields
  }

  private static let always: Set = [
    "v", "kind", "text", "sections", "suggestions", "corrections", "safety", "knowledge",
  ]

  @Test func anAnswerHasTheInterfacesFields() throws {
    let fields = try fields("how long should tea steep with hot watter", id: "a1")
    #expect(Set(fields.keys) == Self.always.union(["id", "passage"]))
    #expect(fields["v"] == 1)
    #expect(fields["id"] == "a1")
    #expect(fields["kind"] == "answer")
    #expect(fields["passage"] == "Pour hot water over the leaves.")
    #expect(
      fields["corrections"]
        == .array([.object(["from": "watter", "to": "water"])]))
    #expect(fields["suggestions"] == .array([]))
    #expect(fields["knowledge"] == .string(try #require(responder.knowledge).hash))
    #expect(
      fields["safety"]
        == .object([
          "class": "none", "notice": .string(responder.notice.text),
          "clinic": "Questions? Ask staff, or call The Kettle.",
        ]))
    guard case .array(let sections) = fields["sections"], case .object(let first) = sections.first
    else {
      Issue.record("no sections")
      return
    }
    #expect((1...3).contains(sections.count))
    #expect(Set(first.keys) == ["id", "title", "article", "score"])
    #expect(first["id"] == "brewing")
    #expect(first["title"] == "Making a Cup")
    #expect(first["article"] == "Tea")
    guard case .number(let score) = first["score"] else {
      Issue.record("no score")
      return
    }
    #expect(score > 0 && score <= 1)
    #expect(score == score.rounded6)
    #expect(fields["text"]?.string?.hasSuffix(responder.notice.text) == true)
  }

  @Test func whatIsNotCoveredHasSuggestionsAndNoSection() throws {
    let fields = try fields("what does a tin cost")
    #expect(Set(fields.keys) == Self.always)
    #expect(fields["kind"] == "not_covered")
    #expect(fields["sections"] == .array([]))
    #expect(
      fields["suggestions"]
        == .array([
          .object(["id": "keeping", "title": "Keeping"]),
          .object(["id": "brewing", "title": "Making a Cup"]),
        ]))
  }

  @Test func aCardIsItsNotice() throws {
    let fields = try fields("I want to die")
    #expect(Set(fields.keys) == Self.always)
    #expect(fields["kind"] == "crisis")
    let text = try #require(fields["text"])
    #expect(
      fields["safety"]
        == .object([
          "class": "crisis", "notice": text, "clinic": "Questions? Ask staff, or call The Kettle.",
        ]))
  }

  @Test func aSignOfRiskIsNamed() throws {
    guard case .object(let safety) = try fields("I feel sad, how long should tea steep")["safety"]
    else {
      Issue.record("no safety")
      return
    }
    #expect(safety["class"] == "support")
  }

  @Test func anErrorHasItsCode() throws {
    let fields = try fields("", id: .null)
    #expect(Set(fields.keys) == Self.always.union(["id", "error"]))
    #expect(fields["id"] == .null)
    #expect(fields["kind"] == "error")
    #expect(
      fields["error"]
        == .object([
          "code": "empty_question",
          "message": "There was no question in that. Please type one.",
        ]))
  }

  @Test func withoutContentThereIsNoHash() throws {
    #expect(
      try fields("what is tea", by: Responder(withoutArticles: .builtIn))["knowledge"] == .null)
  }

  @Test func aCarriedSectionIsNamed() throws {
    var content = Reply.Content(body: "Tea.")
    content.carried = "brewing"
    let reply = Reply(kind: .answer, content: content, notice: responder.notice)
    guard case .object(let fields) = ReplyJSON(knowledge: nil).object(reply) else { return }
    #expect(fields["carried"] == "brewing")
  }
}
