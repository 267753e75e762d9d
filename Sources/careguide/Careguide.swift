import ArgumentParser
import Sessions

/// The command line.
@main
struct Careguide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "careguide",
    abstract: "Answers patients' questions from the clinic's own articles, safety first.",
    discussion: """
      Without a command, opens the chat in a terminal and answers line by line in a pipe.

      Exit status: 0 done, 1 not covered or failed check, 64 usage, 65 bad content, 66 content \
      missing, 70 a bug, 74 input or output, 77 permission, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      ChatCommandLine.self, AskCommand.self, PipeCommand.self, ExplainCommand.self,
      CheckCommand.self, TopicsCommand.self, DoctorCommand.self, ConverseCommand.self,
    ],
    defaultSubcommand: ConverseCommand.self)

  static func main() {
    ByteStream.openMissingStandardFiles()
    main(nil)
  }
}

/// What runs when no command is named: the chat where there is someone to talk
/// to, the pipe otherwise.
struct ConverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "converse", usage: "careguide [<command>] [--knowledge <dir>] …",
    shouldDisplay: false)

  @OptionGroup var content: ContentOptions

  func run() throws {
    if Conversations.isInTerminal {
      try Conversations.chat(content, ChatOptions.parse([]))
    } else {
      try Conversations.pipe(content, format: .text)
    }
  }
}
