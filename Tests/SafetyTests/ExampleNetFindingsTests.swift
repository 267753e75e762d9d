import Retrieval
import Testing
import TextAnalysis

@testable import Safety

struct ExampleNetFindingsTests {
  /// Returns a net whose scores are the same for all messages; the scores that are
  /// left out say "no".
  private func net(
    _ scores: KeyValuePairs<String, Double>, card: Double = 0.5, support: Double = 0.25
  ) throws -> ExampleNet {
    let labels = ExampleNet.labels
    let biases = labels.map { label in
      "\t\(Int(((scores.first { $0.key == label }?.value ?? -1) * 1000).rounded()))"
    }
    let file =
      "labels\t\(labels.joined(separator: "\t"))\nexamples\t1\nbias\(biases.joined())\n"
      + "features\t0\n"
    return try #require(
      ExampleNet(
        try TextClassifier(file: Array(file.utf8)), ideas: WordIdeas(),
        thresholds: ExampleNet.Thresholds(
          card: card, support: support, distress: 0.1, misuse: 0.2, advice: 0.3)))
  }

  private func reading(_ scores: KeyValuePairs<String, Double>) throws -> ExampleNet.Reading {
    try net(scores).read([WrittenWord]("make tea"), pleasantries: Pleasantries([]))
  }

  private func findings(
    _ scores: KeyValuePairs<String, Double>, card: Double = 0.5, support: Double = 0.25
  ) throws -> [Assessment.Finding] {
    try net(scores, card: card, support: support).findings(in: reading(scores))
  }

  private func finding(
    _ safetyClass: SafetyClass, _ means: String, language: String = "en"
  ) -> Assessment.Finding {
    Assessment.Finding(
      safetyClass: safetyClass, rule: "like-\(safetyClass.rawValue)", means: means,
      language: language, words: [])
  }

  @Test func theWordsAreThoseOfTheLabelThatWasFound() throws {
    func words(_ message: String, _ net: ExampleNet) throws -> [String] {
      let reading = net.read([WrittenWord](message), pleasantries: Pleasantries([]))
      return try #require(net.findings(in: reading).first).words
    }
    #expect(try words("i feel sad and grey", .tiny(distress: -99)).contains("grey"))
    // The misuse stands in one sentence, the danger in another.
    let misuse = try words("is tea a drink? where can i buy it", .tiny(misuse: -99))
    #expect(misuse.contains("buy") && !misuse.contains("drink"))
  }

  @Test(
    arguments: [
      (0.75, [SafetyClass.crisis]), (0.5, [.crisis]), (0.499, [.support]), (0.25, [.support]),
      (0.249, []), (-1, []),
    ] as [(Double, [SafetyClass])])
  func dangerHasThreeBands(_ danger: Double, _ classes: [SafetyClass]) throws {
    // The other three say "no", so that the danger is the score of this one.
    #expect(try findings(["crisis": danger]).map(\.safetyClass) == classes)
  }

  @Test(
    arguments: [
      ([:], -1), (["crisis": 1], 1), (["crisis": 0], 0), (["danger": -0.5], -0.5),
      // The milder ones count two thirds of what they are above "no".
      (["crisis": 0, "danger": -0.7], 0.2),
      (["crisis": -0.7, "danger": 0, "emergency": -0.4], 0.6),
    ] as [(KeyValuePairs<String, Double>, Double)])
  func dangerIsTheLikeliestClassAndTwoThirdsOfTheOthers(
    _ scores: KeyValuePairs<String, Double>, _ danger: Double
  ) throws {
    #expect(try abs(reading(scores).danger - danger) < 1e-9)
  }

  @Test(
    arguments: [
      (["danger": -0.1], [SafetyClass.danger]), (["concern_for_other": 0.9], [.concernForOther]),
      (["emergency": -0.5, "crisis": -0.1], [.crisis]),
      // A second class counts when it is likely itself, but not a milder one.
      (["emergency": -0.3, "crisis": 0.9], [.emergency, .crisis]),
      (["emergency": 0.9, "crisis": 0.1], [.emergency, .crisis]),
      (["crisis": 0.1, "danger": 0.9], [.crisis, .danger]),
      (["crisis": 0.9, "danger": 0.1, "concern_for_other": 0.5], [.crisis]),
      (["emergency": -0.45, "danger": 0.2], [.danger]),
      // Equals: the graver one.
      (["emergency": -1], [.emergency]), (["crisis": -0.5, "danger": -0.5], [.crisis]),
    ] as [(KeyValuePairs<String, Double>, [SafetyClass])])
  func theCardIsThatOfTheLikeliestClass(
    _ scores: KeyValuePairs<String, Double>, _ classes: [SafetyClass]
  ) throws {
    #expect(try findings(scores, card: -1).map(\.safetyClass) == classes)
  }

  @Test(
    arguments: [
      (["distress": 0.1], [SafetyClass.support]), (["distress": 0.099], []),
      (["misuse": 0.2], [.misuse]), (["misuse": 0.199], []),
      (["personal_advice": 0.3], [.personalAdvice]), (["personal_advice": 0.299], []),
      (["distress": 1, "misuse": 1, "personal_advice": 1], [.support, .misuse, .personalAdvice]),
      // Not only Spanish, and a class about life only by the danger score.
      (["spanish": 1], []), (["crisis": 1], []),
    ] as [(KeyValuePairs<String, Double>, [SafetyClass])])
  func theOtherLabelsHaveThresholdsOfTheirOwn(
    _ scores: KeyValuePairs<String, Double>, _ classes: [SafetyClass]
  ) throws {
    #expect(try findings(scores, card: 9, support: 9).map(\.safetyClass) == classes)
  }

  @Test func aFindingSaysWhatItMeans() throws {
    #expect(
      try findings(["crisis": 1, "misuse": 1, "personal_advice": 1]) == [
        finding(.crisis, "The message is like the examples of crisis."),
        finding(.misuse, "The message is like the examples of misuse."),
        finding(
          .personalAdvice, "The question is like those that only the care team may answer."),
      ])
    #expect(
      try findings(["crisis": 0.3, "distress": 1]) == [
        finding(.support, "The message is a little like the examples of danger to life.")
      ])
    #expect(
      try findings(["distress": 1]) == [
        finding(.support, "The message is like the examples of low mood.")
      ])
  }

  @Test(arguments: [(-1, "en"), (0, "en"), (0.01, "es")] as [(Double, String)])
  func theLanguageIsThatOfTheExamples(_ spanish: Double, _ language: String) throws {
    #expect(
      try findings(["crisis": 1, "spanish": spanish]) == [
        finding(.crisis, "The message is like the examples of crisis.", language: language)
      ])
  }

  // MARK: In triage

  private func triage(_ net: ExampleNet?) throws -> Triage {
    try Triage("want to die", ideas: ["pleasantries": ["lol"]]).replacing(net: net)
  }

  @Test func aMessageMovesThroughTheBandsWithTheThresholds() throws {
    let message = "i wish i was dead"
    let unjudged = try triage(.tiny()).assess(message)
    #expect(unjudged.findings == [])
    let danger = try #require(unjudged.net?.danger)
    for (card, support, safetyClass) in [
      (danger, danger, SafetyClass.crisis), (danger + 0.001, danger, .support),
      (danger + 0.001, danger + 0.001, nil),
    ] {
      let net = try ExampleNet.tiny(card: card, support: support)
      #expect(try triage(net).assess(message).gravest == safetyClass)
    }
  }

  @Test func aRuleThatFiresStandsForTheNetsFindingOfItsClass() throws {
    let net = try ExampleNet.tiny(card: -1, misuse: -2)
    #expect(
      try triage(net).assess("i want to die").findings.map(\.rule) == ["rule", "like-misuse"])
    #expect(
      try triage(net).assess("i wish i was dead").findings.map(\.rule)
        == ["like-crisis", "like-misuse"])
    #expect(try triage(nil).assess("i wish i was dead").findings == [])
  }

  // MARK: Rules that give way

  private static let harmlessTalk = "what is tea and how long does tea steep in the tin?"

  @Test func aRuleGivesWayToTheHelpLinesWhereTheMessageIsHarmless() throws {
    let triage = try Triage("tea")
    let danger = try #require(
      try triage.replacing(net: .tiny()).assess(Self.harmlessTalk).net?.danger)
    for (harmless, safetyClass) in [
      (nil, SafetyClass.crisis), (danger, .crisis), (99, .support),
    ] as [(Double?, SafetyClass)] {
      let assessment = try triage.replacing(net: .tiny(harmless: harmless))
        .assess(Self.harmlessTalk)
      #expect(assessment.findings.map(\.safetyClass) == [safetyClass])
      #expect(assessment.findings.map(\.rule) == ["rule"])
    }
  }

  @Test(arguments: ["tea", "what is tea?", "what is tea and how hot is it?"])
  func aRuleGivesNoWayInAShortMessage(_ message: String) throws {
    let triage = try Triage("tea").replacing(net: .tiny(harmless: 99))
    #expect(triage.assess(message).gravest == .crisis)
  }

  @Test func aFindingInDoubtSaysSo() throws {
    let triage = try Triage("tea").replacing(net: .tiny(harmless: 99))
    let finding = try #require(triage.assess(Self.harmlessTalk).findings.first)
    #expect(
      finding.means
        == "A test. In doubt: the message is unlike the examples of danger to life.")
    #expect(finding.words == ["tea"])
  }

  /// Words that tell nothing, and among them a cry.
  private static func talk(cryAt place: Int) -> String {
    var words = "what is tea and how long does tea steep and how hot is the water in the tin"
      .split(separator: " ").map(String.init)
    words.insert("i want to die i wish i was dead", at: min(place, words.count))
    return words.joined(separator: " ")
  }

  /// Returns what is found where the message as a whole is just harmless.
  private func found(_ message: String, rule: String) throws -> SafetyClass? {
    let triage = try Triage(rule)
    let danger = try #require(try triage.replacing(net: .tiny()).assess(message).net?.danger)
    return try triage.replacing(net: .tiny(harmless: danger + 0.001)).assess(message).gravest
  }

  @Test(arguments: [0, 6, 13, 19])
  func aRuleGivesNoWayWhereTheWordsAroundItAreACry(_ place: Int) throws {
    #expect(try found(Self.talk(cryAt: place), rule: "die") == .crisis)
  }

  @Test func aRuleGivesWayWhereOnlyOthersAreACry() throws {
    // More words lie between "tea" and the cry than are read around a rule's.
    #expect(try found(Self.talk(cryAt: 18), rule: "tea and how") == .support)
    #expect(try found(Self.talk(cryAt: 5), rule: "tea and how") == .crisis)
  }

  @Test func aRuleIsHeardInEachOfItsPlaces() throws {
    // "what" is the first word, far from the cry; then once more, beside it.
    let message = Self.talk(cryAt: 18)
    #expect(try found(message, rule: "what") == .support)
    #expect(try found(message + " what", rule: "what") == .crisis)
  }

  @Test func besideAShortQuestionACryIsReadAlone() throws {
    #expect(try found("i want to die i wish what is tea and tin", rule: "die") == .crisis)
  }

  @Test func aRuleWhoseWordsStandAllOverGivesNoWay() throws {
    let message = String(repeating: "what is tea and how hot is the water in the tin ", count: 12)
    for (rule, safetyClass) in [("steep", nil), ("tea", .crisis)] as [(String, SafetyClass?)] {
      let triage = try Triage(rule).replacing(net: .tiny(harmless: 99))
      #expect(triage.assess(message).gravest == safetyClass)
    }
    let once = try Triage("steep").replacing(net: .tiny(harmless: 99))
    #expect(once.assess("does tea steep? " + message).gravest == .support)
  }

  @Test func aRuleOfManyWordsGivesWayToo() throws {
    // Its words are more than are read around those of others.
    let rule = "what is tea and how long does tea steep and how hot is the water in"
    #expect(try found(Self.talk(cryAt: 99), rule: rule) == .support)
  }

  @Test func onlyDangerToLifeBecomesAnOfferOfHelpLinesInDoubt() {
    for safetyClass in SafetyClass.allCases {
      #expect(
        finding(safetyClass, "A test.").inDoubt.safetyClass
          == (safetyClass.isAboutLife ? .support : safetyClass))
    }
  }

  @Test func aFindingNamesTheWordsThatSpeakMost() throws {
    let finding = try triage(.tiny(card: -1)).assess("he hits me lol").findings.first
    #expect(finding?.rule == "like-danger")
    let words = try #require(finding).words
    #expect(Set(words).isSubset(of: ["he", "hits", "me", "he hits", "hits me"]))
    #expect(words.count == 3)
  }

  @Test(arguments: ["", "1", "2 3", "?", "👍", "die", "die 2", "die?"])
  func lessThanTwoWordsAreNotCompared(_ message: String) throws {
    let assessment = try triage(.tiny(card: -99, misuse: -99)).assess(message)
    #expect(assessment.findings == [])
    #expect(assessment.net == nil)
  }
}
