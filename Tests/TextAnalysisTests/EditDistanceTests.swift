import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
    ("abc", "xabc", 1), ("abcd", "abdc", 1), ("abcd", "badc", 2), ("kitten", "sitting", 3),
    ("ketamine", "ketmaine", 1), ("ketamine", "kettamin", 2),
    // No part is edited twice, unlike in the unrestricted distance, which is 2.
    ("ca", "abc", 3),
    // Bytes of UTF-8, not letters.
    ("e", "é", 2),
  ])
  func countsEdits(a: String, b: String, distance: Int) {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    #expect(EditDistance.between(a, b, atMost: 10) == distance)
    #expect(EditDistance.between(b, a, atMost: 10) == distance)
    #expect(EditDistance.between(a, b, atMost: distance) == distance)
    #expect(EditDistance.between(a, b, atMost: distance - 1) == nil)
  }

  @Test(arguments: [
    // A letter left out, swapped, doubled, beside the right one, one vowel for another.
    ("ketamne", "ketamine", 2), ("ketmaine", "ketamine", 2), ("kettamine", "ketamine", 2),
    ("ketamime", "ketamine", 2), ("ketemine", "ketamine", 2), ("kwtamine", "ketamine", 2),
    // Any other letter too many, or for another.
    ("ketxamine", "ketamine", 3), ("kexamine", "ketamine", 3),
    // Two of each.
    ("ketamn", "ketamine", 4), ("xxetamine", "ketamine", 5), ("", "ab", 4), ("ab", "", 6),
  ])
  func slipsOfTheFingersCountLess(typed: String, meant: String, cost: Int) {
    #expect(
      EditDistance.between(Array(typed.utf8), Array(meant.utf8), atMost: 9, costs: .typing) == cost)
  }

  @Test(arguments: [
    ("q", "w", true), ("g", "h", true), ("g", "t", true), ("g", "y", true), ("g", "v", true),
    ("g", "b", true), ("p", "o", true), ("m", "k", true), ("g", "r", false), ("g", "n", false),
    ("a", "l", false), ("g", "g", false), ("p", "q", false), ("a", "!", false), ("é", "e", false),
  ])
  func keysSideBySide(a: String, b: String, areNeighbours: Bool) throws {
    let (a, b) = (try #require(a.utf8.first), try #require(b.utf8.first))
    #expect(Keyboard.areNeighbours(a, b) == areNeighbours)
    #expect(Keyboard.areNeighbours(b, a) == areNeighbours)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func agreesWithTheDefinition(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let a = Array(random.text(of: ["a", "b", "c"], upTo: 8).utf8)
      let b = Array(random.text(of: ["a", "b", "c"], upTo: 8).utf8)
      for costs in [EditDistance.Costs.equal, .typing] {
        let distance = NaiveEditDistance.between(a, b, costs: costs)
        for limit in 0...20 {
          try #require(
            EditDistance.between(a, b, atMost: limit, costs: costs)
              == (distance <= limit ? distance : nil),
            "\(String(decoding: a, as: UTF8.self)) \(String(decoding: b, as: UTF8.self))")
        }
      }
      let isOne = NaiveEditDistance.between(a, b) == 1
      try #require(SpellingCorrector.isOneEdit(a, from: b) == isOne)
    }
  }
}
