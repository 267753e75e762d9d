import FoundationEssentials
import Glibc
import Testing

/// The unattended terminal: one conversation after another.
struct KioskTests {
  /// What the screen and the lines above it are cleared with.
  private static let wipe = Array("\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8)

  /// Starts the kiosk and waits until it asks.
  private func open(
    _ arguments: [String] = [], content: TemporaryFolder? = nil,
    environment: [String: String] = [:], columns: Int = 80
  ) throws -> Terminal {
    var terminal = try Terminal(
      ["chat", "--kiosk"] + arguments, content: content, environment: environment,
      columns: columns)
    try terminal.waitForPrompt()
    return terminal
  }

  private func wipes(_ terminal: Terminal) -> Int {
    terminal.child.output.ranges(of: Self.wipe).count
  }

  /// Waits until the next conversation asks, and returns the window as it is then.
  private func nextConversation(_ terminal: inout Terminal) throws -> ScreenModel {
    try terminal.wait(for: "This is a computer program")
    try terminal.waitForPrompt()
    return terminal.screen
  }

  // MARK: Conversations

  @Test func opensOnAClearedScreen() throws {
    let terminal = try open()
    #expect(terminal.child.output.firstRange(of: Self.wipe) != nil)
    let lines = terminal.screen.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("This is a computer program, not a person.") == true)
    #expect(lines.contains("2. How fast does ketamine work?"))
    #expect(terminal.screen.unknown == [])
  }

  @Test(arguments: ["done" + Key.enter, "bye" + Key.enter, Key.control("d")])
  func theNextConversationBeginsWhereOneEnds(keys: String) throws {
    var terminal = try open()
    let first = terminal.child.children
    #expect(try terminal.ask("what is ketamine").contains("Ketamine is a powerful drug."))
    terminal.send(keys)
    let screen = try nextConversation(&terminal)
    #expect(!screen.everything.contains("powerful"))
    #expect(terminal.child.children != first, "each conversation has a process of its own")
    #expect(try terminal.ask("2").contains("How fast does ketamine work?"))
  }

  @Test func keysLeadNowhere() throws {
    var terminal = try open()
    let first = terminal.child.children
    terminal.send("top")
    try terminal.wait(for: "top")
    for key in ["s", "z", "\\", "q", "y", "v", "]", "^", "_"] {
      terminal.send(Key.control(Character(key)))
    }
    #expect(try terminal.ask("ics").contains("You can ask about these."))
    for _ in 0..<3 {
      terminal.send(Key.control("c"))
      try terminal.wait(for: "type \"done\"")
      try terminal.waitForPrompt()
    }
    #expect(terminal.child.children == first)
    #expect(terminal.child.exit == nil)
  }

  @Test func aPasteOfFiftyLinesIsOneQuestion() throws {
    var terminal = try open()
    let lines = (1...50).map { "what is ketamine \($0)" }.joined(separator: "\n")
    let reply = try terminal.ask(Key.paste(lines))
    #expect(reply.ranges(of: "Questions about your care?").count == 1)
    #expect(try terminal.ask("topics").contains("You can ask about these."))
  }

  @Test func aHalfTypedQuestionStaysWhenTheWindowChanges() throws {
    var terminal = try open()
    terminal.send("top")
    try terminal.wait(for: "top")
    try terminal.resize(columns: 50, typed: "top")
    #expect(try terminal.ask("ics").contains("You can ask about these."))
  }

  // MARK: Idle

  @Test func warnsWithACountAndClears() throws {
    var terminal = try open(["--idle", "3"])
    _ = try terminal.ask("what is ketamine")
    terminal.send("half a")
    try terminal.wait(for: "half a")
    try terminal.wait(for: "Are you still there?")
    try terminal.wait(for: "This screen clears in 1 second.")
    let screen = try nextConversation(&terminal)
    #expect(!screen.everything.contains("half a"))
    #expect(!screen.everything.contains("powerful"))
  }

  @Test(arguments: [(Key.enter, ""), (" ", ""), ("x", "x")])
  func aKeyKeepsTheConversation(key: String, added: String) throws {
    var terminal = try open(["--idle", "6"])
    terminal.send("top")
    try terminal.wait(for: "This screen clears in 2 seconds.")
    terminal.send(key)
    // Enter sends nothing half-typed; a letter goes on into the line.
    try terminal.wait(for: Terminal.prompt + "top" + added)
    if !added.isEmpty { terminal.send(Key.backspace) }
    #expect(try terminal.ask("ics").contains("You can ask about these."))
    #expect(wipes(terminal) == 1)
  }

