import Testing

@testable import Safety

/// What ``Triage/assess(_:after:)`` makes of the message right after a card.
struct AnswersToCardTests {
  private func triage() throws -> Triage {
    try Triage(
      "want to die",
      ideas: [
        "answers-to-card": ["yes", "tonight", "i am alone", "and"],
        "reports-of-act": ["i already did", "i took them", "already"],
      ])
  }

  private func classes(_ message: String, after shown: SafetyClass) throws -> [SafetyClass] {
    try triage().assess(message, after: Triage.ShownCard(shown, in: "en")).findings
      .map(\.safetyClass)
  }

  @Test(
    arguments: [
      ("yes", [SafetyClass.crisis]), ("Tonight.", [.crisis]), ("yes, tonight", [.crisis]),
      ("I am alone and yes", [.crisis]),
      ("i already did", [.emergency, .crisis]), ("Already. I took them!", [.emergency, .crisis]),
      // A new question, or an answer with more in it, is read like any other.
      ("what is tea", []), ("is tea good tonight", []), ("yes what is tea", []), ("", []),
      ("1", []),
      ("alone", []),
      ("i want to die", [.crisis]), ("yes i want to die", [.crisis]),
    ] as [(String, [SafetyClass])])
  func aShortAnswerStaysWithTheDanger(_ message: String, _ expected: [SafetyClass]) throws {
    #expect(try classes(message, after: .crisis) == expected)
    // Without a card before it, the same answer is nothing.
    let alone = try triage().assess(message).findings.map(\.safetyClass)
    #expect(alone == (message.contains("want to die") ? [.crisis] : []))
  }

  @Test(arguments: SafetyClass.allCases.filter(\.isAboutLife))
  func anAnswerCallsForTheCardThatWasShown(_ shown: SafetyClass) throws {
    #expect(
      try triage().assess("yes tonight", after: Triage.ShownCard(shown, in: "en")).findings == [
        Assessment.Finding(
          safetyClass: shown, rule: "after-\(shown.rawValue)",
          means: "The person answers the card that was just shown.", language: "en",
          words: ["yes", "tonight"])
      ])
  }

  @Test func aReportOfAnActIsAnEmergency() throws {
    let findings = try triage().assess("I took them", after: .crisis).findings
    #expect(
      findings == [
        Assessment.Finding(
          safetyClass: .emergency, rule: "after-crisis",
          means: "The person says that it has happened already.", language: "en",
          words: ["i", "took", "them"]),
        Assessment.Finding(
          safetyClass: .crisis, rule: "after-crisis",
          means: "The person answers the card that was just shown.", language: "en",
          words: ["i", "took", "them"]),
      ])
  }

  @Test func whatIsAsGraveAsTheCardSpeaksForItself() throws {
    for shown in [SafetyClass.crisis, .danger, .concernForOther] {
      let shown = Triage.ShownCard(shown, in: "en")
      #expect(
        try triage().assess("i want to die", after: shown).findings.map(\.rule) == ["rule"])
    }
  }

  @Test func aMilderFindingStaysBesideTheAnswer() throws {
    var compiler = RuleCompiler()
    try compiler.define("answers-to-card", as: ["yes", "so sad"])
    let triage = Triage(
      rules: [
        RecognitionRule(
          id: "triste", safetyClass: .support, language: "es", means: "A test.",
          patterns: [try compiler.pattern("sad")])
      ], from: compiler)
    let assessment = triage.assess("yes, so sad", after: .danger)
    #expect(assessment.findings.map(\.rule) == ["after-danger", "triste"])
    // The card's own language stays.
    #expect(assessment.findings.map(\.language) == ["en", "es"])
    #expect(triage.assess("the cake is sad", after: .danger).findings.map(\.rule) == ["triste"])
  }

  @Test func whatAnAnswerIsLikeDoesNotCount() throws {
    // With this net everything is like something.
    let triage = try triage().replacing(net: .tiny(card: -99, misuse: -99))
    #expect(triage.assess("yes tonight", after: .crisis).findings.map(\.rule) == ["after-crisis"])
    #expect(triage.assess("what is tea", after: .crisis).findings.count > 1)
  }

  @Test func withoutTheIdeasNothingIsAnAnswer() throws {
    let triage = try Triage("want to die")
    #expect(triage.assess("yes", after: .crisis).findings == [])
    #expect(triage.assess("i already did", after: .crisis).findings == [])
  }

  @Test func anAnswerStaysInTheLanguageOfTheCard() throws {
    let shown = Triage.ShownCard(.crisis, in: "es")
    #expect(try triage().assess("yes", after: shown).language == "es")
    #expect(try triage().assess(bare: "no", after: shown)?.language == "es")
  }

  @Test func fewWordsThatAskNothingAreTakenForAnAnswerBeforeAnyOtherCard() throws {
    // With this net everything is misuse.
    let triage = try Triage("want to die", ideas: ["question-openers": ["what", "can"]])
      .replacing(net: .tiny(card: 99, misuse: -99))
    #expect(triage.assess("a bottle").carded == .misuse)
    for message in ["a bottle", "in here", "all of it then"] {
      #expect(triage.assess(message, after: .emergency).carded == .emergency, "\(message)")
    }
    for message in ["a bottle?", "can i buy it", "a bottle of it here"] {
      #expect(triage.assess(message, after: .emergency).carded == .misuse, "\(message)")
    }
  }

  @Test(arguments: [
    ("here", true), ("1", true), ("in the lobby", true), ("?", true), ("", true), ("why", true),
    ("what is tea", true), ("is it tea?", false), ("tell me about tea", false),
    ("tea and cake?", false),
    ("in the lobby by the door", false),
  ])
  func fewWordsThatAskNothingCanOnlyBeAnAnswer(_ message: String, _ isAnswer: Bool) throws {
    let triage = try Triage("want to die", ideas: ["question-openers": ["what", "is", "why"]])
    let assessment = triage.assess(bare: message, after: .danger)
    #expect(assessment?.carded == (isAnswer ? .danger : nil))
  }
}

extension Triage.ShownCard {
  fileprivate static let crisis = Triage.ShownCard(.crisis, in: "en")
  fileprivate static let danger = Triage.ShownCard(.danger, in: "en")
  fileprivate static let emergency = Triage.ShownCard(.emergency, in: "en")
}
