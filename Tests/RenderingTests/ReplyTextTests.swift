import Conversation
import KnowledgeBase
import Safety
import TestSupport
import Testing

@testable import Rendering

struct ReplyTextTests {
  private let responder: Responder

  init() throws {
    responder = Responder(try KnowledgeFiles().knowledge())
  }

  private func reply(_ question: String) -> Reply {
    var state = ConversationState()
    return responder.reply(to: question, in: &state)
  }

  private static let loud = TerminalStyle(.always, isTerminal: false, noColor: false)

  @Test(arguments: ["what is tea", "what does a tin cost", "I want to die", "I feel sad", ""])
  func plainTextIsTheReplysText(_ question: String) {
    let reply = reply(question)
    #expect(ReplyText(width: nil).string(reply) == reply.text)
    #expect(ReplyText(width: 20).string(reply) == LineWrapping.wrap(reply.text, width: 20))
  }

  @Test func onlyTheHelpLinesOfAnAnswerAreBold() {
    let reply = reply("I feel sad, how long should tea steep")
    let text = ReplyText(width: 24, style: Self.loud).string(reply)
    #expect(
      text.hasPrefix(
        "\u{1B}[1mFeeling low? Tell staff,\u{1B}[0m\n\u{1B}[1mor call 988.\u{1B}[0m\n\n"))
    #expect(text.filter { $0 == "\u{1B}" }.count == 4)
  }

  @Test(arguments: ["I want to die", "what is tea", "is my dose right"])
  func nothingStandsBeforeTheFirstWordOfACardOrAnswer(_ question: String) {
    let reply = reply(question)
    #expect(ReplyText(width: nil, style: Self.loud).string(reply) == reply.text)
  }
}
