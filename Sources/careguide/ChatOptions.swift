import ArgumentParser
import Conversation
import Rendering
import Sessions

/// What the conversation in a terminal can be told.
struct ChatOptions: ParsableArguments {
  @Flag(help: "For an unattended terminal: one patient after another, and no way out.")
  var kiosk = false

  @Flag(help: "Only add to the screen: no escape codes, good for screen readers.")
  var plain = false

  @Flag(help: "Short lines with space between them.")
  var large = false

  @Option(help: ArgumentHelp("The columns to wrap at.", valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      """
      Clear the screen and end the conversation when no key was pressed for so long; \
      \(IdleLimit.standard.seconds) in the kiosk, never elsewhere.
      """, valueName: "seconds"))
  var idle: Int?

  func validate() throws {
    if let width, !(LineWrapping.narrowest...500).contains(width) {
      throw ValidationError("--width must be from \(LineWrapping.narrowest) to 500.")
    }
    if let idle, !IdleLimit.allowed.contains(idle) {
      throw ValidationError(
        "--idle must be from \(IdleLimit.allowed.lowerBound) to "
          + "\(IdleLimit.allowed.upperBound) seconds.")
    }
  }

  /// How what is typed is read. Without a terminal, or with a plain one at a desk,
  /// the system's own line editing serves; it does not show when keys are pressed,
  /// so where time counts, keys are read one by one.
  var reading: ChatManner.Reading {
    guard Conversations.isInTerminal else { return .lines }
    let isPlain = plain || !Environment.knowsTerminal
    return isPlain && idle == nil ? .lines : .keys(isPlain: isPlain)
  }

  /// Returns a conversation on standard output.
  ///
  /// - Parameter style: how emphasis looks where the terminal can show it.
  func session(_ responder: Responder, style: TerminalStyle) -> ChatSession<FileOutput> {
    var manner = ChatManner()
    manner.style = plain ? .plain : style
    manner.isKiosk = kiosk
    manner.isLarge = large
    manner.idle = idle.map(IdleLimit.init) ?? (kiosk ? .standard : nil)
    return ChatSession(
      responder, output: FileOutput(ByteStream.standardOutput), manner: manner
    ) {
      let window = ByteStream.window(ByteStream.standardOutput)
      return Window(
        columns: width ?? window?.columns ?? LineWrapping.standard, rows: window?.rows)
    }
  }
}
