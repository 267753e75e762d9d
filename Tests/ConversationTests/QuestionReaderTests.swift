import KnowledgeBase
import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Conversation

struct QuestionReaderTests {
  private let reader: QuestionReader

  init() throws {
    let files = KnowledgeFiles([
      "lexicon.yaml": """
      synonyms:
        - {say: cold brew, means: [keeping water], weight: 0.5}
        - {say: brew, means: [leaves], weight: 0.8}
        - {say: brew strong tea, means: [rain]}
      protected: [oolong, watter]
      stop_words: [the, hat, of]
      """
    ])
    reader = SubjectIndex(try files.knowledge()).reader
  }

  @Test func aMisspelledWordIsReadAsTheKnownOne() {
    let reading = reader.read("Leavs in hot wate, leavs")
    #expect(
      reading.corrections == [
        Reply.Correction(from: "leavs", to: "leaves"), Reply.Correction(from: "wate", to: "water"),
      ])
    #expect(reading.contentWords.map(\.word) == ["leaves", "in", "hot", "water", "leaves"])
  }

  @Test func wordsTornApartAreReadAsOne() {
    let reading = reader.read("hot lea ves, oo long? the tea")
    #expect(
      reading.corrections == [
        Reply.Correction(from: "lea ves", to: "leaves"),
        Reply.Correction(from: "oo long", to: "oolong"),
      ])
    #expect(reading.words.map(\.text) == ["hot", "leaves", "oolong", "the", "tea"])
    #expect(reading.words.map(\.isAsked) == [false, false, true, false, false])
    // Marks stand between them.
    #expect(reader.read("lea, ves").words.map(\.text) == ["lea", "ves"])
  }

  @Test(arguments: ["watter", "oolong", "oolon", "tea", "te", "hat", "zebra"])
  func protectedKnownShortAndStrangeWordsStay(_ word: String) {
    let corrections = reader.read(word).corrections
    #expect(corrections == (word == "oolon" ? [Reply.Correction(from: word, to: "oolong")] : []))
  }

  @Test func stopWordsAreLookedUpButCarryNoTopic() {
    let reading = reader.read("the leaves of tea")
    #expect(reading.contentWords.map(\.word) == ["leaves", "tea"])
    #expect(reading.query.frequencies.map(\.term) == ["the", "leav", "of", "tea"])
  }

  @Test func theLongestSynonymIsTaken() {
    #expect(reader.read("brew strong tea").expansions.map(\.say) == ["brew strong tea"])
    #expect(reader.read("cold brew").expansions.map(\.say) == ["cold brew"])
    #expect(
      reader.read("brew cold brewed").expansions == [
        QuestionReading.Expansion(say: "brew", means: ["leaves"], weight: 0.8),
        QuestionReading.Expansion(say: "cold brew", means: ["keeping water"], weight: 0.5),
      ])
  }

  @Test func whatASynonymMeansCountsWithItsWeight() {
    let reading = reader.read("cold brew")
    #expect(reading.query.frequencies.map(\.term) == ["cold", "brew", "keep", "water"])
    #expect(reading.query.frequencies.map(\.frequency) == [1, 1, 0.5, 0.5])
    #expect(
      reading.contentWords == [
        QuestionReading.ContentWord(word: "cold", terms: ["cold", "keep", "water"]),
        QuestionReading.ContentWord(word: "brew", terms: ["brew", "keep", "water"]),
      ])
  }

  @Test(arguments: ["", "?!", "   "])
  func nothingReadIsAnEmptyQuery(_ text: String) {
    let reading = reader.read(text)
    #expect(reading.query.frequencies.isEmpty)
    #expect(reading.contentWords == [])
  }
}
