import Testing

struct CommandLineTests {
  private static let commands = ["chat", "ask", "pipe", "explain", "check", "topics", "doctor"]

  @Test func tellsItsVersion() throws {
    let outcome = try Program.run(["--version"])
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(outcome.output.wholeMatch(of: #/[0-9]+\.[0-9]+\.[0-9]+\n/#) != nil)
  }

  @Test func helpListsEveryCommandAndExitStatus() throws {
    let outcome = try Program.run(["--help"])
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    for command in Self.commands {
      #expect(outcome.output.contains("\n  \(command) "))
    }
    let words = outcome.output.split { !$0.isNumber }
    for status in ["0", "1", "64", "65", "66", "70", "74", "77", "130"] {
      #expect(words.contains { $0 == status })
    }
  }

  @Test(arguments: commands)
  func everyCommandHasHelp(command: String) throws {
    let outcome = try Program.run([command, "--help"])
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(outcome.output.contains("USAGE: careguide \(command)"))
    #expect(outcome.output.contains("--knowledge"))
  }

  @Test(arguments: [
    ["ask"], ["ask", "--no-such-option", "x"], ["ask", "--format", "xml", "x"],
    ["ask", "--setting", "moon", "x"], ["ask", "--color", "green", "x"], ["ask", "--knowledge"],
    ["frobnicate"], ["--frobnicate"], ["pipe", "what is ketamine"], ["pipe", "--format", "json"],
    ["chat", "--width", "5"], ["chat", "--width", "wide"], ["explain"],
    ["explain", "--section", "no-such-section", "what is ketamine"], ["topics", "x"],
    ["check", "--format", "xml"], ["doctor", "x"], ["doctor", "--format", "xml"],
  ])
  func refusesWhatItDoesNotUnderstand(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.exit == .code(64))
    #expect(outcome.output == "")
    #expect(outcome.errorLines.isEmpty == false)
  }

  @Test(arguments: [["ask", "what is ketamine"], ["chat"]])
  func saysThatTheOutputCannotBeWritten(_ arguments: [String]) throws {
    let outcome = try Program.run(
      shell: #"echo what is ketamine | "$@" >/dev/full"#, arguments)
    #expect(outcome.exit == .code(74))
    #expect(outcome.errorLines.count == 1)
  }
}
