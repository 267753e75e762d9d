/// The program in a terminal, with someone at the keys.
struct Terminal {
  /// The words that ask for the next question.
  static let prompt = "Your question: "

  /// The program and what it wrote.
  let child: Child
  private var size: (columns: Int, rows: Int)
  private var seen = 0

  /// Starts the program in a terminal window.
  ///
  /// - Parameter content: what it serves; the package's own without.
  init(
    _ arguments: [String], content: TemporaryFolder? = nil, environment: [String: String] = [:],
    directory: String = Program.root, columns: Int = 80, rows: Int = 24
  ) throws {
    size = (columns, rows)
    let settings = Program.environment.merging(["TERM": "xterm"]) { $1 }
    child = try Child(
      Program.path, arguments, content: content, environment: settings.merging(environment) { $1 },
      directory: directory, in: .terminal(columns: columns, rows: rows))
  }

  /// Starts a line of shell in a terminal window, in which `"$@"` is the program
  /// and its arguments.
  init(shell line: String, _ arguments: [String]) throws {
    size = (80, 24)
    child = try Child(
      "/bin/sh", ["-c", line, "sh", Program.path] + arguments,
      environment: Program.environment.merging(["TERM": "xterm"]) { $1 }, directory: Program.root,
      in: .terminal(columns: 80, rows: 24))
  }

  /// Presses keys.
  func send(_ keys: String) { child.send(keys.utf8) }

  /// Waits until `text` appears after all that was waited for before, and
  /// returns what came up to there.
  @discardableResult
  mutating func wait(for text: String) throws -> String {
    let wanted = Array(text.utf8)
    var end: Int?
    let start = seen
    try child.waitForOutput("\"\(text)\"") { output in
      end = output[start...].firstRange(of: wanted)?.upperBound
      return end != nil
    }
    seen = end ?? seen
    return Screen.plain(child.output[start..<seen])
  }

  /// Waits for the next prompt and returns what came before it.
  @discardableResult
  mutating func waitForPrompt() throws -> String {
    String(try wait(for: Self.prompt).dropLast(Self.prompt.count))
  }

  /// Types a line, presses Enter and returns the reply.
  mutating func ask(_ line: String) throws -> String {
    send(line + Key.enter)
    return try waitForPrompt()
  }

  /// Gives the window another width; the prompt is drawn anew, with `typed`
  /// behind it.
  mutating func resize(columns: Int, typed: String = "") throws {
    size.columns = columns
    child.resize(columns: columns, rows: size.rows)
    try wait(for: Self.prompt + typed)
  }

  /// Presses Ctrl-C where something is typed; the prompt is drawn anew.
  mutating func clearLine() throws -> String {
    send(Key.control("c"))
    return try waitForPrompt()
  }

  /// What the window shows after all that was written so far; for a window that
  /// was not resized.
  var screen: ScreenModel {
    var screen = ScreenModel(columns: size.columns, rows: size.rows)
    screen.write(child.output)
    return screen
  }

  /// Waits for the end and returns the exit with what came last.
  mutating func waitForExit() throws -> (exit: Child.Exit, last: String) {
    let exit = try child.waitForExit()
    return (exit, Screen.plain(child.output[seen...]))
  }
}

/// What keys send.
enum Key {
  static let enter = "\r"
  static let tab = "\t"
  static let backspace = "\u{7F}"
  static let escape = "\u{1B}"
  static let up = "\u{1B}[A"
  static let left = "\u{1B}[D"
  static let home = "\u{1B}[H"

  /// A letter with the control key.
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
  }

  /// A character with the meta key.
  static func meta(_ character: Character) -> String { "\u{1B}\(character)" }

  /// Text that comes from the clipboard instead of from keys.
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}

/// What a terminal's bytes look like.
enum Screen {
  /// Returns the text without escape sequences and carriage returns.
  static func plain(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var scalars = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}":
        // A control sequence ends with a letter or `~`.
        guard scalars.popFirst() == "[" else { continue }
        while let next = scalars.popFirst(), !("@"..."~").contains(next) {}
      case "\r", "\u{07}": continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
