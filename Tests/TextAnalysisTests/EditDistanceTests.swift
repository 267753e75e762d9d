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

  @Test(arguments: 0..<50 as Range<UInt64>)
  func agreesWithTheDefinition(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let a = Array(random.text(of: ["a", "b", "c"], upTo: 8).utf8)
      let b = Array(random.text(of: ["a", "b", "c"], upTo: 8).utf8)
      let distance = NaiveEditDistance.between(a, b)
      for limit in 0...9 {
        try #require(
          EditDistance.between(a, b, atMost: limit) == (distance <= limit ? distance : nil),
          "\(String(decoding: a, as: UTF8.self)) \(String(decoding: b, as: UTF8.self))")
      }
      try #require(SpellingCorrector.isOneEdit(a, from: b) == (distance == 1))
    }
  }
}
