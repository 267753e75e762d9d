package import Conversation
import KnowledgeBase
package import Rendering
import Safety

/// The conversation in a terminal.
package struct ChatSession<Output: TextOutput> {
  /// How a conversation ended.
  package enum Ending: Hashable, Sendable {
    /// The patient left, or the input ended.
    case finished
    /// Ctrl-C twice on an empty line.
    case interrupted
    /// The program was asked to end.
    case terminated
  }

  private let responder: Responder
  private var output: Output
  private let style: TerminalStyle
  /// Asked before each reply, since a window may be resized meanwhile.
  private let width: () -> Int
  private var state = ConversationState()

  /// Creates a conversation that writes to `output`.
  ///
  /// - Parameter width: tells the columns to wrap at.
  package init(
    _ responder: Responder, output: Output, style: TerminalStyle, width: @escaping () -> Int
  ) {
    self.responder = responder
    self.output = output
    self.style = style
    self.width = width
  }

  /// Talks in a terminal, with line editing where the terminal can do it.
  package mutating func run(editing: Bool, signals: SignalInbox) -> Ending {
    if editing {
      var source = ReadlineSource(signals: signals)
      defer { source.stop() }
      return run(&source)
    }
    var source = PlainLineSource(
      LineReader(ByteStream.standardInput, signals: signals), output: output)
    return run(&source)
  }

  mutating func run(_ source: inout some LineSource) -> Ending {
    guard say(wrapped(ChatWording.opening + "\n\n" + responder.notice.text)) else {
      return .terminated
    }
    var interruptedBefore = false
    while true {
      switch source.next(prompt: "\n" + ChatWording.prompt) {
      case .line(let line, let isWhole):
        interruptedBefore = false
        if line.allSatisfy(\.isWhitespace) { continue }
        source.remember(line.replacing("\n", with: " "))
        switch ChatCommand(line) {
        case .leave:
          _ = farewell()
          return .finished
        case .topics:
          guard say(topics()) else { return .terminated }
        case nil:
          guard say(reply(to: line, isWhole: isWhole)) else { return .terminated }
        }
      case .interrupted(let hadText):
        if interruptedBefore, !hadText { return .interrupted }
        interruptedBefore = !hadText
        guard hadText || say(wrapped(ChatWording.howToLeave)) else { return .terminated }
      case .end:
        _ = farewell()
        return .finished
      case .terminated: return .terminated
      }
    }
  }

  private mutating func reply(to line: String, isWhole: Bool) -> String {
    let reply =
      isWhole
      ? responder.reply(to: line, in: &state)
      : responder.reply(to: .lineTooLong, readable: line, in: &state)
    var text = ReplyText(width: columns, style: style).string(reply)
    if reply.kind == .answer, state.hasMore { text += "\n\n" + wrapped(ChatWording.more) }
    return text
  }

  private mutating func topics() -> String {
    let sections = responder.knowledge?.sections ?? []
    state.offer(sections.map(\.id))
    return wrapped(
      ChatWording.topics + "\n" + TopicList(sections).titles + "\n\n" + responder.notice.text)
  }

  private mutating func farewell() -> Bool {
    say(wrapped(ChatWording.farewell + "\n\n" + responder.notice.text))
  }

  private mutating func say(_ text: String) -> Bool {
    output.write("\n" + text + "\n")
  }

  private func wrapped(_ text: String) -> String {
    LineWrapping.wrap(text, width: columns)
  }

  private var columns: Int { min(width(), LineWrapping.widest) }
}

/// Words that the chat takes as commands when they stand alone.
enum ChatCommand: Hashable {
  case leave
  case topics

  init?(_ line: String) {
    let word = line.lowercased().filter { !$0.isWhitespace && !".!".contains($0) }
    switch word {
    case "bye", "quit", "exit", "done": self = .leave
    case "topics": self = .topics
    default: return nil
    }
  }
}

/// The chat's own sentences.
enum ChatWording {
  static let prompt = "Your question: "
  static let opening = """
    This is a computer program, not a person. It answers from the clinic's article on \
    ketamine and depression. It cannot call anyone, and no one watches what you type. \
    Nothing you type is stored.

    Type a question and press Enter. Type "topics" to see what you can ask about, \
    "more" for the rest of a section, and "bye" to leave.
    """
  static let more = "There is more in this section. Type \"more\" to read on."
  static let topics = "You can ask about these. Type a number to read one."
  static let howToLeave = "To leave, type \"bye\", or press Ctrl-C again."
  static let farewell = "Goodbye. Take care."
}
