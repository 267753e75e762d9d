import FoundationEssentials
import Testing

struct DoctorTests {
  /// A folder that only its owner can change, whatever the tester's own mask.
  private func clinic(changing changes: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try SmallClinic.folder(changing: changes)
    for name in try [""] + folder.contents.map({ "/" + $0 }) {
      try setMode(0o700, of: folder.path + name)
    }
    return folder
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  /// The verdicts by name.
  private func verdicts(_ outcome: Program.Outcome) -> [String: String] {
    let words = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(words.map { (String($0[1]), String($0[0])) }) { first, _ in first }
  }

  private static let good = [
    "locale": "ok", "terminal": "ok", "knowledge": "ok", "phone-lines": "ok", "file-modes": "ok",
    "records": "ok", "kiosk": "ok",
  ]

  @Test func findsNothingWhereAllIsWell() throws {
    let content = try clinic()
    let outcome = try Program.run(["doctor"], content: content)
    let reply = try Program.run(["ask", "bean rows", "--format", "json"], content: content)
    let hash = try #require(try JSON(reply.output)["knowledge"]?.string)
    #expect(
      outcome
        == Program.Outcome(
          exit: .code(0),
          output: """
            ok    locale       C.UTF-8
            ok    terminal     none here; to check the patients' terminal, run doctor in it
            ok    kiosk        not on a console; to check a kiosk, run doctor on it
            ok    knowledge    \(content.path), sha256 \(hash)
            ok    phone-lines  last checked on \(Day.recent) or later
            ok    file-modes   only the owner can change the content
            ok    records      recording is off; nothing that is typed is stored

            """, errorOutput: ""))
  }

  @Test func reportsToProgramsToo() throws {
    let outcome = try Program.run(["doctor", "--format", "json"], content: clinic())
    #expect(outcome.exit == .code(0))
    let report = try JSON(outcome.output)
    #expect(report["passed"] == .bool(true))
    #expect(report["knowledge"]?.string?.count == 64)
    #expect(report["checks"]?.elements.map { $0["verdict"] } == Array(repeating: "ok", count: 7))
  }

  @Test func looksAtTheTerminalItRunsIn() throws {
    func report(_ environment: [String: String], columns: Int) throws -> String {
      var terminal = try Terminal(
        ["doctor"], content: clinic(), environment: environment, columns: columns)
      let (exit, text) = try terminal.waitForExit()
      #expect(exit == .code(0))
      return text
    }
    #expect(try report([:], columns: 90).contains("ok    terminal     xterm, 90 columns\n"))
    #expect(try report([:], columns: 40).contains("warn  terminal     xterm, 40 columns"))
    #expect(try report(["TERM": "dumb"], columns: 90).contains("warn  terminal     TERM "))
  }

  @Test(arguments: [
    (["LANG": ""], "warn"), (["LANG": "C"], "warn"), (["LC_ALL": "POSIX"], "warn"),
    (["LANG": "C", "LC_CTYPE": "en_US.utf8"], "ok"), (["LC_ALL": ""], "ok"),
    (["LC_ALL": "C", "LC_CTYPE": "C.UTF-8"], "warn"),
  ])
  func looksAtTheLocale(environment: [String: String], verdict: String) throws {
    let outcome = try Program.run(["doctor"], content: clinic(), environment: environment)
    #expect(outcome.exit == .code(0))
    #expect(verdicts(outcome)["locale"] == verdict)
  }

  @Test func namesTheNumbersThatAreDue() throws {
    func outcome(_ days: Int) throws -> Program.Outcome {
      try Program.run(
        ["doctor"],
        content: clinic(changing: [
          "safety/lines.yaml": SmallClinic.lines(checked: Day.ago(days))
        ]))
    }
    // A day to spare on either side: the zones of test and program may differ.
    #expect(try verdicts(outcome(89)) == Self.good)
    let due = try outcome(92)
    #expect(due.exit == .code(1))
    #expect(verdicts(due) == Self.good.merging(["phone-lines": "fail"]) { $1 })
    #expect(due.output.contains(": crisis (988, \(Day.ago(92))); "))
    let ahead = try outcome(-2)
    #expect(ahead.exit == .code(0))
    #expect(verdicts(ahead) == Self.good.merging(["phone-lines": "warn"]) { $1 })
  }

  @Test func warnsOfContentThatOthersCanChange() throws {
    let content = try clinic()
    try setMode(0o666, of: content.path + "/clinic.yaml")
    let outcome = try Program.run(["doctor"], content: content)
    #expect(outcome.exit == .code(0))
    #expect(verdicts(outcome) == Self.good.merging(["file-modes": "warn"]) { $1 })
    #expect(outcome.output.contains("can change clinic.yaml; run `chmod -R go-w \(content.path)`"))
  }

  @Test func failsWithoutContent() throws {
    let outcome = try Program.run(["doctor", "--knowledge", "/nonexistent/Knowledge"])
    #expect(outcome.exit == .code(1))
    #expect(outcome.errorOutput == "")
    #expect(
      verdicts(outcome)
        == Self.good.merging([
          "knowledge": "fail", "phone-lines": "fail", "file-modes": "fail",
        ]) { $1 })
    let report = try JSON(
      Program.run(["doctor", "--format", "json", "--knowledge", "/nonexistent"]).output)
    #expect(report["passed"] == .bool(false))
    #expect(report["knowledge"] == .null)
  }

  @Test func aFileIsNoContent() throws {
    let outcome = try Program.run(["doctor", "--knowledge", "Package.swift"])
    #expect(outcome.exit == .code(1))
    #expect(verdicts(outcome)["knowledge"] == "fail")
  }

  @Test func stillReadsTheNumbersWhenAnArticleIsBroken() throws {
    let outcome = try Program.run(
      ["doctor"], content: clinic(changing: ["articles/headless.md": "No head.\n"]))
    #expect(outcome.exit == .code(1))
    #expect(outcome.errorOutput == "")
    #expect(verdicts(outcome) == Self.good.merging(["knowledge": "fail"]) { $1 })
    #expect(outcome.output.contains("/articles/headless.md:1: "))
  }

  @Test(arguments: ["\u{0}\u{1}", "lines: [", "lines: []\n", "- - -\n", ""])
  func failsWhenTheNumbersCannotBeRead(text: String) throws {
    let outcome = try Program.run(
      ["doctor"], content: clinic(changing: ["safety/lines.yaml": text]))
    #expect(outcome.exit == .code(1))
    #expect(outcome.errorOutput == "")
    #expect(
      verdicts(outcome)
        == Self.good.merging(["knowledge": "fail", "phone-lines": "fail"]) { $1 })
  }
}
