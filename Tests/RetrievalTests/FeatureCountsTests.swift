import TestSupport
import Testing

@testable import Retrieval

struct FeatureCountsTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func countsEachHashInTheOrderOfFirstSight(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Hashes that share all low bits must be told apart too.
    let hashes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      [1, 5, 1 << 40, 1 << 41, UInt64.random(in: 0...30, using: &random)]
        .randomElement(using: &random) ?? 0
    }
    var counts = FeatureCounts(capacity: hashes.count)
    for (place, hash) in hashes.enumerated() { counts.count(hash, at: place..<place + 1) }
    var order: [UInt64] = []
    for hash in hashes where !order.contains(hash) { order.append(hash) }
    #expect(counts.features.map(\.hash) == order)
    #expect(counts.features.map(\.count) == order.map { hash in hashes.count { $0 == hash } })
    #expect(
      counts.features.map(\.range.lowerBound) == order.map { hashes.firstIndex(of: $0) ?? -1 })
  }
}
