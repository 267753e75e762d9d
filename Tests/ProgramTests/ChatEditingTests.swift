import Testing

/// What keys do in the terminal. The word "topics" alone lists the topics, and
/// nothing but that word does, so that an edited line shows what was in it.
struct ChatEditingTests {
  private func open(
    environment: [String: String] = [:], directory: String = Program.root
  ) throws -> Terminal {
    var terminal = try Terminal(
      ["chat", "--knowledge", Program.root + "/Knowledge"], environment: environment,
      directory: directory)
    try terminal.waitForPrompt()
    return terminal
  }

  private let listed = "You can ask about these."

  @Test(arguments: [
    "tpics" + Key.left + Key.left + Key.left + Key.left + "o",
    "opics" + Key.home + "t",
    "topicsx" + Key.backspace,
    "topics and more" + Key.control("w") + Key.control("w"),
    "nonsense" + Key.control("u") + "topics",
    "topics!?" + Key.control("a") + String(repeating: Key.control("f"), count: 6)
      + Key.control("k"),
  ])
  func editsTheLine(keys: String) throws {
    var terminal = try open()
    #expect(try terminal.ask(keys).contains(listed))
  }

  @Test func theUpArrowRecallsLines() throws {
    var terminal = try open()
    #expect(try terminal.ask("topics").contains(listed))
    #expect(try terminal.ask("what is ketamine").contains("powerful drug"))
    #expect(try terminal.ask(Key.up).contains("powerful drug"))
    #expect(try terminal.ask(Key.up + Key.up).contains(listed))
  }

  @Test func controlCClearsTheLineAndKeepsTheSession() throws {
    var terminal = try open()
    let first = try terminal.ask("how does ketamine work on the brain")
    terminal.send("nonsense")
    try terminal.wait(for: "nonsense")
    _ = try terminal.clearLine()
    let next = try terminal.ask("more")
    #expect(next.contains("section \"How Ketamine Works on the\nBrain\"."))
    #expect(next != first)
  }

  @Test func controlCOnTextIsNoStepTowardsLeaving() throws {
    var terminal = try open()
    for _ in 1...3 {
      terminal.send("nonsense")
      try terminal.wait(for: "nonsense")
      #expect(try !terminal.clearLine().contains("To leave"))
    }
    #expect(try terminal.ask("topics").contains(listed))
  }

  @Test func controlZDoesNotLeaveTheProgram() throws {
    // At a shared terminal it would lead to a shell. Only where a shell controls
    // jobs can a program be stopped.
    var terminal = try Terminal(shell: #"set -m; "$@"; echo left $?; read rest"#, ["chat"])
    try terminal.waitForPrompt()
    terminal.send("top")
    try terminal.wait(for: "top")
    terminal.send(Key.control("z"))
    #expect(try terminal.ask("ics").contains(listed))
    terminal.send("bye" + Key.enter)
    try terminal.wait(for: "left 0")
  }

  @Test(arguments: [
    ("top", "topics"), ("TOP", "topics"), ("how ket", "How Ketamine Works on the Brain"),
  ])
  func tabCompletesCommandsAndTopics(typed: String, completed: String) throws {
    var terminal = try open()
    terminal.send(typed)
    try terminal.wait(for: typed)
    terminal.send(Key.tab)
    // The line is drawn anew, whole.
    terminal.send(Key.control("l"))
    try terminal.wait(for: Terminal.prompt + completed)
  }

  @Test func tabListsWhatFits() throws {
    var terminal = try open()
    terminal.send("the " + Key.tab)
    try terminal.wait(for: "The Process of Ketamine Therapy")
    try terminal.wait(for: Terminal.prompt)
    terminal.send("s" + Key.tab + Key.enter)
    try terminal.wait(for: "Ketamine is an anesthetic, a drug that blocks pain during surgery.")
  }

  @Test func tabCompletesNoFileNames() throws {
    let folder = try TemporaryFolder(["zebra-file.txt": ""])
    var terminal = try open(directory: folder.path)
    // Completing, listing, and inserting all that fits.
    for keys in [Key.tab, Key.tab + Key.tab, Key.meta("?"), Key.meta("*")] {
      _ = try terminal.ask("zebra" + keys)
    }
    #expect(!Screen.plain(terminal.child.output).contains("zebra-file"))
  }

  @Test func killedTextCannotBeBroughtBack() throws {
    var terminal = try open()
    _ = try terminal.ask("secret" + Key.control("u"))
    // Yank, search, the last macro, and what else brings lines back.
    let keys = [
      Key.control("y"), Key.control("r") + "sec", Key.control("x") + "e", Key.meta("y"),
      Key.meta("."),
    ]
    for keys in keys {
      #expect(try !terminal.ask(keys).contains("secret"))
    }
  }

  @Test(arguments: ["C.UTF-8", "C", "en_US.UTF-8", "no_SUCH"])
  func lettersBeyondASCIIStayWhole(locale: String) throws {
    var terminal = try open(environment: ["LANG": locale, "LC_ALL": locale])
    terminal.send("é中ñ" + Key.left + Key.backspace + "ü" + Key.control("l"))
    // The screen is drawn anew with the edited line.
    try terminal.wait(for: Terminal.prompt + "éüñ")
    terminal.send(Key.enter)
    #expect(try terminal.waitForPrompt().contains("988"))
    terminal.send(Key.up)
    try terminal.wait(for: "éüñ")
  }

  @Test func aPasteOfSeveralLinesIsOneQuestion() throws {
    var terminal = try open()
    let reply = try terminal.ask(Key.paste("what\nis\nketamine"))
    #expect(reply.contains("section \"What Is Ketamine?\"."))
    #expect(reply.count(of: "Questions about your care?") == 1)
    #expect(try terminal.ask("topics").count(of: "Questions about your care?") == 1)
  }

  @Test func aVeryLongPasteIsRefusedOnce() throws {
    var terminal = try open()
    let reply = try terminal.ask(Key.paste(String(repeating: "ketamine ", count: 500)))
    #expect(reply.contains("characters long"))
    #expect(reply.count(of: "Questions about your care?") == 1)
    #expect(try terminal.ask("topics").contains(listed))
  }

  @Test func leavesNothingBehindAndReadsNoInitFile() throws {
    // A key that readline's own init file would turn into words.
    let home = try TemporaryFolder([".inputrc": "\"t\": \"typed by the init file\"\n"])
    var terminal = try open(environment: ["HOME": home.path], directory: home.path)
    #expect(try terminal.ask("topics").contains(listed))
    #expect(try terminal.ask("what is ketamine").contains("powerful drug"))
    terminal.send("bye" + Key.enter)
    #expect(try terminal.waitForExit().exit == .code(0))
    #expect(try home.contents == [".inputrc"])
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
