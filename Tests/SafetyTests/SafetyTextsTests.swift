import TestSupport
import Testing

@testable import KnowledgeBase
@testable import Safety

struct SafetyTextsTests {
  private let texts: SafetyTexts

  init() throws {
    texts = try KnowledgeFiles().knowledge().safety.texts
  }

  private func assessment(_ classes: SafetyClass..., language: String = "en") -> Assessment {
    Assessment(
      findings: classes.sorted().map {
        Assessment.Finding(safetyClass: $0, rule: "r", means: "m", language: language, words: [])
      })
  }

  private func card(
    _ assessment: Assessment, _ setting: Setting = .kiosk, repeats: Int = 0
  ) throws -> String {
    try #require(texts.card(for: assessment, setting: setting, repeats: repeats)).notice.text
  }

  @Test func theNoticeIsTheFooterAndTheClinic() {
    #expect(
      texts.notice(for: .kiosk).text
        == "This is not advice for you. Tell staff, or call 911.\n"
        + "Questions? Ask staff, or call The Kettle.")
    #expect(
      texts.notice(for: .remote).text
        == "This is not advice for you. Call 911.\nQuestions? Please call The Kettle.")
  }

  @Test func aCardIsTheOpeningTheTextAndTheClinic() throws {
    #expect(
      try card(assessment(.crisis))
        == "Thank you for telling me.\nTell staff now. Call or text 988.\n"
        + "Questions? Ask staff, or call The Kettle.")
    #expect(
      try card(assessment(.crisis), .remote)
        == "Thank you for telling me.\nCall or text 988.\nQuestions? Please call The Kettle.")
    #expect(
      try card(assessment(.crisis, language: "es"))
        == "Gracias por decírmelo.\nAvise al personal. Llame al 988.\n¿Preguntas? Llame a The Kettle."
    )
  }

  @Test func theCardIsTheGravestClasss() throws {
    let card = try #require(
      texts.card(for: assessment(.misuse, .danger, .support), setting: .kiosk, repeats: 0))
    #expect(card.safetyClass == .danger)
    #expect(card.notice.text.hasPrefix("You deserve to be safe."))
    #expect(card.notice.clinic == "Questions? Ask staff, or call The Kettle.")
  }

  @Test func aRepeatedCardOpensWithTheNextSentence() throws {
    let openings = try (0..<4).map { repeats in
      let text = try card(assessment(.crisis), repeats: repeats)
      return String(text.prefix { $0 != "\n" })
    }
    #expect(
      openings == [
        "Thank you for telling me.", "I am glad you wrote this.", "Thank you for telling me.",
        "I am glad you wrote this.",
      ])
    let rests = try (0..<2).map { try card(assessment(.crisis), repeats: $0).drop { $0 != "\n" } }
    #expect(rests[0] == rests[1])
  }

  @Test func lowerClassesAddTheirLine() throws {
    #expect(
      try card(assessment(.emergency, .crisis, .misuse, .support))
        == """
        This could be an emergency.
        Tell staff. Call 911 now.
        Thoughts of suicide? Call 988.
        Added by misuse.
        Questions? Ask staff, or call The Kettle.
        """)
  }

  @Test func aGraverClassAddsNothingToALowerCard() throws {
    #expect(
      try card(assessment(.misuse, .personalAdvice))
        == """
        I cannot help with that.
        Tell staff. Call 988 to talk.
        Added by personal_advice.
        Questions? Ask staff, or call The Kettle.
        """)
  }

  @Test func aCardThatIsNotTranslatedIsShownInEnglish() throws {
    #expect(
      try card(assessment(.danger, language: "es"))
        == "You deserve to be safe.\nTell staff. Call 911.\n¿Preguntas? Llame a The Kettle.")
    #expect(texts.supportLines(in: "fr", for: .remote) == "Feeling low? Call 988.")
  }

  @Test func aSignOfRiskAndNothingHaveNoCard() {
    #expect(texts.card(for: assessment(.support), setting: .kiosk, repeats: 0) == nil)
    #expect(texts.card(for: assessment(), setting: .kiosk, repeats: 0) == nil)
  }

  @Test func builtInTextsFillWhatIsMissing() throws {
    let texts = SafetyTexts(
      footer: nil, supportLines: nil, clinicLine: SafetyTexts.Localized(english: [.kiosk: "Us."]),
      cards: [.crisis: ["es": SafetyCard(openings: [], text: [.kiosk: "Hola."])]])
    #expect(texts.notice(for: .kiosk).text.hasPrefix("This is general information, not medical"))
    #expect(texts.notice(for: .remote).clinic == "Us.")
    let english = try #require(
      texts.card(for: assessment(.crisis), setting: .kiosk, repeats: 0))
    #expect(english.notice.text.hasPrefix("Thank you for telling me."))
    let spanish = try #require(
      texts.card(for: assessment(.crisis, language: "es"), setting: .kiosk, repeats: 0))
    #expect(spanish.notice.text == "Hola.\nUs.")
  }

  @Test func allTextsAreListedWithClassLanguageSettingAndTurn() {
    let names = texts.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in [
      "footer en kiosk", "footer en remote", "support es kiosk",
      "crisis en kiosk 1", "crisis en kiosk 2", "crisis es remote 1", "personal_advice en kiosk 1",
    ] {
      #expect(names.contains(name))
    }
  }
}
