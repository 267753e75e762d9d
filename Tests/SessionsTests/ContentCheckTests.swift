import Conversation
import Rendering
import Safety
import TestSupport
import Testing

@testable import KnowledgeBase
@testable import Sessions

struct ContentCheckTests {
  private func report(
    _ changes: [String: String] = [:], turns: String? = nil, examples: [SafetyExample]? = nil
  ) throws -> CheckReport {
    let knowledge = try KnowledgeFiles(changes).knowledge()
    var transcripts: [Transcript] = []
    if let turns {
      let disk = try TemporaryFolder(["visit.yaml": "turns:\n" + turns])
      transcripts = try Transcript.readAll(at: disk.path)
    }
    // Something must be tested beside the texts.
    let given = examples ?? [example("what is tea", .crisis, matches: false)]
    return ContentCheck(knowledge, examples: given, transcripts: transcripts)
      .run(with: Responder(knowledge))
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
    #expect(report.tested == 4 + texts + 2 + 1)
  }

  @Test func whereNothingIsTestedNothingPasses() throws {
    let report = try report(examples: [])
    #expect(report.failures.map(\.place) == ["check"])
    #expect(report.failures.first?.message.hasPrefix("nothing was tested") == true)
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
      transcripts: try Transcript.readAll(at: RealKnowledge.transcriptsPath)
    ).run(with: Responder(knowledge))
    #expect(report.failures == [])
  }
}
