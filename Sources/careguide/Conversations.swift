import ArgumentParser
import Conversation
import KnowledgeBase
import Rendering
import Sessions

/// The commands that go on until the patient or the input ends.
enum Conversations {
  /// Whether someone sits at both ends.
  static var isInTerminal: Bool {
    [ByteStream.standardInput, ByteStream.standardOutput].allSatisfy(ByteStream.isTerminal)
  }

  /// Talks in a terminal until the patient leaves.
  static func chat(_ content: ContentOptions, _ chat: ChatOptions) throws {
    let signals = SignalInbox(forTerminal: true)
    let (responder, problem) = content.responder()
    problem?.report(folder: content.knowledgePath)
    var session = chat.session(responder, style: content.style)
    let ending = session.run(chat.reading, signals: signals)
    if ending == .idle {
      _ = ScreenWipe(knowsEscapes: Environment.knowsTerminal)
        .write(to: FileOutput(ByteStream.standardOutput))
    }
    // A reader that goes away is a normal end.
    if ending == .unheard, !ByteStream.isReaderGone(ByteStream.standardOutput) {
      throw StandardOutput.failure()
    }
    if let problem { throw problem.exitCode }
    if ending == .interrupted { throw ExitCode.interrupted }
  }

  /// Talks with one patient after another.
  static func kiosk(_ content: ContentOptions, _ chat: ChatOptions) {
    let signals = SignalInbox(forTerminal: true)
    Kiosk.lockDown()
    let isPlain = chat.plain || !Environment.knowsTerminal
    var (responder, problem) = content.responder()
    problem?.report(folder: content.knowledgePath)
    let kiosk = Kiosk(
      signals: signals, knowsEscapes: Environment.knowsTerminal, notice: responder.notice)
    kiosk.run {
      // Content that could not be served may have been mended.
      if problem != nil { (responder, problem) = content.responder() }
    } converse: { heartbeat in
      var session = chat.session(responder, style: content.style)
      _ = session.run(.keys(isPlain: isPlain), signals: signals, heartbeat: heartbeat)
    }
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
  @OptionGroup var chat: ChatOptions

  func validate() throws {
    if chat.kiosk, content.drafts {
      throw ValidationError("--kiosk serves approved articles only; leave out --drafts.")
    }
  }

  func run() throws {
    if chat.kiosk, Conversations.isInTerminal {
      Conversations.kiosk(content, chat)
    } else {
      try Conversations.chat(content, chat)
    }
  }
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
