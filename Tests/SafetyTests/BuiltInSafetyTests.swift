import TestSupport
import Testing

@testable import KnowledgeBase
@testable import Safety

struct BuiltInSafetyTests {
  @Test(arguments: [
    ("I want to die", SafetyClass.crisis), ("i wanna k1ll myself", .crisis),
    ("I'm going to end it all tonight", .crisis), ("I am suicidal", .crisis), ("kms", .crisis),
    ("I don't want to be alive", .crisis), ("they'd be better off dead... me", .crisis),
    ("quiero morir", .crisis), ("voy a matarme", .crisis), ("I can't breathe", .emergency),
    ("my chest hurts", .emergency), ("i overdosed and want to die", .emergency),
    ("he won't wake up", .emergency), ("I took too many", .emergency),
  ])
  func thePlainestWordsAreKnown(_ message: String, _ expected: SafetyClass) {
    #expect(BuiltInSafety.triage.assess(message).gravest == expected)
  }

  @Test(arguments: [
    "what is ketamine", "does ketamine help with depression", "how long does a session take",
    "this line is killing me", "I'm dying to know more", "¿qué es la ketamina?", "hello",
  ])
  func ordinaryQuestionsAreLeftAlone(_ message: String) {
    #expect(BuiltInSafety.triage.assess(message).findings == [])
  }

  @Test func noWordTakesACardBack() {
    for message in ["I don't want to kill myself lol", "not suicidal, just tired"] {
      #expect(BuiltInSafety.triage.assess(message).gravest == .crisis)
    }
  }

  @Test func everyClassThatNeedsOneHasACardInBothSettings() throws {
    for safetyClass in SafetyClass.carded {
      let card = try #require(BuiltInSafety.cards[safetyClass]?["en"], "\(safetyClass)")
      #expect(card.openings.isEmpty == false)
      for setting in Setting.allCases {
        let text = try #require(card.text[setting])
        #expect(text.contains("{opening}"))
      }
    }
  }

  @Test func itsNumbersStandAmongTheClinicsHelpLines() throws {
    let known = Set(try RealKnowledge.load().safety.lines.map(\.number))
    for (name, text) in BuiltInSafety.texts.all {
      #expect(SafetyTextRules.numbers(in: text).subtracting(known) == [], "\(name)")
    }
  }

  @Test func nothingInItWaitsToBeFilledIn() {
    for (name, text) in BuiltInSafety.texts.all {
      #expect(!text.contains("{") && !text.contains("}"), "\(name)")
    }
  }
}
