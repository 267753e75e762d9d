import Safety
import Testing

@testable import Rendering
@testable import Sessions

struct SystemCheckTests {
  /// A help line that was checked on some day.
  private static func line(_ id: String, checked: String) -> HelpLine {
    HelpLine(id: id, name: "A line", number: "988", source: "a test", checked: checked)
  }

  /// Returns what is found where all is well but for what a test changes.
  private func findings(
    _ change: (inout SystemCheck.Surroundings, inout SystemCheck.Content) -> Void = { _, _ in }
  ) -> [String: DoctorReport.Finding] {
    var surroundings = SystemCheck.Surroundings(
      locale: "en_US.UTF-8", terminal: "xterm", isInTerminal: true, columns: 80)
    var content = SystemCheck.Content(
      path: "Knowledge", loading: .served(hash: "abc"),
      lines: [
        Self.line("crisis", checked: "2026-11-24"), Self.line("poison", checked: "2026-11-20"),
      ],
      writable: [])
    change(&surroundings, &content)
    let report = SystemCheck(surroundings, content: content, today: "2026-11-25").run()
    #expect(report.findings.map(\.name) == Self.names)
    return Dictionary(uniqueKeysWithValues: report.findings.map { ($0.name, $0) })
  }

  private static let names = [
    "locale", "terminal", "kiosk", "knowledge", "phone-lines", "file-modes", "records",
  ]

  private func finding(
    _ verdict: DoctorReport.Verdict, _ name: String, _ message: String
  ) -> DoctorReport.Finding {
    DoctorReport.Finding(verdict: verdict, name: name, message: message)
  }

