import Testing

@testable import Safety

struct SafetyClassTests {
  @Test func theOrderIsTheClinicalGuides() {
    #expect(
      SafetyClass.allCases.shuffled().sorted() == [
        .emergency, .crisis, .danger, .concernForOther, .misuse, .personalAdvice, .support,
      ])
  }

  @Test func onlyASignOfRiskHasNoCard() {
    #expect(SafetyClass.carded == SafetyClass.allCases.dropLast())
  }

  @Test func fourClassesAreAboutLife() {
    #expect(
      SafetyClass.allCases.filter(\.isAboutLife) == [
        .emergency, .crisis, .danger, .concernForOther,
      ])
  }
}
