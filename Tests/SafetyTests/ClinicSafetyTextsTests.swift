import TestSupport
import Testing
import TextAnalysis

@testable import KnowledgeBase
@testable import Safety

/// The safety texts that patients see: the clinic's and the built-in ones.
struct ClinicSafetyTextsTests {
  private let clinic: SafetyContent

  init() throws {
    clinic = try RealKnowledge.load().safety
  }

  /// Every text of both sets with its name.
  private var allTexts: [(name: String, text: String)] {
    clinic.texts.all + BuiltInSafety.texts.all.map { ("built-in " + $0.name, $0.text) }
  }

  /// Every card, alone and with the lines of all classes below it, as shown.
  private var cards: [(name: String, text: String, language: String)] {
    var cards: [(String, String, String)] = []
    for (source, texts) in [("clinic", clinic.texts), ("built-in", BuiltInSafety.texts)] {
      for language in source == "clinic" ? ["en", "es"] : ["en"] {
        for number in SafetyClass.carded.indices {
          let below = SafetyClass.carded[number...]
          for classes in [below.prefix(1), below] {
            let assessment = Assessment(
              findings: classes.map {
                Assessment.Finding(
                  safetyClass: $0, rule: "", means: "", language: language, words: [])
              })
            for setting in Setting.allCases {
              for repeats in 0..<3 {
                let card = texts.card(for: assessment, setting: setting, repeats: repeats)
                let name = "\(source) \(language) \(setting) \(classes.map(\.rawValue)) \(repeats)"
                cards.append((name, card?.notice.text ?? "", language))
              }
            }
          }
        }
      }
    }
    return cards
  }

  @Test func everyTextFitsOneScreen() {
    let footers = Setting.allCases.flatMap { setting in
      [("clinic footer", clinic.texts), ("built-in footer", BuiltInSafety.texts)].map {
        ("\($0) \(setting)", $1.notice(for: setting).text)
      }
    }
    for (name, text) in cards.map({ ($0.name, $0.text) }) + footers + allTexts.map({ $0 }) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 20, "\(name)")
      #expect(lines.map(\.count).max() ?? 0 <= 78, "\(name)")
      #expect(lines.allSatisfy { !$0.isEmpty }, "\(name)")
    }
  }

  @Test func everyEnglishTextReadsVeryEasily() {
    for (name, text, language) in cards where language == "en" {
      #expect(ReadingGrade.fleschKincaid(text) <= 6, "\(name)")
    }
    for setting in Setting.allCases {
      for texts in [clinic.texts, BuiltInSafety.texts] {
        for text in [
          texts.notice(for: setting).text, texts.supportLines(in: "en", for: setting),
        ] {
          #expect(ReadingGrade.fleschKincaid(text) <= 6, "\(text)")
        }
      }
    }
  }

  @Test(arguments: SafetyClass.carded)
  func everyCardHasItsRequiredPartsInOrder(_ safetyClass: SafetyClass) {
    var checked = 0
    for (name, text) in allTexts {
      // A name is "[built-in] class language setting number".
      let parts = name.replacing("built-in ", with: "").split(separator: " ").map(String.init)
      guard parts[0] == safetyClass.rawValue, let setting = Setting(rawValue: parts[2]) else {
        continue
      }
      let required = SafetyTextRules.required(of: safetyClass, in: parts[1], for: setting)
      #expect(SafetyTextRules.firstMissing(of: required, in: text) == nil, "\(name)")
      checked += 1
    }
    // Two settings in English, twice, and in Spanish once.
    #expect(checked >= 6)
  }

  @Test func theFooterHasItsRequiredParts() {
    for texts in [clinic.texts, BuiltInSafety.texts] {
      for setting in Setting.allCases {
        let required = SafetyTextRules.requiredOfFooter(for: setting)
        let text = texts.notice(for: setting).text
        #expect(SafetyTextRules.firstMissing(of: required, in: text) == nil, "\(setting)")
      }
    }
  }

  @Test(arguments: ["en", "es"])
  func theSupportLinesNameStaffAndLifeline(_ language: String) {
    for texts in [clinic.texts, BuiltInSafety.texts] {
      let staff = language == "en" ? "tell staff" : "avise al personal"
      #expect(texts.supportLines(in: language, for: .kiosk).contains(staff))
      for setting in Setting.allCases {
        #expect(texts.supportLines(in: language, for: setting).contains("988"))
      }
      #expect(texts.supportLines(in: language, for: .remote).contains("911"))
    }
  }

  @Test func awayFromTheClinicNoStaffIsPromised() {
    for (name, text) in allTexts where name.contains(" remote") {
      for words in ["ell staff", "staff member", "n the clinic", "l personal ", "n la clínica"] {
        #expect(!text.contains(words), "\(name)")
      }
    }
  }

  @Test func everyCardAndNoticeNamesTheClinic() {
    for (name, text, _) in cards where name.hasPrefix("clinic") {
      #expect(text.contains("865 Wellness+Ketamine"), "\(name)")
    }
    for (name, text, _) in cards where name.hasPrefix("built-in") {
      #expect(text.contains("the clinic"), "\(name)")
    }
    for setting in Setting.allCases {
      #expect(clinic.texts.notice(for: setting).text.contains("865 Wellness+Ketamine"))
      #expect(BuiltInSafety.texts.notice(for: setting).text.contains("the clinic"))
    }
  }

  @Test func noTextNamesAMethod() {
    for (name, text) in cards.map({ ($0.name, $0.text) }) + allTexts {
      #expect(
        SafetyTextRules.words(of: text).intersection(SafetyTextRules.methodWords) == [], "\(name)")
    }
  }

  @Test func noTextBlamesOrPromises() {
    for (name, text) in cards.map({ ($0.name, $0.text) }) + allTexts {
      let lower = text.lowercased()
      let found = SafetyTextRules.forbiddenPhrases.filter(lower.contains)
      #expect(found == [], "\(name)")
    }
  }

  @Test func everyNumberStandsInTheListOfHelpLines() {
    let known = Set(clinic.lines.map(\.number))
    for (name, text) in cards.map({ ($0.name, $0.text) }) + allTexts {
      #expect(SafetyTextRules.numbers(in: text).subtracting(known) == [], "\(name)")
    }
  }

  @Test func everyHelpLineSaysWhereItComesFrom() {
    for line in clinic.lines {
      #expect(!line.name.isEmpty && line.source.count >= 10, "\(line.id)")
    }
    #expect(Set(clinic.lines.map(\.number)).isSuperset(of: ["911", "988", "1-800-662-4357"]))
  }

  @Test func repeatedCardsOpenAnotherWay() {
    for safetyClass in SafetyClass.carded {
      let openings = [0, 1].map { repeats in
        clinic.texts.all.first { $0.name == "\(safetyClass.rawValue) en kiosk \(repeats + 1)" }?
          .text.prefix { $0 != "\n" }
      }
      #expect(
        openings[0] != nil && openings[1] != nil && openings[0] != openings[1], "\(safetyClass)")
    }
  }
}
