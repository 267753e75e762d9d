import TestSupport
import Testing

@testable import Retrieval

@Suite struct TopHitsTests {
  @Test(arguments: [
    (Hit(document: 5, score: 0.5), Hit(document: 1, score: 0.4), true),
    (Hit(document: 1, score: 0.4), Hit(document: 5, score: 0.5), false),
    (Hit(document: 1, score: 0.5), Hit(document: 5, score: 0.5), true),
    (Hit(document: 5, score: 0.5), Hit(document: 1, score: 0.5), false),
    (Hit(document: 1, score: 0.5), Hit(document: 1, score: 0.5), false),
  ])
  func higherScoreThenLowerNumberPrecedes(hit: Hit, other: Hit, precedes: Bool) {
    #expect(hit.precedes(other) == precedes)
  }

  @Test(arguments: [-1, 0])
  func roomForNoneHoldsNone(count: Int) {
    var top = TopHits(count: count)
    top.insert(Hit(document: 0, score: 1))
    #expect(top.hits == [])
  }

  /// Against sorting them all; few different scores, so that many are equal.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func keepsTheFirstOfTheSorted(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let hits = (0..<Int.random(in: 0...30, using: &random)).map { document in
      Hit(document: document, score: Double(Int.random(in: 1...6, using: &random)) / 4)
    }
    let sorted = hits.sorted { $0.precedes($1) }
    for count in [1, 2, 3, 10, 29, 30, 31, .max] {
      for order in [hits, hits.reversed(), hits.shuffled(using: &random)] {
        var top = TopHits(count: count)
        for hit in order { top.insert(hit) }
        #expect(top.hits == Array(sorted.prefix(count)))
      }
    }
  }
}
