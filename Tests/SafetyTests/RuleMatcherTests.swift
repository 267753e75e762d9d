import Testing

@testable import Safety

struct RuleMatcherTests {
  // MARK: Steps

  @Test(arguments: [
    ("i want to die", true), ("well i want to die ok", true), ("want to die", true),
    ("want die", false), ("to die want", false), ("want to", false), ("", false), ("?!", false),
    // Words next to each other count across a full stop too: people stop anywhere.
    ("i want. to die", true),
  ])
  func wordsStandNextToEachOther(_ message: String, _ fires: Bool) throws {
    #expect(try Triage("want to die").fires(on: message) == fires)
  }

  @Test(arguments: [
    ("want die", true), ("want x die", true), ("want x x x die", true), ("want x x x x die", false),
    ("want x, x die", true), ("want? x die", false), ("want x. x die", false),
    // All words that pass are of one sentence; the next step may begin another.
    ("want x. die", true), ("want. die", true),
    ("want x not die", false), ("want not die", false),
  ])
  func aGapLetsUpToThreeWordsPass(_ message: String, _ fires: Bool) throws {
    let triage = try Triage("want .. die", ideas: ["negations": ["not"]])
    #expect(triage.fires(on: message) == fires)
  }

  @Test(arguments: 0...8)
  func aGapMayBeGivenItsWidth(_ between: Int) throws {
    let message = "want " + String(repeating: "x ", count: between) + "die"
    #expect(try Triage("want ..6 die").fires(on: message) == (between <= 6))
    #expect(try Triage("want ..1 die").fires(on: message) == (between <= 1))
  }

  @Test(arguments: [
    ("want die", true), ("want to die", true), ("want to to die", false),
    ("want so badly die", true), ("want so badly to die", false), ("want badly die", false),
  ])
  func anOptionalStepMayBeMissing(_ message: String, _ fires: Bool) throws {
    #expect(try Triage("want (to|so badly)? die").fires(on: message) == fires)
  }

  @Test(arguments: [
    ("suicide", true), ("suicidal", true), ("suicid", true), ("suici", false),
    ("a suicidality scale", true), ("insuicidal", false),
  ])
  func aPrefixStandsForAllWordsThatBeginSo(_ message: String, _ fires: Bool) throws {
    #expect(try Triage("suicid*").fires(on: message) == fires)
  }

  @Test(arguments: [
    ("goodbye", true), ("goodbye.", true), ("Well. Goodbye! I mean it", true),
    ("say goodbye", false), ("goodbye all", false), ("well, goodbye", false),
  ])
  func sentenceMarksHoldAPatternToItsPlace(_ message: String, _ fires: Bool) throws {
    #expect(try Triage("^ goodbye $").fires(on: message) == fires)
  }

  @Test(arguments: [
    ("end my life", true), ("kill myself", true), ("no way out", true), ("end it all", true),
    ("end my", false), ("kill", false),
  ])
  func alternativesMayHoldPhrasesAndIdeas(_ message: String, _ fires: Bool) throws {
    let triage = try Triage(
      "(<ending>|no way out)", "end it all", ideas: ["ending": ["end my life", "kill myself"]])
    #expect(triage.fires(on: message) == fires)
  }

  @Test func theShortestWordsAreReported() throws {
    #expect(
      try Triage("want .. die").words(in: "i want what i want to die please")
        == ["want", "to", "die"])
    #expect(try Triage("i .. want", "die").words(in: "i want to die") == ["i", "want"])
    #expect(try Triage("want to?").words(in: "i want to die") == ["want"])
  }

  // MARK: Negation

  private static let negations = ["negations": ["not", "never", "dont"]]

  @Test(arguments: [
    ("want to die", true), ("do not want to die", false), ("dont want to die", false),
    ("never ever want to die", false), ("not a b want to die", false),
    ("not a b c want to die", true), ("not well, want to die", true),
    ("not well. want to die", true), ("never. want to die", true),
    // The negation stands behind the words.
    ("want to die not", true),
    // What is said once without a negation counts.
    ("dont want to die. but today i want to die", true),
  ])
  func aNegationShortlyBeforeCancels(_ message: String, _ fires: Bool) throws {
    #expect(try Triage("want to die", ideas: Self.negations).fires(on: message) == fires)
  }

  @Test(arguments: [
    "im not fine but want to die", "not okay but i want to die", "never mind though i want to die",
    "no estoy bien pero want to die",
  ])
  func aNegationDoesNotReachAcrossAWordThatTurns(_ message: String) throws {
    let triage = try Triage("i? want to die", ideas: ["negations": ["not", "never", "no"]])
    #expect(triage.fires(on: message))
  }

  @Test(arguments: ["want to die", "dont want to die", "not want to die"])
  func aRuleMayIgnoreNegations(_ message: String) throws {
    #expect(
      try Triage("want to die", negation: .ignored, ideas: Self.negations).fires(on: message))
  }

  @Test func phrasesThatNegateNothingDoNotCancel() throws {
    let triage = try Triage(
      "want to die",
      ideas: ["negations": ["dont", "not"], "false-negations": ["dont know", "not sure"]])
    #expect(triage.fires(on: "i dont know i want to die"))
    #expect(triage.fires(on: "not sure want to die"))
    #expect(!triage.fires(on: "i dont want to die"))
    #expect(!triage.fires(on: "dont not sure want to die"))
  }

  // MARK: Exceptions

  @Test(arguments: [
    ("want to die", true), ("want to die of laughter", false), ("funny, i want to die", false),
    ("not funny, i want to die", false), ("laughter of. want to die", true),
  ])
  func anExceptionAnywhereKeepsTheRuleSilent(_ message: String, _ fires: Bool) throws {
    let triage = try Triage(
      "want to die", unless: ["of laughter", "funny"], ideas: ["negations": ["not"]])
    #expect(triage.fires(on: message) == fires)
  }
}