  @Test func allIsWell() {
    #expect(
      findings() == [
        "locale": finding(.ok, "locale", "en_US.UTF-8"),
        "terminal": finding(.ok, "terminal", "xterm, 80 columns"),
        "kiosk": finding(.ok, "kiosk", "not on a console; to check a kiosk, run doctor on it"),
        "knowledge": finding(.ok, "knowledge", "Knowledge, sha256 abc"),
        "phone-lines": finding(.ok, "phone-lines", "last checked on 2026-11-20 or later"),
        "file-modes": finding(.ok, "file-modes", "only the owner can change the content"),
        "records": finding(
          .ok, "records", "recording is off; nothing that is typed is stored"),
      ])
  }

  @Test(arguments: ["C.UTF-8", "en_US.utf8", "de_DE.UTF-8@euro"])
  func localesInUTF8AreGood(_ locale: String) {
    #expect(findings { surroundings, _ in surroundings.locale = locale }["locale"]?.verdict == .ok)
  }

  @Test(arguments: [nil, "C", "POSIX", "en_US", "de_DE@euro", "de_DE.ISO-8859-15@utf8", ""])
  func otherLocalesAreWarnedOf(_ locale: String?) throws {
    let findings = findings { surroundings, _ in surroundings.locale = locale }
    let finding = try #require(findings["locale"])
    #expect(finding.verdict == .warn)
    #expect(finding.message.hasSuffix("; set LANG=C.UTF-8"))
  }

  @Test func aTerminalThatCannotEditIsWarnedOf() {
    let finding = findings { surroundings, _ in surroundings.terminal = nil }["terminal"]
    #expect(finding?.verdict == .warn)
    #expect(finding?.message.contains("TERM=linux") == true)
  }

  @Test(
    arguments: [
      (77, .warn), (78, .ok), (200, .ok), (nil, .ok),
    ] as [(Int?, DoctorReport.Verdict)])
  func aWindowMustHoldTheSafetyTexts(_ columns: Int?, _ verdict: DoctorReport.Verdict) {
    let finding = findings { surroundings, _ in surroundings.columns = columns }["terminal"]
    #expect(finding?.verdict == verdict)
  }

  @Test func aPipeIsNoTrouble() {
    let finding = findings { surroundings, _ in
      surroundings.isInTerminal = false
      surroundings.terminal = nil
      surroundings.columns = nil
    }["terminal"]
    #expect(finding?.verdict == .ok)
  }

  @Test func contentThatCannotBeServedFails() {
    func knowledge(_ reasons: [String]) -> DoctorReport.Finding? {
      findings { _, content in content.loading = .refused(reasons: reasons) }["knowledge"]
    }
    #expect(knowledge(["a.md:1: bad"]) == finding(.fail, "knowledge", "a.md:1: bad"))
    #expect(
      knowledge(["a.md:1: bad", "b.md: bad", "c.md: bad"])
        == finding(
          .fail, "knowledge", "a.md:1: bad; `careguide check` lists this and 2 more"))
  }

  @Test func numbersThatAreDueFailByName() {
    let finding = findings { _, content in
      content.lines = [
        Self.line("crisis", checked: "2026-08-26"), Self.line("emergency", checked: "2026-08-27"),
        Self.line("poison", checked: "2025-01-01"),
      ]
    }["phone-lines"]
    #expect(
      finding
        == self.finding(
          .fail, "phone-lines",
          "last checked more than 90 days ago: crisis (988, 2026-08-26), poison (988, 2025-01-01); "
            + "hold each against its source and write the day into safety/lines.yaml"))
  }

  @Test func aDayStillToComeIsWarnedOf() {
    let ahead = Self.line("crisis", checked: "2026-11-26")
    #expect(
      findings { _, content in content.lines = [ahead] }["phone-lines"]
        == finding(
          .warn, "phone-lines",
          "checked after today, 2026-11-25: crisis (988, 2026-11-26); mend the day in "
            + "safety/lines.yaml, or the clock"))
    let both = findings { _, content in
      content.lines = [ahead, Self.line("poison", checked: "2025-01-01")]
    }["phone-lines"]
    #expect(both?.verdict == .fail)
    #expect(both?.message.contains("poison (988, 2025-01-01)") == true)
    #expect(both?.message.contains("crisis (988, 2026-11-26)") == true)
  }

  @Test func numbersThatCannotBeReadFail() {
    #expect(findings { _, content in content.lines = [] }["phone-lines"]?.verdict == .fail)
  }

  @Test func contentThatOthersCanChangeIsWarnedOf() {
    func modes(_ writable: [String]?) -> DoctorReport.Finding? {
      findings { _, content in content.writable = writable }["file-modes"]
    }
    #expect(
      modes(["."])
        == finding(
          .warn, "file-modes",
          "others than the owner can change .; run `chmod -R go-w Knowledge`"))
    #expect(
      modes(["a", "b", "c", "d", "e"])?.message
        == "others than the owner can change a, b, c and 2 more; run `chmod -R go-w Knowledge`")
    #expect(modes(nil)?.verdict == .fail)
  }

  @Test(
    arguments: [(nil, .ok), (0, .ok), (1, .warn), (438, .warn)] as [(Int?, DoctorReport.Verdict)])
  func aConsoleMayNotReachPastTheKiosk(_ sysRq: Int?, _ verdict: DoctorReport.Verdict) throws {
    let found = findings { surroundings, _ in
      surroundings.console = "tty1"
      surroundings.sysRq = sysRq
    }["kiosk"]
    #expect(found?.verdict == verdict)
    #expect(found?.message.contains("tty1") == true)
    #expect(findings { surroundings, _ in surroundings.sysRq = sysRq }["kiosk"]?.verdict == .ok)
  }

  @Test func aSystemThatCannotRefuseProgramsIsWarnedOf() {
    #expect(
      findings { surroundings, _ in surroundings.canRefusePrograms = false }["kiosk"]?.verdict
        == .warn)
  }

  @Test func theHashGoesWithTheReport() {
    func hash(_ loading: SystemCheck.Content.Loading) -> String? {
      SystemCheck(
        SystemCheck.Surroundings(locale: nil, terminal: nil, isInTerminal: false, columns: nil),
        content: SystemCheck.Content(path: "K", loading: loading, lines: [], writable: nil),
        today: "2026-11-25"
      ).run().knowledge
    }
    #expect(hash(.served(hash: "abc")) == "abc")
    #expect(hash(.refused(reasons: [])) == nil)
  }
}