  @Test func anUntouchedOpeningStays() throws {
    let terminal = try open(["--idle", "3"])
    #expect(throws: Child.TimeOut.self) {
      try terminal.child.waitForOutput("a wipe", within: .seconds(5)) { _ in wipes(terminal) > 1 }
    }
  }

  @Test func aCardStaysInView() throws {
    var terminal = try open(["--idle", "3"])
    _ = try terminal.ask("I want to kill myself")
    #expect(throws: Child.TimeOut.self) {
      try terminal.child.waitForOutput("a warning", within: .seconds(5)) { output in
        output.firstRange(of: Array("Are you still there?".utf8)) != nil
      }
    }
  }

  @Test func aDeskMayHaveALimitToo() throws {
    var terminal = try Terminal(["chat", "--idle", "3"])
    try terminal.waitForPrompt()
    _ = try terminal.ask("what is ketamine")
    try terminal.wait(for: "Are you still there?")
    #expect(try terminal.waitForExit().exit == .code(0))
    #expect(!terminal.screen.everything.contains("powerful"))
  }

  // MARK: Ends that nobody chose

  @Test func aKilledConversationIsClearedAndTheNextBegins() throws {
    var terminal = try open()
    _ = try terminal.ask("what is ketamine")
    terminal.send("half a")
    try terminal.wait(for: "half a")
    for process in terminal.child.children { kill(process, SIGKILL) }
    let screen = try nextConversation(&terminal)
    #expect(!screen.everything.contains("half a"))
    #expect(try terminal.ask("topics").contains("You can ask about these."))
  }

  @Test func theScreenDoesNotOutliveAKilledKiosk() throws {
    var terminal = try open()
    _ = try terminal.ask("what is ketamine")
    terminal.child.signal(SIGKILL)
    try terminal.child.waitForOutput("a wipe") { $0.ranges(of: Self.wipe).count > 1 }
    #expect(!terminal.screen.everything.contains("powerful"))
  }

  @Test func endsWhenItsTerminalCloses() throws {
    let terminal = try open()
    let conversations = terminal.child.children
    terminal.child.hangUp()
    #expect(try terminal.child.waitForExit() == .code(0))
    for process in conversations { #expect(kill(process, 0) != 0) }
  }

  @Test func givesTheTerminalBackWhenAskedToEnd() throws {
    // A shell around the kiosk keeps the terminal open to look at.
    var terminal = try Terminal(shell: #"stty -g; "$@"; echo; stty -g"#, ["chat", "--kiosk"])
    let before = try terminal.wait(for: "\n")
    try terminal.waitForPrompt()
    _ = try terminal.ask("what is ketamine")
    for process in terminal.child.children { kill(process, SIGTERM) }
    let (exit, last) = try terminal.waitForExit()
    #expect(exit == .code(0))
    #expect(last.split(separator: "\n").last == before.split(separator: "\n").last)
    #expect(!terminal.screen.everything.contains("powerful"))
  }

  // MARK: Shut in

  @Test func consultsNoEnvironment() throws {
    var terminal = try open(
      environment: ["CAREGUIDE_KNOWLEDGE": "/nonexistent", "NO_COLOR": "1", "HOME": "/nonexistent"])
    #expect(try terminal.ask("what is ketamine").contains("Ketamine is a powerful drug."))
  }

  @Test func leavesNoCoreAndStartsNoProgram() throws {
    let terminal = try open()
    for process in [terminal.child.number] + terminal.child.children {
      let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
      let cores = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
      #expect(cores?.split(separator: " ").dropFirst(4).first == "0")
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      #expect(status.contains("\nNoNewPrivs:\t1\n"))
      #expect(status.contains("\nSeccomp:\t2\n"))
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func aWholeSessionCallsNoProgramAndNoSocket() throws {
    let folder = try TemporaryFolder([:])
    var terminal = try Terminal(
      shell: "strace -f -o \(folder.path)/calls -e trace=execve,execveat,socket \"$@\"",
      ["chat", "--kiosk"])
    try terminal.waitForPrompt()
    _ = try terminal.ask("what is ketamine")
    terminal.send("done" + Key.enter)
    _ = try nextConversation(&terminal)
    terminal.child.hangUp()
    try terminal.child.waitForExit()
    let calls = try String(contentsOfFile: folder.path + "/calls", encoding: .utf8)
      .split(separator: "\n").filter { $0.contains("(") && !$0.contains("SIG") }
    #expect(calls.count == 1, "only the program's own start: \(calls)")
  }

  @Test func needsATerminalToBeAKiosk() throws {
    let outcome = try Program.run(
      ["chat", "--kiosk"], content: SmallClinic.folder(), input: "bean rows".utf8)
    #expect(outcome.exit == .code(0))
    #expect(outcome.output.contains("Beans climb up poles."))
  }

  @Test func servesNoDrafts() throws {
    #expect(try Program.run(["chat", "--kiosk", "--drafts"]).exit == .code(64))
  }

  @Test(arguments: ["2", "3601", "soon"])
  func refusesALimitThatMakesNoSense(_ seconds: String) throws {
    #expect(try Program.run(["chat", "--kiosk", "--idle", seconds]).exit == .code(64))
  }

  // MARK: Without content

  @Test func showsTheFrontDeskAndLooksAgain() throws {
    let folder = try SmallClinic.folder(changing: ["articles/garden.md": "no front matter"])
    var terminal = try Terminal(["chat", "--kiosk", "--idle", "4"], content: folder)
    let opening = try terminal.waitForPrompt()
    #expect(opening.contains("Please ask at the front desk."))
    #expect(opening.contains("988"))
    #expect(try terminal.ask("I want to kill myself").contains("988"))
    terminal.send("done" + Key.enter)
    try terminal.waitForPrompt()
    try SmallClinic.files["articles/garden.md"]?.write(
      toFile: folder.path + "/articles/garden.md", atomically: true, encoding: .utf8)
    // Nobody has to come by: the idle limit holds without content.
    try terminal.wait(for: "Are you still there?")
    _ = try nextConversation(&terminal)
    #expect(try terminal.ask("bean rows").contains("Beans climb up poles."))
  }
}
