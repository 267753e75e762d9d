import Conversation
import Rendering
import Safety
import TestSupport
import Testing

@testable import KnowledgeBase
@testable import Sessions

struct ContentCheckTests {
  /// Stands for the hash of what the net was learned from.
  private static let taughtHash = "a hash"

  private func report(
    _ changes: [String: String] = [:], without removed: [String] = [], turns: String? = nil,
    examples: [SafetyExample]? = nil, taughtHash: String? = Self.taughtHash,
    today: String = "2026-02-01"
  ) throws -> CheckReport {
    let files = EmptyNet.files(source: Self.taughtHash).merging(changes) { $1 }
    let knowledge = try KnowledgeFiles(files, without: removed).knowledge()
    var transcripts: [Transcript] = []
    if let turns {
      let disk = try TemporaryFolder(["visit.yaml": "turns:\n" + turns])
      transcripts = try Transcript.readAll(at: disk.path)
    }
    // Something must be tested beside the texts.
    let given = examples ?? [example("what is tea", .crisis, matches: false)]
    return ContentCheck(
      knowledge, examples: given, transcripts: transcripts, taughtHash: taughtHash, today: today
    ).run(with: Responder(knowledge))
  }

  private func example(
    _ message: String, _ safetyClass: SafetyClass, matches: Bool
  ) -> SafetyExample {
    SafetyExample(
      message: message, safetyClass: safetyClass, matches: matches, file: "safety/a.yaml", line: 7)
  }

  @Test func goodContentPasses() throws {
    let report = try report(
      turns: "  - {patient: hello, kind: small_talk}\n",
      examples: [
        example("I want to die", .crisis, matches: true),
        example("what is tea", .crisis, matches: false),
      ])
    #expect(report.failures == [])
    #expect(report.notes == [])
    let texts = try KnowledgeFiles().knowledge().safety.texts.all.count
    let lines = 2
    let learned = 2
    #expect(report.tested == 4 + texts + lines + learned + 2 + 1)
  }

  @Test func whereNothingIsTestedNothingPasses() throws {
    let report = try report(examples: [])
    #expect(report.failures.map(\.place) == ["check"])
    #expect(report.failures.first?.message.hasPrefix("nothing was tested") == true)
  }

