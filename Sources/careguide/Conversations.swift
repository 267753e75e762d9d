import ArgumentParser
import Conversation
import KnowledgeBase
import Rendering
import Sessions

/// The commands that go on until the patient or the input ends.
enum Conversations {
  /// Talks in a terminal.
  static func chat(_ content: ContentOptions, width: Int?, plain: Bool) throws {
    let signals = SignalInbox(forTerminal: true)
    let (responder, problem) = content.responder()
    problem?.report(folder: content.knowledgePath)
    let isTerminal = [ByteStream.standardInput, ByteStream.standardOutput]
      .allSatisfy(ByteStream.isTerminal)
    var session = ChatSession(
      responder, output: FileOutput(ByteStream.standardOutput),
      style: plain ? .plain : content.style,
      width: {
        width ?? ByteStream.terminalWidth(ByteStream.standardOutput) ?? LineWrapping.standard
      })
    let ending = session.run(
      editing: !plain && Environment.knowsTerminal && isTerminal,
      signals: signals)
    if let problem { throw problem.exitCode }
    if ending == .interrupted { throw ExitCode.interrupted }
  }

  /// Answers lines of standard input.
  static func pipe(_ content: ContentOptions, format: PipeSession<FileOutput>.Format) throws {
    // Caught from the start: a thread that loads content must not die of one.
    let signals = SignalInbox(forTerminal: false)
    let (responder, problem) = content.responder()
    problem?.report(folder: content.knowledgePath)
    var session = PipeSession(
      responder, format: format, output: FileOutput(ByteStream.standardOutput))
    let isWritten = session.run(LineReader(ByteStream.standardInput, signals: signals))
    // A reader that goes away is a normal end.
    if !isWritten, !ByteStream.isReaderGone(ByteStream.standardOutput) {
      throw StandardOutput.failure()
    }
    if let problem { throw problem.exitCode }
  }
}

/// `careguide chat`
struct ChatCommandLine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk in the terminal.")

  @OptionGroup var content: ContentOptions

  @Flag(help: "No line editing and no escape codes.")
  var plain = false

  @Option(help: ArgumentHelp("The columns to wrap at.", valueName: "n"))
  var width: Int?

  func validate() throws {
    if let width, !(LineWrapping.narrowest...500).contains(width) {
      throw ValidationError("--width must be from \(LineWrapping.narrowest) to 500.")
    }
  }

  func run() throws { try Conversations.chat(content, width: width, plain: plain) }
}

/// `careguide pipe`
struct PipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe", abstract: "Answer questions on standard input, one a line.")

  @OptionGroup var content: ContentOptions

  @Option(help: "How questions and replies are written.")
  var format: PipeSession<FileOutput>.Format = .text

  func run() throws { try Conversations.pipe(content, format: format) }
}
