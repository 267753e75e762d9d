import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

/// What the clinic's own folder must hold.
struct ClinicContentTests {
  private let knowledge: Knowledge

  init() throws {
    knowledge = try RealKnowledge.load()
  }

  /// The texts outside the safety files that the program can show.
  private var shownTexts: [(name: String, text: String)] {
    knowledge.sections.flatMap { section in
      ([section.title] + section.paragraphs).map { ("section \(section.id)", $0) }
    }
      + knowledge.notCovered.flatMap { topic in
        [("topic \(topic.id)", topic.title), ("topic \(topic.id)", topic.says)]
      }
      + knowledge.smallTalk.map { ("small talk \($0.id)", $0.reply) }
      + knowledge.articles.map { ("article \($0.id)", $0.frontMatter.title) }
  }

  @Test func theArticleHasTheAgreedSectionsInOrder() {
    #expect(
      knowledge.sections.map(\.id) == [
        "benefits-of-ketamine", "understanding-depression", "prevalence-of-depression",
        "traditional-treatments", "science-behind-ketamine", "what-is-ketamine",
        "how-ketamine-works-on-the-brain", "process-of-ketamine-therapy", "immediate-effects",
        "long-term-benefits", "sustained-mood-improvement", "enhanced-cognitive-function",
        "conclusion", "spravato", "contact",
      ])
  }

  @Test func theTwoLongTermBenefitsStandBelowTheirParent() {
    let parents = ["sustained-mood-improvement", "enhanced-cognitive-function"].map {
      knowledge.section($0)?.parents
    }
    let parent = knowledge.section("long-term-benefits").map { [$0.title] }
    #expect(parents == [parent, parent])
  }

  @Test func everySectionHasManyPhrasings() {
    for section in knowledge.sections {
      let count = knowledge.phrasings.first { $0.target == section.id }?.phrasings.count ?? 0
      #expect(count >= 60, "\(section.id)")
    }
  }

  @Test func manyTopicsAreKnownNotToBeCovered() {
    #expect(knowledge.notCovered.count >= 25)
    for topic in knowledge.notCovered {
      let count = knowledge.phrasings.first { $0.target == topic.id }?.phrasings.count ?? 0
      #expect(count > 0, "\(topic.id)")
    }
  }

  @Test func everySectionReadsEasily() {
    for section in knowledge.sections {
      let grade = ReadingGrade.fleschKincaid(section.paragraphs.joined(separator: "\n"))
      #expect(grade <= 8, "\(section.id)")
    }
  }

  @Test func noTextNamesATelephoneNumber() {
    // Numbers to call come from safety/lines.yaml alone, where they are checked.
    let phone = /\b(\d{3}[-. )]+)?\d{3}[-. ]\d{4}\b|\b\d{7,}\b|\b(911|988|838255|741741)\b/
    for (name, text) in shownTexts {
      #expect(text.firstMatch(of: phone) == nil, "\(name)")
    }
  }

  @Test func noTextNamesADose() {
    let dose = /(?i)\b(\d+(\.\d+)?\s*)?(mg|mcg|ml|milligrams?|micrograms?|milliliters?)\b|mg\/kg/
    for (name, text) in shownTexts {
      #expect(text.firstMatch(of: dose) == nil, "\(name)")
    }
  }

  @Test func noTextPromisesOrPraises() {
    let praise = [
      "amazing", "astounding", "astonishing", "attractive", "best", "breakthrough", "cure", "cured",
      "cures", "effortless", "ensure", "ensures", "fantastic", "finest", "game-changer",
      "groundbreaking", "guarantee", "guaranteed", "guarantees", "incredible", "instant",
      "instantly", "life-changing", "magic", "miracle", "painless", "perfect", "permanent",
      "permanently", "promise", "promises", "remarkable", "revolutionary", "revolutionize",
      "risk-free", "superior", "unmatched", "unparalleled", "wonderful",
    ]
    for (name, text) in shownTexts {
      let words = Set(Tokenizer.words.tokens(in: text).map { $0.text.lowercased() })
        .union(text.lowercased().split(separator: " ").map(String.init))
      #expect(words.intersection(praise) == [], "\(name)")
    }
  }
}
