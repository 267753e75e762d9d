/// Numbers for words, given in the order in which the words first come.
///
/// A hash table over the bytes of words: looking a word up needs no string and
/// no allocation. Reading thousands of phrasings at every start is mostly
/// looking up words that were seen before, and this is several times as fast as
/// a dictionary of strings.
package struct WordTable: Sendable {
  /// All words' bytes, one after the other.
  private var bytes: [UInt8] = []
  /// Where each word's bytes end.
  private var ends: [Int] = []
  /// The number of the word in each slot plus one; 0 for an empty slot. The
  /// size is a power of two, at least twice the number of words.
  private var slots: [UInt32]

  /// Creates an empty table with room for `size` / 2 words before it grows;
  /// `size` is a power of two, or 0 for a table that is never used.
  package init(size: Int = 1024) {
    slots = [UInt32](repeating: 0, count: size)
  }

  /// The number of words.
  package var count: Int { ends.count }

  /// Returns the number of the word that stands at `range` of `text`, giving it
  /// one when it is new.
  package mutating func number(of range: Range<Int>, in text: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = NameHash.slot(of: NameHash.hash(range, in: text), mask: mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isWord(number, equalTo: range, in: text) { return number }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: text[range])
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    if 2 * ends.count > slots.count { grow() }
    return ends.count - 1
  }

  /// Returns the number of `word`, or `nil` when it has none.
  package func find(_ word: String) -> Int? {
    let text = Array(word.utf8)
    return find(text.indices, in: text)
  }

  /// Returns the number of the word that stands at `range` of `text`, or `nil`
  /// when it has none.
  package func find(_ range: Range<Int>, in text: [UInt8]) -> Int? {
    let mask = slots.count - 1
    var slot = NameHash.slot(of: NameHash.hash(range, in: text), mask: mask)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isWord(number, equalTo: range, in: text) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Returns the bytes of the word with a number.
  package func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  private func isWord(_ number: Int, equalTo range: Range<Int>, in text: [UInt8]) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == range.count else { return false }
    for offset in 0..<range.count
    where bytes[start + offset] != text[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    let mask = slots.count - 1
    var start = 0
    for (number, end) in ends.enumerated() {
      var slot = NameHash.slot(of: NameHash.hash(start..<end, in: bytes), mask: mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
      start = end
    }
  }
}
