/// The hash by which words and features are found in tables: FNV-1a, of 64 bits.
///
/// Not proof against chosen collisions, which only slow down the one who chooses them: a
/// message is bounded, and no table keeps anything of it.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm",
/// IETF draft, with its offset basis and prime.
package enum NameHash {
  /// Returns the hash of the bytes at `range` of `text`.
  @inlinable
  package static func hash(_ range: Range<Int>, in text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Returns where a table looks first for what has a hash.
  ///
  /// - Parameter mask: one less than the size of the table, which is a power of two.
  @inlinable
  package static func slot(of hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
  }
}
