import Synchronization
import TextAnalysis

/// Finds the lines of a table faster once many have been looked up.
///
/// Who asks one question looks up a few hundred lines, and halving the text finds
/// them before a hash table of all lines could be made. For who asks many a hash
/// table is made; it is several times as fast and finds the same.
final class LineIndex: Sendable {
  let table: LineTable
  private let lineCount: Int
  private let state = Mutex(State())

  private struct State {
    var lookups = 0
    var slots: [UInt32]?
  }

  /// From this many look-ups on the hash table is worth its making.
  private static let worthwhile = 10_000

  /// Creates the index of a table of `lineCount` lines.
  init(_ table: LineTable, lineCount: Int) {
    self.table = table
    self.lineCount = lineCount
  }

  /// Returns what finds the next `count` lines.
  ///
  /// The hash table is made in the midst of one question, which then takes some
  /// milliseconds more: a thread for it would not outlive a fork.
  func finder(for count: Int) -> Finder {
    let slots = state.withLock { state in
      state.lookups += count
      if state.slots == nil, state.lookups > Self.worthwhile { state.slots = makeSlots() }
      return state.slots
    }
    return Finder(table: table, slots: slots)
  }

  /// Finds lines by their first fields.
  struct Finder {
    fileprivate let table: LineTable
    /// One more than the place of each line, 0 for an empty slot; `nil` to find
    /// lines without them. The number of slots is a power of two, at least twice
    /// that of the lines.
    fileprivate let slots: [UInt32]?

    /// Returns where the line begins whose first field stands at `range` of `text`.
    ///
    /// - Parameter hash: that of the field.
    func line(_ range: Range<Int>, in text: [UInt8], hash: UInt64) -> Int? {
      guard let slots else { return table.line(range, in: text) }
      let mask = slots.count - 1
      var slot = NameHash.slot(of: hash, mask: mask)
      while slots[slot] != 0 {
        let line = Int(slots[slot]) - 1
        if table.isField(at: line, equalTo: range, in: text) { return line }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  private func makeSlots() -> [UInt32] {
    var size = 2
    while size < 2 * lineCount { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    let mask = size - 1
    table.forEachLine { line in
      let hash = NameHash.hash(table.field(ofLine: line), in: table.bytes)
      var slot = NameHash.slot(of: hash, mask: mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(line + 1)
    }
    return slots
  }
}
