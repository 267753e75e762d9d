import Testing

@testable import Rendering

struct TerminalStyleTests {
  @Test(arguments: [
    (TerminalStyle.Choice.auto, true, false, true), (.auto, true, true, false),
    (.auto, false, false, false), (.auto, false, true, false), (.always, false, true, true),
    (.always, true, false, true), (.never, true, false, false),
  ])
  func emphasisNeedsATerminalOrAnOrder(
    _ choice: TerminalStyle.Choice, _ isTerminal: Bool, _ noColor: Bool, _ isBold: Bool
  ) {
    let style = TerminalStyle(choice, isTerminal: isTerminal, noColor: noColor)
    #expect(style.bold("tea") == (isBold ? "\u{1B}[1mtea\u{1B}[0m" : "tea"))
  }

  @Test func eachLineIsBoldOnItsOwn() {
    let style = TerminalStyle(.always, isTerminal: true, noColor: false)
    #expect(style.bold("a\n\nb\n") == "\u{1B}[1ma\u{1B}[0m\n\n\u{1B}[1mb\u{1B}[0m\n")
    #expect(TerminalStyle.plain.bold("a\nb") == "a\nb")
  }
}
