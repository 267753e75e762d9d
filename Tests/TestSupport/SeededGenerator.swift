/// Random numbers that come again with the same seed, so that a failure on a
/// generated input can be repeated.
///
/// SplitMix64. Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal numbers.
  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededGenerator {
  /// Returns one of `values`, which must not be empty.
  package mutating func pick<Values: RandomAccessCollection>(_ values: Values) -> Values.Element {
    values[
      values.index(values.startIndex, offsetBy: Int.random(in: 0..<values.count, using: &self))]
  }
}
