package import Conversation
import KnowledgeBase
import Rendering
import Safety

/// The conversation in a terminal.
package struct ChatSession<Output: TextOutput> {
  /// How a conversation ended.
  package enum Ending: Hashable, Sendable {
    /// The patient left, or the input ended.
    case finished
    /// Ctrl-C twice on an empty line.
    case interrupted
    /// No key was pressed for too long.
    case idle
    /// The program was asked to end.
    case terminated
    /// What was said could not be written.
    case unheard
  }

  private let responder: Responder
  private var output: Output
  private let manner: ChatManner
  private let measure: () -> Window
  /// Measured before each reply, since a window may be resized meanwhile.
  private var window: Window
  private var state = ConversationState()
  /// What Enter alone goes on with: the pages of a long reply.
  private var pagesLeft: ArraySlice<String> = []
  /// The questions that a number stands for, until something else is asked.
  private var samples: [String]
  /// Whether a card about danger to life was shown.
  private var showedCard = false
  /// Whether the patient took leave in other words than the chat's, where the next one's
  /// eyes must not fall on what was said.
  private var isLeaving = false

  /// Creates a conversation that writes to `output`.
  ///
  /// - Parameter measure: tells the columns to wrap at, and the rows that a reply
  ///   may fill.
  package init(
    _ responder: Responder, output: Output, manner: ChatManner, measure: @escaping () -> Window
  ) {
    self.responder = responder
    self.output = output
    self.manner = manner
    self.measure = measure
    window = measure()
    samples = responder.knowledge?.clinic.sampleQuestions ?? []
  }

  /// Talks in a terminal where `reading` says so, and line by line otherwise.
  ///
  /// - Parameter heartbeat: called every few seconds while the patient thinks.
  package mutating func run(
    _ reading: ChatManner.Reading, signals: SignalInbox, heartbeat: (() -> Void)? = nil
  ) -> Ending {
    switch reading {
    case .keys(let isPlain):
      var source = ReadlineSource(
        signals: signals, isPlain: isPlain, completions: completions, output: output,
        heartbeat: heartbeat)
      defer { source.stop() }
      return run(&source)
    case .lines:
      var source = PlainLineSource(
        LineReader(ByteStream.standardInput, signals: signals), output: output)
      return run(&source)
    }
  }

  mutating func run(_ source: inout some LineSource) -> Ending {
    guard say(opening) else { return .unheard }
    var interruptedBefore = false
    var isUntouched = true
    while true {
      let event = source.next(prompt: "\n" + ChatWording.prompt, idle: idle(isUntouched))
      window = measure()
      switch event {
      case .line(let line, let isWhole):
        isUntouched = false
        interruptedBefore = false
        if line.allSatisfy(\.isWhitespace) {
          guard let page = pagesLeft.popFirst() else { continue }
          guard say(page + hintToReadOn) else { return .unheard }
          continue
        }
        pagesLeft = []
        source.remember(line.replacing("\n", with: " "))
        switch ChatCommand(line) {
        case .leave:
          _ = farewell()
          return .finished
        case .topics:
          guard say(inPages(topics())) else { return .unheard }
        case nil:
          guard say(reply(to: line, isWhole: isWhole)) else { return .unheard }
          if isLeaving { return .finished }
        }
      case .interrupted(let hadText):
        if interruptedBefore, !hadText, !manner.isKiosk { return .interrupted }
        interruptedBefore = !hadText
        guard hadText || say(wrapped(howToLeave)) else { return .unheard }
      case .end:
        _ = farewell()
        return .finished
      case .idle: return .idle
      case .terminated: return .terminated
      }
    }
  }

  /// How long no key may be pressed. Without content the opening says so, and a
  /// kiosk looks again from time to time.
  private func idle(_ isUntouched: Bool) -> IdleLimit? {
    if isUntouched, responder.knowledge != nil { return manner.idle?.onceTyped }
    return showedCard ? manner.idle?.withACard : manner.idle
  }

  private mutating func reply(to line: String, isWhole: Bool) -> String {
    let number = (try? Question(line))?.number
    // A number picks from the list shown last.
    let sample = state.isOffering ? nil : number.flatMap(sample)
    let line = sample ?? line
    if number == nil { samples = [] }
    let (reply, smallTalk) = answer(to: line, isWhole: isWhole)
    // Help lines stay until they could be read.
    isLeaving =
      manner.isKiosk && smallTalk == SmallTalk.farewell && reply.supportLines == nil
    let text = ReplyText(width: columns, style: manner.style).string(reply)
    guard !reply.isCard else {
      // Whoever it is for sees all of it at once.
      showedCard = showedCard || reply.safetyClass?.isAboutLife == true
      return text
    }
    return inPages(
      (sample.map { $0 + "\n\n" } ?? "") + text,
      ending: ending(of: reply, smallTalk))
  }

  /// Returns the reply, and which kind of small talk the line was.
  private mutating func answer(to line: String, isWhole: Bool) -> (Reply, smallTalk: String?) {
    guard isWhole else {
      return (responder.reply(to: .lineTooLong, readable: line, in: &state), nil)
    }
    let trace = responder.trace(line, in: &state)
    return (trace.reply, trace.smallTalk)
  }

  /// What stands below a reply: how to read on, or the chat's own words.
  private func ending(of reply: Reply, _ smallTalk: String?) -> String? {
    if smallTalk == SmallTalk.help { return wrapped(words) }
    return reply.kind == .answer && state.hasMore ? wrapped(ChatWording.more) : nil
  }

  /// The sample question that a number stands for.
  private func sample(_ number: Int) -> String? {
    zip(1..., samples).first { $0.0 == number }?.1
  }

  /// What Tab completes: the chat's own words and the titles of the sections.
  private var completions: [String] {
    ["topics", "more", "help", "repeat", "done", "bye"]
      + (responder.knowledge?.sections ?? []).map(\.title)
  }

  // MARK: Its own texts

  private var opening: String {
    guard responder.knowledge != nil else {
      return wrapped(ChatWording.outOfOrder + "\n\n" + responder.notice.text)
    }
    let numbered = samples.enumerated().map { "\($0.offset + 1). \($0.element)" }
    return wrapped(
      ([ChatWording.opening, samples.isEmpty ? ChatWording.howToAsk : ChatWording.howToAskOrPick]
        + numbered)
        .joined(separator: "\n")
        + "\n\n" + words
        + "\n\n" + responder.notice.text)
  }

  private var words: String { manner.isKiosk ? ChatWording.kioskWords : ChatWording.words }

  private var howToLeave: String {
    manner.isKiosk ? ChatWording.howToLeaveKiosk : ChatWording.howToLeave
  }

  private mutating func topics() -> String {
    let sections = responder.knowledge?.sections ?? []
    state.offer(sections.map(\.id))
    samples = []
    return wrapped(
      ChatWording.topics + "\n" + TopicList(sections).titles + "\n\n" + responder.notice.text)
  }

  private mutating func farewell() -> Bool {
    say(wrapped(ChatWording.farewell + "\n\n" + responder.notice.text))
  }

  // MARK: Writing

  /// Returns the first page of a wrapped text that ends with the notice, and keeps
  /// the others for Enter.
  ///
  /// - Parameter ending: what the last page ends with.
  private mutating func inPages(_ text: String, ending: String? = nil) -> String {
    let ending = ending.map { "\n\n" + $0 } ?? ""
    guard let rows = window.rows else { return text + ending }
    var pages = Pages.cut(
      text, notice: wrapped(responder.notice.text), ending: ending,
      rows: manner.isLarge ? rows / 2 : rows)
    pages[pages.count - 1] += ending
    pagesLeft = pages.dropFirst()
    return pages[0] + hintToReadOn
  }

  private var hintToReadOn: String {
    pagesLeft.isEmpty ? "" : "\n\n" + wrapped(ChatWording.readOn)
  }

  private mutating func say(_ text: String) -> Bool {
    output.write("\n" + (manner.isLarge ? spaced(text) : text) + "\n")
  }

  /// Returns `text` with a blank line below each line, and two between paragraphs.
  private func spaced(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> String {
    LineWrapping.wrap(text, width: columns)
  }

  private var columns: Int {
    min(window.columns, manner.isLarge ? LineWrapping.large : LineWrapping.widest)
  }
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

    """
  static let howToAsk = "Type a question and press Enter."
  static let howToAskOrPick = "Type a question and press Enter, or type a number:"
  static let words = """
    Type "topics" to see what you can ask about, "more" for the rest of a section, \
    "help" for help, and "bye" to leave.
    """
  static let kioskWords = """
    Type "topics" to see what you can ask about, "more" for the rest of a section, \
    and "help" for help. When you are done, type "done": the screen is cleared.
    """
  /// What stands in the opening's place when nothing can be answered.
  static let outOfOrder = """
    This screen cannot answer questions right now. Please ask at the front desk.
    """
  static let more = "There is more in this section. Type \"more\" to read on."
  static let topics = "You can ask about these. Type a number to read one."
  static let readOn = "Press Enter to read on."
  static let howToLeave = "To leave, type \"bye\", or press Ctrl-C again."
  static let howToLeaveKiosk = "To clear the screen, type \"done\" and press Enter."
  static let farewell = "Goodbye. Take care."
}
