import TestSupport
import Testing

/// The inputs of the other tests are only worth something if they are what they
/// are said to be.
struct MessageGeneratorTests {
  private func lines(seed: UInt64, _ count: Int) -> [[UInt8]] {
    var generator = MessageGenerator(seed: seed, questions: ["what is tea", "té o café"])
    return (0..<count).map { _ in generator.next() }
  }

  @Test func theSameSeedGivesTheSameLines() {
    #expect(lines(seed: 1, 500) == lines(seed: 1, 500))
    #expect(lines(seed: 1, 500) != lines(seed: 2, 500))
  }

  @Test func everySortOfLineComes() {
    let lines = lines(seed: 1, 1_000)
    #expect(lines.allSatisfy { !$0.contains(0x0A) })
    #expect(lines.contains([]))
    #expect(lines.contains(Array("what is tea".utf8)))
    #expect(lines.contains { $0.count > 65_536 })
    #expect(lines.contains { $0.contains(0) })
    #expect(lines.contains { $0.contains(0x1B) })
    #expect(lines.contains { $0.first == UInt8(ascii: "{") })
    #expect(lines.contains { String(validating: $0, as: UTF8.self) == nil })
    #expect(
      lines.contains { String(decoding: $0, as: UTF8.self).contains("I want to kill myself") })
  }

  @Test func theGeneratorIsSplitMix64() {
    // The first numbers for seed 0, from the reference implementation.
    var random = SeededGenerator(seed: 0)
    #expect(
      (0..<3).map { _ in random.next() } == [
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F,
      ])
  }
}
