import ContentLint
import TestSupport
import Testing

struct NearDuplicatesTests {
  @Test func findsWhatIsSpeltOtherwise() {
    let texts = [
      "how long does an infusion take", "what does it cost", "how long does a infusion take",
    ]
    let pairs = NearDuplicates(threshold: 0.8).pairs(among: texts)
    #expect(pairs.map(\.first) == [0])
    #expect(pairs.map(\.second) == [2])
  }

  @Test func likenessIsTheShareOfRunsInCommon() {
    // " ab", "abc", "bc " against " ab", "abd", "bd ".
    #expect(NearDuplicates.likeness(of: "abc", and: "abd") == 0.2)
    #expect(NearDuplicates.likeness(of: "abc", and: "abc") == 1)
    #expect(NearDuplicates.likeness(of: "abc", and: "xyz") == 0)
  }

  @Test(arguments: [0.3, 0.5, 0.8, 1])
  func thePairsAreThoseOfComparingEachWithEach(threshold: Double) {
    var generator = SeededGenerator(seed: 11)
    let texts = (0..<120).map { _ in
      String(
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          "aab ".randomElement(using: &generator) ?? "a"
        })
    }
    var expected: [[Int]] = []
    for first in texts.indices {
      for second in texts.indices
      where second > first
        && NearDuplicates.likeness(of: texts[first], and: texts[second]) >= threshold
      {
        expected.append([first, second])
      }
    }
    let pairs = NearDuplicates(threshold: threshold).pairs(among: texts)
    #expect(pairs.map { [$0.first, $0.second] } == expected)
  }
}
