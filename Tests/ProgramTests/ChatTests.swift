import Glibc
import Testing

/// The conversation in a terminal, with line editing.
struct ChatTests {
  /// Starts the chat and waits until it asks.
  private func open(
    _ arguments: [String] = ["chat"], content: TemporaryFolder? = nil,
    environment: [String: String] = [:], columns: Int = 80
  ) throws -> (terminal: Terminal, opening: String) {
    var terminal = try Terminal(
      arguments, content: content, environment: environment, columns: columns)
    let opening = try terminal.waitForPrompt()
    return (terminal, opening)
  }

  @Test(arguments: [["chat"], ["chat", "--plain"], []])
  func opensByTellingWhatItIs(arguments: [String]) throws {
    let (_, opening) = try open(arguments)
    let lines = opening.split(separator: "\n")
    #expect(lines.first?.hasPrefix("This is a computer program, not a person.") == true)
    #expect(
      lines.last == "Questions about your care? Ask a staff member, or call 865 Wellness+Ketamine.")
    #expect(opening.contains("988"))
  }

  @Test func answersWithTheNotice() throws {
    var (terminal, _) = try open()
    let reply = try terminal.ask("how does ketamine work on the brain")
    #expect(reply.contains("\nKetamine is thought to help depression by acting on glutamate"))
    #expect(reply.contains("section \"How Ketamine Works on the\nBrain\"."))
    #expect(
      reply.hasSuffix(
        """
        Questions about your care? Ask a staff member, or call 865 Wellness+Ketamine.

        There is more in this section. Type "more" to read on.


        """))
    #expect(try terminal.ask("more").contains("From the article"))
  }

  @Test func aNumberPicksATopic() throws {
    var (terminal, _) = try open(content: SmallClinic.folder())
    #expect(try terminal.ask("topics").contains("1. Apple Trees\n2. Pear Trees\n3. Bean Rows\n"))
    #expect(try terminal.ask("3").contains("Beans climb up poles."))
    #expect(try terminal.ask("trees").contains("1. Apple Trees\n2. Pear Trees\n"))
    #expect(try terminal.ask("1").contains("Apples grow on tall trees."))
  }

  @Test func aCrisisGetsTheCardFirstAndTheSessionGoesOn() throws {
    var (terminal, _) = try open(content: SmallClinic.folder())
    let card = try terminal.ask("I want to kill myself")
    #expect(card == "I want to kill myself\n\nYou matter. Call or text 988.\nAsk Elm Clinic.\n\n")
    let next = try terminal.ask("bean rows")
    #expect(next.hasPrefix("bean rows\n\nLow? Call or text 988.\n\nBeans climb up poles."))
  }

  @Test func keepsTheLinesUpWithoutContent() throws {
    var terminal = try Terminal(["chat", "--knowledge", "/nonexistent"])
    #expect(try terminal.waitForPrompt().contains("988"))
    #expect(try terminal.ask("I want to kill myself").contains("Call 911"))
    #expect(try terminal.ask("what is ketamine").contains("Call or text 988"))
    terminal.send("bye" + Key.enter)
    #expect(try terminal.waitForExit().exit == .code(66))
  }

  @Test func blankLinesOnlyAskAgain() throws {
    var (terminal, _) = try open()
    #expect(try terminal.ask("").allSatisfy(\.isNewline))
    #expect(try terminal.ask("   ").allSatisfy(\.isWhitespace))
  }

  // MARK: Leaving

  @Test(arguments: ["bye" + Key.enter, "Quit." + Key.enter, " exit " + Key.enter, Key.control("d")])
  func leavesPolitely(keys: String) throws {
    var (terminal, _) = try open()
    terminal.send(keys)
    let (exit, last) = try terminal.waitForExit()
    #expect(exit == .code(0))
    #expect(last.contains("\nGoodbye. Take care.\n"))
    #expect(last.hasSuffix("Ask a staff member, or call 865 Wellness+Ketamine.\n"))
  }

  @Test(arguments: [["chat"], ["chat", "--plain"]])
  func controlCTwiceInterrupts(arguments: [String]) throws {
    var (terminal, _) = try open(arguments)
    terminal.send(Key.control("c"))
    try terminal.wait(for: "\nTo leave, type \"bye\", or press Ctrl-C again.\r\n")
    try terminal.waitForPrompt()
    terminal.send(Key.control("c"))
    #expect(try terminal.waitForExit().exit == .code(130))
  }

  @Test func aQuestionBetweenTakesControlCBack() throws {
    var (terminal, _) = try open()
    terminal.send(Key.control("c"))
    try terminal.wait(for: "\nTo leave")
    try terminal.waitForPrompt()
    #expect(try terminal.ask("what is ketamine").contains("Ketamine is a powerful drug."))
    terminal.send(Key.control("c"))
    try terminal.wait(for: "\nTo leave")
    try terminal.waitForPrompt()
    terminal.send("bye" + Key.enter)
    #expect(try terminal.waitForExit().exit == .code(0))
  }

  @Test func endsAtOnceWhenAskedTo() throws {
    let (terminal, _) = try open()
    terminal.child.signal(SIGTERM)
    #expect(try terminal.child.waitForExit(within: .seconds(1)) == .code(0))
  }

  @Test func endsWhenTheWindowCloses() throws {
    let (terminal, _) = try open()
    terminal.child.hangUp()
    #expect(try terminal.child.waitForExit() == .code(0))
  }

  @Test(arguments: ["bye" + Key.enter, Key.control("d")])
  func leavesTheTerminalAsItWas(keys: String) throws {
    // A shell around the chat keeps the terminal open to look at.
    var terminal = try Terminal(
      shell: #"stty -g; "$@"; echo; stty -g"#, ["chat"])
    let before = try terminal.wait(for: "\n")
    try terminal.waitForPrompt()
    #expect(!terminal.child.terminalIsCooked)
    terminal.send(keys)
    let (exit, last) = try terminal.waitForExit()
    #expect(exit == .code(0))
    #expect(last.split(separator: "\n").last == before.split(separator: "\n").last)
  }

  // MARK: The window

  @Test func wrapsToTheWindow() throws {
    var (terminal, opening) = try open(columns: 60)
    #expect(longestLine(opening) <= 60)
    for columns in [40, 25, 70] {
      try terminal.resize(columns: columns)
      let reply = try terminal.ask("what is ketamine")
      let answer = reply.drop { $0 != "\n" }
      // Words may leave a line short, but not by half.
      #expect((columns / 2...columns).contains(longestLine(answer)))
    }
    try terminal.resize(columns: 200)
    let wide = try terminal.ask("what is ketamine").drop { $0 != "\n" }
    #expect((60...80).contains(longestLine(wide)), "longer lines are hard to read")
  }

  @Test func wrapsToTheWidthItIsTold() throws {
    var (terminal, opening) = try open(["chat", "--width", "30"], columns: 100)
    #expect(longestLine(opening) <= 30)
    #expect(try longestLine(terminal.ask("what is ketamine").drop { !$0.isNewline }) <= 30)
  }

  @Test func keepsAHalfTypedQuestionWhenTheWindowChanges() throws {
    var (terminal, _) = try open(content: SmallClinic.folder())
    terminal.send("top")
    try terminal.wait(for: "top")
    try terminal.resize(columns: 50, typed: "top")
    terminal.send("ics" + Key.enter)
    #expect(try terminal.waitForPrompt().contains("1. Apple Trees\n"))
  }

  private func longestLine(_ text: some StringProtocol) -> Int {
    text.split(separator: "\n").map(\.count).max() ?? 0
  }

  // MARK: Emphasis and escapes

  @Test(arguments: [
    (["chat"], ["TERM": "dumb"]), (["chat"], ["TERM": ""]), (["chat", "--plain"], [:]),
    ([], ["TERM": "dumb"]),
  ])
  func plainTerminalsGetNoEscapes(arguments: [String], environment: [String: String]) throws {
    var (terminal, _) = try open(
      arguments, content: SmallClinic.folder(), environment: environment)
    #expect(try terminal.ask("bean rows").contains("Beans climb up poles."))
    #expect(try terminal.ask("I want to kill myself").contains("You matter."))
    #expect(try terminal.ask("bean rows").contains("Low? Call or text 988."))
    terminal.send("bye" + Key.enter)
    #expect(try terminal.waitForExit().exit == .code(0))
    #expect(!terminal.child.output.contains(0x1B))
  }

  @Test func answersLinesOfAFileWithoutEscapes() throws {
    let outcome = try Program.run(
      ["chat"], content: SmallClinic.folder(), input: "bean rows\nI want to kill myself".utf8)
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(!outcome.output.utf8.contains(0x1B))
    let replies = outcome.output.ranges(of: Terminal.prompt).map {
      outcome.output[$0.upperBound...]
    }
    #expect(replies.count == 3)
    #expect(replies.first?.hasPrefix("\nBeans climb up poles.\n") == true)
    #expect(replies.dropFirst().first?.hasPrefix("\nYou matter. Call or text 988.\n") == true)
    #expect(replies.last == "\n\nGoodbye. Take care.\n\nCall or text 988.\nAsk Elm Clinic.\n")
  }

  @Test(arguments: [
    (["chat"], [:], true), (["chat"], ["NO_COLOR": "1"], false),
    (["chat", "--color", "never"], [:], false),
    (["chat", "--color", "always"], ["NO_COLOR": "1"], true),
  ])
  func emphasisIsForThoseWhoWantIt(
    arguments: [String], environment: [String: String], isBold: Bool
  ) throws {
    var (terminal, _) = try open(
      arguments, content: SmallClinic.folder(), environment: environment)
    _ = try terminal.ask("I want to kill myself")
    _ = try terminal.ask("bean rows")
    let bold = Array("\u{1B}[1mLow? Call or text 988.\u{1B}[0m".utf8)
    #expect(terminal.child.output.contains(bold) == isBold)
  }
}
