import ArgumentParser
import Conversation
import KnowledgeBase
import Rendering
import Sessions

/// How a command's answer is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

/// `careguide ask`
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one question.",
    discussion: "Exit status 1 when the articles do not say.")

  @OptionGroup var content: ContentOptions

  @Option(help: "How the reply is written.")
  var format: OutputFormat = .text

  @Argument(help: "The question; several words need no quotes.")
  var question: [String]

  func run() throws {
    let (responder, problem) = content.responder()
    problem?.report(folder: content.knowledgePath)
    var state = ConversationState()
    let reply = responder.reply(to: question.joined(separator: " "), in: &state)
    switch format {
    case .text:
      let width = ByteStream.window(ByteStream.standardOutput).map {
        min($0.columns, LineWrapping.widest)
      }
      let text = ReplyText(width: width ?? LineWrapping.standard, style: content.style)
      try StandardOutput.write(text.string(reply))
    case .json:
      try StandardOutput.write(ReplyJSON(knowledge: responder.knowledge?.hash).object(reply).line)
    }
    // Ending here, with the index still alive, spares taking it apart word by
    // word: a tenth of the time of a single answer.
    withExtendedLifetime(responder) {
      Self.exit(withError: Self.exitCode(for: reply.kind, problem))
    }
  }

  private static func exitCode(for kind: Reply.Kind, _ problem: KnowledgeError?) -> ExitCode {
    if let problem { return problem.exitCode }
    return switch kind {
    case .notCovered: .negative
    case .error: .usage
    default: .success
    }
  }
}
