import FoundationEssentials
import Testing

/// What patients see, held against files in `Screens`.
///
/// After a change that is meant, `CAREGUIDE_WRITE_SCREENS=1 make test` writes the
/// files anew; read what changed in them before it is kept.
struct ScreensTests {
  /// A window and what it is told.
  struct Look: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments: [String] = ["chat", "--kiosk"]
    var terminal = "xterm"
    var columns = 80
    var rows = 24

    var testDescription: String { name }
  }

  private static let looks = [
    Look(name: "80x24"), Look(name: "40x15", columns: 40, rows: 15),
    Look(name: "dumb", terminal: "dumb"),
    Look(name: "large", arguments: ["chat", "--kiosk", "--large"]),
  ]

  private static let conversation = [
    "1", "how does it work on the brain", "more", "how fast does it work",
    "do you take my insurance", "should i stop my zoloft",
    "i dont want to be here anymore", "topics",
  ]

  /// Holds `text` against the file `name`, or writes it.
  private func expect(_ text: String, is name: String) throws {
    let path = "\(Program.root)/Tests/ProgramTests/Screens/\(name).txt"
    if ProcessInfo.processInfo.environment["CAREGUIDE_WRITE_SCREENS"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOfFile: path, encoding: .utf8), "\(path)")
  }

  @Test(arguments: looks)
  func windowsShowWhatTheyShowed(_ look: Look) throws {
    var terminal = try Terminal(
      look.arguments, environment: ["TERM": look.terminal], columns: look.columns, rows: look.rows)
    try terminal.waitForPrompt()
    var screens = [terminal.screen.text]
    for line in Self.conversation {
      _ = try terminal.ask(line)
      screens.append(terminal.screen.text)
      #expect(terminal.screen.unknown == [])
    }
    let rule = "\n" + String(repeating: "=", count: look.columns) + "\n"
    try expect(screens.joined(separator: rule) + "\n", is: look.name)
    if look.terminal == "dumb" { #expect(!terminal.child.output.contains(0x1B)) }
  }

  /// A whole conversation as a screen reader reads it: each byte once, in order.
  @Test func aScreenReaderReadsPlainSentencesInOrder() throws {
    var terminal = try Terminal(["chat", "--kiosk", "--plain"], rows: 100)
    try terminal.waitForPrompt()
    for line in Self.conversation { _ = try terminal.ask(line) }
    terminal.send("what is ketamime" + Key.backspace + Key.backspace + "ne" + Key.enter)
    try terminal.waitForPrompt()
    let bytes = terminal.child.output.drop { $0 != UInt8(ascii: "T") }
    #expect(!bytes.contains(0x1B))
    let read = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    // What a screen reader is read of a letter that is taken back.
    try expect(read.replacing("\u{08} \u{08}", with: "<back>") + "\n", is: "screen-reader")
  }
}
