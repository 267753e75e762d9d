import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import Safety

struct TriageTests {
  private func triage(
    _ rules: [(SafetyClass, String, String)], ideas: [String: [String]] = [:]
  ) throws -> Triage {
    var compiler = RuleCompiler()
    for (name, phrases) in ideas { try compiler.define(name, as: phrases) }
    return Triage(
      rules: try rules.enumerated().map { number, rule in
        RecognitionRule(
          id: "\(number)", safetyClass: rule.0, language: rule.1, means: "Means \(number).",
          patterns: [try compiler.pattern(rule.2)])
      }, from: compiler)
  }

  @Test func allRulesThatFireAreReportedGravestFirst() throws {
    let assessment = try triage([
      (.support, "en", "sad"), (.misuse, "en", "high"), (.emergency, "es", "pecho"),
      (.misuse, "en", "sad"), (.crisis, "en", "die"), (.danger, "en", "never said"),
    ]).assess("sad and high, pecho, die")
    #expect(assessment.findings.map(\.rule) == ["2", "4", "1", "3", "0"])
    #expect(
      assessment.findings[0]
        == Assessment.Finding(
          safetyClass: .emergency, rule: "2", means: "Means 2.", language: "es", words: ["pecho"]))
    #expect(assessment.gravest == .emergency)
    #expect(assessment.carded == .emergency)
    #expect(assessment.language == "es")
  }

  @Test func aSignOfRiskAloneGetsNoCard() throws {
    let assessment = try triage([(.support, "es", "triste")]).assess("muy triste")
    #expect(assessment.gravest == .support)
    #expect(assessment.carded == nil)
    #expect(assessment.language == "es")
  }

  @Test func nothingFoundIsEnglishAndCallsForNothing() throws {
    let assessment = try triage([(.crisis, "es", "morir")]).assess("what is ketamine")
    #expect(assessment.findings == [])
    #expect(assessment.gravest == nil)
    #expect(assessment.carded == nil)
    #expect(assessment.language == "en")
  }

  @Test func triageWithoutRulesFindsNothing() {
    let triage = Triage(rules: [], from: RuleCompiler())
    #expect(triage.assess("I want to die").findings == [])
  }

  // MARK: Who speaks

  private static let people = [
    "first-person": ["i", "me", "my"], "question-openers": ["does", "do", "what is"],
  ]

  @Test func wordsThatNameThePersonWhoTypesAreReported() throws {
    let both = try Triage("she wants to die", "i want to die", ideas: Self.people)
    #expect(both.words(in: "she wants to die and i want to die") == ["i", "want", "to", "die"])
  }

  @Test(arguments: [
    ("my son wants to die", [SafetyClass.concernForOther]),
    ("my son wants to die. i want to die", [.crisis, .concernForOther]),
    ("wants to die", [.crisis]), ("i want to die", [.crisis]),
  ])
  func aCrisisOfSomeoneElseIsWorryAboutThem(
    _ message: String, _ classes: [SafetyClass]
  ) throws {
    let triage = try triage(
      [(.crisis, "en", "(i want|wants) to die"), (.concernForOther, "en", "my son wants")],
      ideas: Self.people)
    #expect(triage.assess(message).findings.map(\.safetyClass) == classes)
  }

  @Test func anOptionalWordForThePersonWhoTypesNamesThem() throws {
    let triage = try triage(
      [(.crisis, "en", "i? want to die"), (.concernForOther, "en", "my son")], ideas: Self.people)
    #expect(
      triage.assess("i want to die. so does my son").findings.map(\.safetyClass)
        == [.crisis, .concernForOther])
  }

  @Test(arguments: [
    ("does it cause suicide", SafetyClass.support), ("Well. Does it cause suicide", .support),
    ("does it cause my suicide", .crisis), ("it does cause suicide", .crisis),
    ("suicide", .crisis), ("does suicide help me", .crisis),
  ])
  func aQuestionAboutTheMatterMayCountAsASignOnly(
    _ message: String, _ gravest: SafetyClass
  ) throws {
    let asked = try Triage("suicide", askedAbout: .support, ideas: Self.people)
    #expect(asked.assess(message).gravest == gravest)
    let counted = try Triage("suicide", ideas: Self.people)
    #expect(counted.assess(message).gravest == .crisis)
  }

  @Test func theNormalFormIsWhatRulesSee() throws {
    let triage = try Triage("kill myself", ideas: ["fillers": ["just"]])
    #expect(triage.normalForm(of: "I'd JUST k1ll mysélf!") == ["id", "kill", "myself"])
  }

  // MARK: Effort

  /// Messages made to cost as much as can be: 2,000 characters, and 64 KiB.
  private static let hostile: [String] = [2_000, 65_536].flatMap { length in
    [
      "i want to die ", "i want ", "kill ", "my ", "not ", "a ", "k i l l ", "a", "e", "ki", "?!.,",
      ".", "' ", "$", "@ ", "💊", "e\u{301}", "\u{200B}", "1l1l", "killmyself", "wanttodie ", "aab ",
      "should i take my dose of my med ", "suicidl ", "zzzzzzzzzzzz ", "\u{0} ", "ﷺ", "І ",
    ].map { piece in
      String(String(repeating: piece, count: length / piece.count + 1).prefix(length))
    }
  }

  /// A clinic's rules are many and wide; reading a hostile message with them
  /// must still end.
  @Test(.timeLimit(.minutes(2)))
  func hostileMessagesAreRead() throws {
    let triage = try RealKnowledge.load().safety.triage
    for message in Self.hostile {
      let assessment = triage.assess(message)
      // Each rule is reported at most once, whatever is repeated.
      #expect(Set(assessment.findings.map(\.rule)).count == assessment.findings.count)
    }
    #expect(triage.assess(Self.hostile[0]).gravest == .crisis)
  }

  @Test func wordsAreNeverMoreThanCharacters() {
    let reader = MessageReader(
      vocabulary: ["kill", "myself", "ki", "ll", "aa", "wanttodie", "want", "to", "die"],
      fillers: [], ordinaryWords: WordTable())
    for message in Self.hostile {
      #expect(reader.read(message).words.count <= message.unicodeScalars.count)
    }
  }

  @Test func theSameMessageIsAlwaysJudgedTheSame() throws {
    let (first, second) = (
      try RealKnowledge.load().safety.triage, try RealKnowledge.load().safety.triage
    )
    var messages = MessageGenerator(
      seed: 11, questions: ["can i stop my meds", "what is ketamine"])
    for _ in 0..<500 {
      let message = String(decoding: messages.next().prefix(2_000), as: UTF8.self)
      #expect(first.assess(message).findings == second.assess(message).findings)
    }
  }
}
