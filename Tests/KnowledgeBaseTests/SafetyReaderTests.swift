import Safety
import TestSupport
import Testing

@testable import KnowledgeBase

struct SafetyReaderTests {
  private func fault(_ file: String, _ line: Int?, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "safety/" + file, line: line, message: message)
  }

  private func faults(_ file: String, _ text: String) -> [KnowledgeFault] {
    KnowledgeFiles(["safety/" + file: text]).faults()
  }

  @Test func readsHelpLinesByID() throws {
    #expect(
      try KnowledgeFiles().knowledge().safety.lines == [
        HelpLine(
          id: "crisis", name: "Lifeline", number: "988", source: "a test", checked: "2026-01-31"),
        HelpLine(
          id: "emergency", name: "Help", number: "911", source: "a test", checked: "2026-01-31"),
      ])
  }

  @Test func fillsInNumbersAndNames() throws {
    let texts = try KnowledgeFiles([
      "clinic.yaml": "name: The Kettle\nphone: 555-0100"
    ]).knowledge().safety.texts
    let notice = texts.notice(for: .remote)
    #expect(notice.clinic == "Questions? Please call The Kettle at 555-0100.")
    #expect(
      notice.text
        == "This is not advice for you. Call 911.\nQuestions? Please call The Kettle at 555-0100.")
    #expect(texts.supportLines(in: "es", for: .remote) == "¿Se siente mal? Llame al 988.")
  }

  @Test(arguments: [
    ("{line:pizza}", "`{line:pizza}` is not in lines.yaml"),
    ("{name}", "`{name}` is unknown; expected {line:ID}, {clinic}, {call} or {opening}"),
    ("{clinic", "a `{` without `}`"),
  ])
  func unknownPlaceholdersAreFaults(_ placeholder: String, _ message: String) {
    let text = """
      class: danger
      card:
        en:
          openings: [You deserve to be safe.]
          kiosk: "{opening} \(placeholder)"
          remote: "{opening}"
      rules: []
      """
    #expect(faults("danger.yaml", text) == [fault("danger.yaml", 5, message)])
  }

  @Test func faultsOfLinesAndNoticeNameTheirLine() {
    #expect(
      KnowledgeFiles([
        "safety/lines.yaml": """
        lines:
          - {id: emergency, name: Help, number: "911", source: a test, checked: today}
          - {id: crisis, name: Lifeline, number: "988", source: a test, checked: 2026-01-31}
          - {id: crisis, name: Lifeline, number: "989", source: a test, checked: 2026-01-31}
          - id: pizza
            name: Pizza
        """,
        "safety/notice.yaml": """
        footer:
          en: {kiosk: Tell staff., remote: Call us., car: Stop.}
        support:
          es: {kiosk: Hola., remote: Hola.}
        footnote: none
        """,
      ]).faults() == [
        fault("lines.yaml", 2, "`today` is not a date; expected YYYY-MM-DD"),
        fault("lines.yaml", 4, "the line `crisis` is there twice"),
        fault("lines.yaml", 5, "`number` is missing"),
        fault("notice.yaml", 1, "`clinic` is missing"),
        fault("notice.yaml", 4, "the English text `en` is missing"),
        fault(
          "notice.yaml", 5,
          "unknown field `footnote`; expected one of reviewed_by, footer, support, clinic"),
      ])
  }

  @Test func aCardWithAFaultNamesItsLine() {
    #expect(
      faults(
        "danger.yaml",
        """
        class: danger
        card:
          en:
            kiosk: Tell staff.
            remote: Call us.
            car: Stop.
        rules: []
        """) == [
          fault("danger.yaml", 4, "`openings` is missing"),
          fault(
            "danger.yaml", 6,
            "unknown field `car`; expected one of openings, kiosk, remote, addition"),
        ])
    #expect(
      faults(
        "danger.yaml", "class: danger\ncard:\n  es:\n    openings: [a]\n    kiosk: a\nrules: []"
      )
      .map(\.message).sorted() == ["`remote` is missing", "the English card `en` is missing"])
    #expect(
      faults("danger.yaml", "class: danger\nrules: []") == [
        fault("danger.yaml", nil, "`card` is missing")
      ])
    #expect(
      faults("danger.yaml", "class: peril\nrules: []") == [
        fault(
          "danger.yaml", 1,
          "expected one of emergency, crisis, danger, concern_for_other, misuse, personal_advice, "
            + "support")
      ])
  }

  @Test func aClassHasOneCard() {
    #expect(
      faults(
        "peril.yaml",
        """
        class: danger
        card:
          en: {openings: [a], kiosk: Tell staff., remote: Call us.}
        rules: []
        """) == [
          fault("peril.yaml", 3, "the class `danger` has a card in another file already")
        ])
  }

  @Test func aRuleWithAFaultNamesItsLine() {
    #expect(
      faults(
        "support.yaml",
        """
        class: support
        ideas:
          self: [I am]
          mood: [sad, low]
        rules:
          - id: one
            means: A.
            when:
              - <self> <mood>
              - (sad
              - .. <mood> ..13
              - don't
              - ..
            unless:
              - sad)
          - id: two
            means: B.
            negation: sometimes
            asked_about: maybe
          - id: crisis-die
            means: C.
            when: [low]
          - when: [low]
        """) == [
          fault(
            "support.yaml", 3,
            "the idea `self`: `I` is not in normal form; expected lower-case letters and digits, "
              + "no apostrophe or accent"),
          fault(
            "support.yaml", 9,
            "the pattern `<self> <mood>` names <self>, which ideas.yaml does not define"),
          fault("support.yaml", 10, "the pattern `(sad` misses a parenthesis"),
          fault(
            "support.yaml", 11,
            "the pattern `.. <mood> ..13`: `..13` is no gap; expected `..` or `..1` to `..12`"),
          fault(
            "support.yaml", 12,
            "the pattern `don't`: `don't` is not in normal form; expected lower-case letters and "
              + "digits, no apostrophe or accent"),
          fault("support.yaml", 13, "the pattern `..` asks for nothing that must occur"),
          fault("support.yaml", 15, "the pattern `sad)` misses a parenthesis"),
          fault("support.yaml", 16, "`two` has no pattern"),
          fault("support.yaml", 18, "expected `cancels` or `ignored`"),
          fault("support.yaml", 19, "expected `counts` or `support`"),
          fault("support.yaml", 20, "the rule `crisis-die` is there twice"),
          fault("support.yaml", 23, "`id` is missing"),
        ])
  }

  @Test(arguments: ["lines.yaml", "notice.yaml", "ideas.yaml"])
  func theFixedFilesAreRequired(_ file: String) {
    #expect(
      KnowledgeFiles(without: ["safety/" + file]).faults()
        .contains(fault(file, nil, "the file is missing")))
  }

  @Test func ideasOfAFileStandBesideTheSharedOnes() throws {
    let knowledge = try KnowledgeFiles([
      "safety/ideas.yaml": "drink: [tea]\nplace: [kitchen]",
      "safety/support.yaml": """
      class: support
      ideas:
        drink: [milk]
      rules:
        - {id: support-drink, means: A., when: [<drink> in the <place>]}
      """,
      "safety/misuse.yaml": """
      class: misuse
      card:
        en: {openings: [No.], kiosk: "{opening}", remote: "{opening}"}
      rules:
        - {id: misuse-drink, means: A., when: [<drink>]}
      """,
    ]).knowledge()
    func rules(_ message: String) -> [String] {
      knowledge.safety.triage.assess(message).findings.map(\.rule)
    }
    #expect(rules("milk in the kitchen") == ["support-drink"])
    #expect(rules("tea in the kitchen") == ["misuse-drink"])
  }

  @Test func builtInRulesServeForAClassWithoutAny() throws {
    func card(_ name: String) -> String {
      """
      class: \(name)
      card:
        en: {openings: [Be safe.], kiosk: "{opening}", remote: "{opening}"}
      rules: []
      """
    }
    let safety = try KnowledgeFiles([
      "safety/crisis.yaml": card("crisis"), "safety/danger.yaml": card("danger"),
    ]).knowledge().safety
    #expect(safety.classesWithoutRules == [.crisis, .danger])
    #expect(safety.triage.assess("I want to end my life").gravest == .crisis)
    // The folder's own rules serve for the others.
    #expect(safety.triage.assess("I can't breathe").gravest == nil)
    #expect(safety.triage.assess("chest pain").findings.map(\.rule) == ["emergency-chest"])
  }

  @Test func ordinaryWordsAreNotTakenForRuleWords() throws {
    let files = [
      "safety/support.yaml": """
      class: support
      rules:
        - {id: support-hurting, means: A., when: [hurting]}
      """
    ]
    func fires(_ words: [String: String]) throws -> Bool {
      let triage = try KnowledgeFiles(files.merging(words) { $1 }).knowledge().safety.triage
      return triage.assess("hunting").gravest != nil
    }
    #expect(try fires([:]))
    #expect(try fires(["safety/ordinary-words.txt": "# hunting\nother\n"]))
    #expect(try !fires(["safety/ordinary-words.txt": "# source\nhunting"]))
    #expect(try !fires(["safety/ordinary-words.txt": "# source\r\nhunting\r\n"]))
  }

  @Test func examplesAreTheSecondDocument() throws {
    let folder = KnowledgeFiles().folder
    let examples = try Knowledge.safetyExamples(
      ContentFolder(texts: KnowledgeFiles().texts.filter { $0.key == "safety/crisis.yaml" }))
    #expect(
      examples == [
        SafetyExample(
          message: "I want to die", safetyClass: .crisis, matches: true,
          file: "safety/crisis.yaml", line: 30),
        SafetyExample(
          message: "I am dying to try this tea", safetyClass: .crisis, matches: false,
          file: "safety/crisis.yaml", line: 31),
      ])
    // The other files have no examples, which is a fault where examples are asked for.
    #expect(throws: KnowledgeError.self) { try Knowledge.safetyExamples(folder) }
  }
}