  @Test func aHelpLineThatIsDueFailsByName() throws {
    let lines = """
      lines:
        - {id: emergency, name: Help, number: "911", source: a test, checked: 2026-01-31}
        - {id: crisis, name: Lifeline, number: "988", source: a test, checked: 2026-02-01}
      """
    func report(on today: String) throws -> CheckReport {
      try self.report(["safety/lines.yaml": lines], today: today)
    }
    #expect(try report(on: "2026-05-01").failures == [])
    #expect(
      try report(on: "2026-05-02").failures.map { "\($0.place): \($0.message)" } == [
        "Knowledge/safety/lines.yaml: the line emergency (911) was last checked on 2026-01-31, "
          + "more than 90 days ago; hold it against its source"
      ])
    #expect(try report(on: "2026-05-03").failures.count == 2)
  }

  @Test func aHelpLineFromADayToComeIsNoted() throws {
    let report = try report(today: "2026-01-30")
    #expect(report.passed)
    #expect(
      report.notes.map(\.message) == [
        "the line crisis (988) was checked on 2026-01-31, after today, 2026-01-30",
        "the line emergency (911) was checked on 2026-01-31, after today, 2026-01-30",
      ])
  }

  @Test(arguments: ["safety/net.yaml", "safety/net-weights.txt"])
  func withoutTheNetNothingPasses(_ file: String) throws {
    #expect(
      try report(without: [file]).failures.map { "\($0.place): \($0.message)" } == [
        "Knowledge/safety/net.yaml: the net of examples is missing; run `make learn`"
      ])
  }

  @Test(arguments: ["another hash", nil])
  func aNetLearnedFromSomethingElseFails(_ taughtHash: String?) throws {
    #expect(
      try report(taughtHash: taughtHash).failures.map { "\($0.place): \($0.message)" } == [
        "Knowledge/safety/net.yaml: the examples, rules or phrasings changed since the net was "
          + "learned; run `make learn`"
      ])
  }

  @Test func aHardSectionFails() throws {
    let hard =
      "Pharmaceutical administration necessitates considerable interdisciplinary deliberation."
    let report = try report([
      "articles/milk.md": KnowledgeFiles.article(body: "## Milk\n\n\(hard)\n")
    ])
    #expect(report.failures.count == 1)
    #expect(report.failures.first?.place == "Knowledge/articles/milk.md")
    #expect(report.failures.first?.message.hasPrefix("the section milk reads at grade ") == true)
    #expect(report.failures.first?.message.hasSuffix("; expected at most 8.0") == true)
  }

  @Test func aClassWithoutRulesIsNoted() throws {
    let report = try report(["safety/support.yaml": "class: support\nrules: []"])
    #expect(report.notes == [])
    let silent = try self.report([
      "safety/danger.yaml": """
      class: danger
      card:
        en: {openings: [Be safe.], kiosk: "{opening}", remote: "{opening}"}
      rules: []
      """
    ])
    #expect(silent.passed)
    #expect(silent.notes.count == 1)
    #expect(silent.notes.first?.message.contains("danger") == true)
  }

  @Test func aPendingReviewIsNoted() throws {
    let report = try report([
      "articles/milk.md": KnowledgeFiles.article(
        ["reviewed_by": "\"pending: a clinician\""], body: "## Milk\n\nWhite.\n")
    ])
    #expect(report.passed)
    #expect(report.notes.map(\.message) == ["pending: a clinician"])
  }

  @Test func aReviewThatIsOverdueIsNoted() throws {
    #expect(try report(today: "2027-01-31").notes == [])
    let report = try report(today: "2027-02-01")
    #expect(
      report.notes.map { "\($0.place): \($0.message)" } == [
        "Knowledge/articles/tea.md: the next review was due on 2027-01-31"
      ])
  }

  @Test func aSafetyTextMustFitTheScreenAndReadEasily() throws {
    func danger(_ kiosk: String) -> [String: String] {
      [
        "safety/danger.yaml": """
        class: danger
        card:
          en:
            openings: [You deserve to be safe.]
            kiosk: "\(kiosk)"
            remote: "{opening} Call us."
        rules: []
        """
      ]
    }
    let long = try report(danger(String(repeating: "{opening}\\n", count: 21)))
    #expect(
      long.failures.map(\.message) == [
        "the text danger en kiosk 1 does not fit 20 lines of 78 characters"
      ])
    let wide = try report(danger("{opening} Go. " + String(repeating: "Call us. ", count: 8)))
    #expect(wide.failures.count == 1)
    let hard = try report(
      danger("Interpersonal victimization necessitates immediate intervention."))
    #expect(
      hard.failures.first?.message.hasPrefix("the text danger en kiosk 1 reads at grade ") == true)
  }

  @Test func anExampleJudgedWronglyFailsWithItsPlace() throws {
    let report = try report(examples: [
      example("what is tea", .crisis, matches: true),
      example("chest pain and I want to die", .crisis, matches: true),
      example("wish to die", .crisis, matches: false),
      // A graver class is right for a message that only looks like this one.
      example("chest pain", .crisis, matches: false),
    ])
    #expect(
      report.failures.map(\.message) == [
        "\"what is tea\" must be crisis; no rule fired",
        "\"chest pain and I want to die\" must be crisis; fired: emergency-chest, crisis-die",
        "\"wish to die\" must not be crisis; fired: crisis-die",
      ])
    #expect(report.failures.allSatisfy { $0.place == "Knowledge/safety/a.yaml" && $0.line == 7 })
  }

  @Test func aTurnThatWentWrongFailsWithItsPlace() throws {
    let report = try report(turns: "  - {patient: hello, kind: answer}\n")
    #expect(
      report.failures.map { "\($0.place):\($0.line ?? 0): \($0.message)" } == [
        "Transcripts/visit.yaml:2: \"hello\": expected answer, got small_talk"
      ])
  }

  @Test func theClinicsContentPasses() throws {
    let knowledge = try RealKnowledge.load()
    let report = ContentCheck(
      knowledge, examples: try Knowledge.safetyExamples(ContentFolder(at: RealKnowledge.path)),
      transcripts: try Transcript.readAll(at: RealKnowledge.transcriptsPath),
      taughtHash: try TaughtMessage.hash(of: RealKnowledge.path), today: "2026-11-25"
    ).run(with: Responder(knowledge))
    #expect(report.failures == [])
  }
}
