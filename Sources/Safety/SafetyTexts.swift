/// Every safety text the program can show, numbers and names filled in.
package struct SafetyTexts: Sendable {
  /// A text in the languages and settings it exists in.
  package struct Localized: Sendable {
    /// The texts by language code; English is always there.
    package let byLanguage: [String: [Setting: String]]

    /// Creates a text; `english` is required, other languages are optional.
    package init(english: [Setting: String], others: [String: [Setting: String]] = [:]) {
      byLanguage = others.merging(["en": english]) { _, english in english }
    }

    func text(in language: String, for setting: Setting) -> String {
      let texts = byLanguage[language] ?? byLanguage["en"] ?? [:]
      return texts[setting] ?? texts.values.min() ?? ""
    }
  }

  /// The footer under every ordinary answer.
  private let footer: Localized
  /// The lines that come first when there may be a risk.
  private let supportLines: Localized
  /// How to reach the clinic, in a sentence.
  private let clinicLine: Localized
  /// The cards by class and language.
  private let cards: [SafetyClass: [String: SafetyCard]]

  /// Creates the texts; what is missing comes from ``BuiltInSafety``.
  package init(
    footer: Localized?, supportLines: Localized?, clinicLine: Localized?,
    cards: [SafetyClass: [String: SafetyCard]]
  ) {
    self.footer = footer ?? BuiltInSafety.footer
    self.supportLines = supportLines ?? BuiltInSafety.supportLines
    self.clinicLine = clinicLine ?? BuiltInSafety.clinicLine
    self.cards = BuiltInSafety.cards.merging(cards) { builtIn, given in
      builtIn.merging(given) { _, given in given }
    }
  }

  /// Returns the notice for an ordinary reply.
  package func notice(for setting: Setting) -> SafetyNotice {
    let clinic = clinicLine.text(in: "en", for: setting)
    return SafetyNotice(
      text: footer.text(in: "en", for: setting) + "\n" + clinic, clinic: clinic)
  }

  /// Returns the lines that come before an answer when there may be a risk.
  package func supportLines(in language: String, for setting: Setting) -> String {
    supportLines.text(in: language, for: setting)
  }

  /// Returns the notice that is the card of the gravest class found, with what
  /// the lower classes found add to it.
  ///
  /// - Parameter repeats: how often a card of this class was shown before.
  package func card(
    for assessment: Assessment, setting: Setting, repeats: Int
  ) -> (safetyClass: SafetyClass, notice: SafetyNotice)? {
    guard let safetyClass = assessment.carded,
      let card = card(safetyClass, in: assessment.language)
    else { return nil }
    var text = card.rendered(for: setting, repeats: repeats)
    for lower in SafetyClass.carded
    where lower > safetyClass && assessment.findings.contains(where: { $0.safetyClass == lower }) {
      if let addition = self.card(lower, in: assessment.language)?.addition,
        !text.contains(addition)
      {
        text += "\n" + addition
      }
    }
    let clinic = clinicLine.text(in: assessment.language, for: setting)
    return (safetyClass, SafetyNotice(text: text + "\n" + clinic, clinic: clinic))
  }

  private func card(_ safetyClass: SafetyClass, in language: String) -> SafetyCard? {
    cards[safetyClass]?[language] ?? cards[safetyClass]?["en"]
  }

  /// Every text that can be shown, with a name for messages about it.
  package var all: [(name: String, text: String)] {
    var all: [(String, String)] = []
    for setting in Setting.allCases {
      all.append(("footer en \(setting.rawValue)", notice(for: setting).text))
      for language in supportLines.byLanguage.keys.sorted() {
        let text = supportLines.text(in: language, for: setting)
        all.append(("support \(language) \(setting.rawValue)", text))
      }
    }
    for safetyClass in SafetyClass.carded {
      for (language, card) in (cards[safetyClass] ?? [:]).sorted(by: { $0.key < $1.key }) {
        for setting in Setting.allCases {
          for repeats in 0..<max(1, card.openings.count) {
            let clinic = clinicLine.text(in: language, for: setting)
            all.append(
              (
                "\(safetyClass.rawValue) \(language) \(setting.rawValue) \(repeats + 1)",
                card.rendered(for: setting, repeats: repeats) + "\n" + clinic
              ))
          }
        }
      }
    }
    return all
  }
}
