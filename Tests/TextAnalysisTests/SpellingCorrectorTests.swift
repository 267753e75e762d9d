import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct SpellingCorrectorTests {
  private func correction(
    of word: String, among frequencies: [String: Int], minimumFrequency: Int = 3
  ) -> String? {
    let correction = SpellingCorrector(
      frequencies: frequencies, minimumFrequency: minimumFrequency
    ).correction(of: word)
    #expect(correction == nil || correction?.from == word)
    return correction?.to
  }

  private static let vocabulary = [
    "ketamine": 500, "depression": 300, "infusion": 120, "clinic": 80, "pain": 40, "help": 30,
    "fast": 20, "spravato": 9, "the": 900, "cat": 5, "rare": 2,
  ]

  @Test(arguments: vocabulary.keys.sorted())
  func leavesKnownWords(word: String) {
    #expect(correction(of: word, among: Self.vocabulary) == nil)
  }

  @Test(arguments: [
    // One edit of each kind.
    ("ketamin", "ketamine"), ("ketaminne", "ketamine"), ("kexamine", "ketamine"),
    ("ketmaine", "ketamine"),
    // Two edits in a word of eight letters.
    ("ketemin", "ketamine"), ("kettamin", "ketamine"), ("ketamineee", "ketamine"),
    ("depresion", "depression"), ("deppresion", "depression"), ("dpresison", "depression"),
    ("infushin", "infusion"), ("spravtoo", "spravato"),
    // Only one in a word of four to seven, unless it sounds the same.
    ("clinik", "clinic"), ("klinik", "clinic"), ("flinyc", nil), ("paim", "pain"), ("pian", "pain"),
    ("peen", nil),
    ("helpp", "help"),
    // Three slips, or three edits of which none changes the sound; no more.
    ("ketamineeee", "ketamine"), ("kehttaminei", "ketamine"), ("xxxamine", nil),
    ("ketamineeeee", "ketamine"), ("ketamineeeeee", nil),
    // Nothing near.
    ("insurance", nil),
  ])
  func mendsTypos(word: String, meant: String?) {
    #expect(correction(of: word, among: Self.vocabulary) == meant)
  }

  @Test(arguments: ["", "a", "ct", "cxt", "tge", "hep"])
  func leavesShortWords(word: String) {
    #expect(correction(of: word, among: Self.vocabulary) == nil)
  }

  @Test(arguments: [("unproven", "proven"), ("proven", "unproven"), ("disable", "able")])
  func leavesWhatSaysTheOpposite(word: String, other: String) {
    #expect(correction(of: word, among: [other: 500, "un": 500, "dis": 500]) == nil)
    #expect(correction(of: "x" + other, among: [other: 500]) == other)
  }

  @Test(arguments: [("cta", "cat"), ("teh", "the"), ("hte", "the")])
  func mendsLettersOfAShortWordThatChangedPlaces(word: String, meant: String) {
    #expect(correction(of: word, among: Self.vocabulary) == meant)
  }

  @Test func aShortTypoSeenBeforeIsMendedWhenTwoLettersChangedPlaces() {
    let frequencies = ["what": 900, "waht": 6, "wham": 6, "hat": 50, "tha": 3]
    #expect(correction(of: "waht", among: frequencies) == "what")
    #expect(correction(of: "wham", among: frequencies) == nil)
    #expect(correction(of: "tha", among: frequencies) == nil)
  }

  @Test func mendsAWordOfFourToOneOfThree() {
    #expect(correction(of: "catt", among: Self.vocabulary) == "cat")
  }

  @Test func offersNoWordOfTwo() {
    #expect(correction(of: "ofof", among: ["of": 900, "ofo": 2]) == nil)
  }

  @Test(arguments: ["ketamin3", "7ketamine", "1000"])
  func leavesWordsWithDigits(word: String) {
    #expect(correction(of: word, among: ["ketamine": 500, "1,000": 80, "10000": 10]) == nil)
  }

  @Test func offersNoRareWord() {
    #expect(correction(of: "rarre", among: Self.vocabulary) == nil)
    #expect(correction(of: "rarre", among: Self.vocabulary, minimumFrequency: 2) == "rare")
  }

  /// A step further away counts as much as ten times as common.
  @Test(arguments: [
    (["tonight": 30, "night": 299], "onight", "tonight"),
    (["tonight": 30, "night": 301], "onight", "night"),
    (["blink": 9, "drink": 80], "brink", "drink"), (["blink": 9, "drink": 91], "brink", "drink"),
  ])
  func likelinessWeighsHowCommonAWordIsAgainstHowFar(
    frequencies: [String: Int], word: String, meant: String
  ) {
    #expect(correction(of: word, among: frequencies) == meant)
  }

  private static let phrases = [
    "how": 300, "long": 200, "does": 150, "it": 400, "side": 50, "effects": 40, "his": 90,
    "try": 60, "history": 30, "rare": 2, "for": 500, "tea": 9, "spoon": 9,
  ]

  @Test(arguments: [
    ("howlong", "how long"), ("sideeffects", "side effects"), ("doesit", "does it"),
    ("forhow", "for how"), ("teaspoon", "tea spoon"),
    // A known word is likelier than two.
    ("histry", "history"),
    // Short ones stay, and those of which one part is rare or unknown.
    ("forit", nil), ("howrare", nil), ("howzebra", nil), ("along", "long"),
  ])
  func partsWordsThatWereRunTogether(word: String, meant: String?) {
    #expect(correction(of: word, among: Self.phrases) == meant)
  }

  @Test(
    arguments: [
      ("keta", "mine", 3, nil, true), ("ket", "amine", 500, nil, true),
      ("keta", "mine", 2, nil, false),
      // Too short a word, and too short a part.
      ("ca", "ts", 500, nil, false), ("k", "etamine", 500, nil, false),
      ("ketamin", "e", 500, nil, false), ("", "", 500, nil, false),
      // Two words are one that is far more common than both side by side.
      ("keta", "mine", 300, 2, true), ("keta", "mine", 299, 2, false),
      ("keta", "mine", 100, 0, true),
      ("keta", "mine", 99, 0, false),
    ] as [(String, String, Int, Int?, Bool)])
  func tellsAWordThatWasTornApart(
    first: String, second: String, frequency: Int, together: Int?, isOne: Bool
  ) {
    #expect(
      SpellingCorrector.isOneWord(
        first, second, frequency: frequency, together: together, minimumFrequency: 3) == isOne)
  }

  @Test func aWordSeenBeforeIsPartedWhenTheTwoAreFarMoreCommon() {
    let frequencies = ["how": 300, "long": 200, "howlong": 2]
    func correction(seenTogether count: Int) -> String? {
      SpellingCorrector(
        frequencies: frequencies, minimumFrequency: 3,
        pairFrequency: { $0 == "how" && $1 == "long" ? count : 0 }
      ).correction(of: "howlong")?.to
    }
    #expect(correction(seenTogether: 200) == "how long")
    #expect(correction(seenTogether: 199) == nil)
  }

  @Test(arguments: [
    (["pain": 5, "poin": 5], "pxin", "pain"),
    (["poin": 5, "pain": 5, "pein": 5], "pxin", "pain"),
  ])
  func amongEqualsTheFirstInTheAlphabetWins(
    frequencies: [String: Int], word: String, meant: String
  ) {
    #expect(correction(of: word, among: frequencies) == meant)
  }

  /// A typo that stands in the texts a few times is a typo still.
  @Test(arguments: [
    (["ketamine": 500, "ketamin": 5], "ketamin", "ketamine" as String?),
    (["ketamine": 499, "ketamin": 5], "ketamin", nil),
    // Five letters could well be another word.
    (["hours": 900, "hour": 1, "house": 1], "house", nil),
    (["clinic": 100, "clinik": 1], "clinik", "clinic"),
    // Two edits away is another word.
    (["depression": 900, "deppresion": 1], "deppresion", nil),
    // Of two common ones the likelier is meant.
    (["trials": 200, "trails": 1, "trains": 300], "trails", "trials"),
  ])
  func mendsARareNeighbourOfAFarMoreCommonWord(
    frequencies: [String: Int], word: String, meant: String?
  ) {
    #expect(correction(of: word, among: frequencies) == meant)
  }

  @Test func withoutAVocabularyNothingIsMended() {
    #expect(correction(of: "ketamine", among: [:]) == nil)
  }

  @Test(arguments: [
    ("can", "cant", true), ("can", "cna", true), ("can", "man", true), ("can", "an", true),
    ("can", "can", false), ("can", "mad", false), ("", "", false), ("", "a", true),
  ])
  func tellsOneEdit(word: String, other: String, isOne: Bool) {
    #expect(SpellingCorrector.isOneEdit(Array(word.utf8), from: Array(other.utf8)) == isOne)
  }

  /// Against all words one by one, in an alphabet so small that near and equally
  /// common words abound.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func agreesWithTheRulesSpelledOut(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var frequencies: [String: Int] = [:]
    for _ in 0..<25 {
      let word = random.text(of: ["a", "b", "c"], upTo: 9)
      frequencies[word] = [1, 2, 3, 3, 4, 300, 400].randomElement(using: &random)
    }
    let corrector = SpellingCorrector(frequencies: frequencies, minimumFrequency: 3)
    var words = frequencies.keys.sorted()
    for _ in 0..<15 { words.append(random.text(of: ["a", "b", "c"], upTo: 9)) }
    for word in words {
      try #require(
        corrector.correction(of: word)?.to == Self.naiveCorrection(of: word, among: frequencies),
        "\(word) among \(frequencies.sorted { $0.key < $1.key })")
    }
  }

  private static func naiveCorrection(of word: String, among frequencies: [String: Int]) -> String?
  {
    let bytes = Array(word.utf8)
    let limit = word.count < 3 ? 0 : word.count < 8 ? 3 : 6
    let own = frequencies[word]
    let key = PhoneticKey(bytes)
    var guesses = frequencies.compactMap {
      candidate, frequency -> (rarity: Double, word: String)? in
      guard candidate != word, limit > 0, candidate.count >= 3, frequency >= 3 else { return nil }
      let cost = NaiveEditDistance.between(bytes, Array(candidate.utf8), costs: .typing)
      let isHeard =
        own == nil && key.sounds.count >= 3 && PhoneticKey(Array(candidate.utf8)) == key
      let isSwapped = candidate.sorted() == word.sorted()
      let isTypo =
        if let own {
          cost <= 3 && (word.count >= 6 || isSwapped) && frequency >= 100 * own
        } else {
          word.count >= 4 || isSwapped
        }
      guard isTypo, cost <= (isHeard ? limit + 3 : limit) else { return nil }
      return (pow(10, Double(isHeard ? cost - 1 : cost)) / Double(frequency), candidate)
    }
    if own == nil, word.count >= 6 {
      let total = Double(frequencies.values.reduce(0, +))
      for place in 2...(word.count - 2) {
        let parts = [String(word.prefix(place)), String(word.dropFirst(place))]
        let counts = parts.map { Double(frequencies[$0] ?? 0) }
        if counts.allSatisfy({ $0 >= 9 }) {
          guesses.append((100 * total / counts[0] / counts[1], parts.joined(separator: " ")))
        }
      }
    }
    return guesses.min { $0.rarity != $1.rarity ? $0.rarity < $1.rarity : $0.word < $1.word }?.word
  }
}
