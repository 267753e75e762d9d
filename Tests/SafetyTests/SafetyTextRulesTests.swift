import Testing

/// The rules are only worth something if they find what they look for.
struct SafetyTextRulesTests {
  @Test func numbersToCallAreFound() {
    #expect(
      SafetyTextRules.numbers(
        in: "1. Call 911.\n2. Call 865 Wellness+Ketamine at 865-555-0100, 1-800-662-4357, press 1.")
        == ["911", "865-555-0100", "1-800-662-4357"])
    #expect(SafetyTextRules.numbers(in: "llame al 988 y oprima 2, no 3") == ["988", "3"])
  }

  @Test func partsMustBeThereInOrder() {
    #expect(SafetyTextRules.firstMissing(of: ["a", "b"], in: "a, then b") == nil)
    #expect(SafetyTextRules.firstMissing(of: ["b", "a"], in: "a, then b") == "a")
    #expect(SafetyTextRules.firstMissing(of: ["a", "a"], in: "a once") == "a")
  }

  @Test func wordsAreWhole() {
    #expect(SafetyTextRules.words(of: "Cut it, don't!") == ["cut", "it", "don't"])
  }
}
