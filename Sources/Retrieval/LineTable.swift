import Glibc

/// The lines of a text, found by their first field.
///
/// A hash table of the places where lines begin, over the text's own bytes:
/// a hundred thousand lines are ready in a few milliseconds, and what a line
/// says is read when it is asked for.
struct LineTable: Sendable {
  let bytes: [UInt8]
  private let start: Int
  /// One more than the place of each line; 0 for an empty slot. The size is a
  /// power of two, at least twice the number of lines.
  private var slots: [UInt32]
  /// How many lines were added.
  private(set) var count = 0

  private static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")

  /// Creates the table of the lines that begin at or behind `start`.
  init(_ bytes: [UInt8], from start: Int, lineCount: Int) {
    self.bytes = bytes
    self.start = start
    var size = 2
    while size < 2 * lineCount { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    let mask = size - 1
    var place = start
    while place < bytes.count, count < lineCount {
      var hash = Self.basis
      var end = place
      while end < bytes.count, bytes[end] != Self.tab, bytes[end] != Self.newline {
        hash = Self.step(hash, bytes[end])
        end += 1
      }
      var slot = Self.slot(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(place + 1)
      count += 1
      place = Self.endOfLine(from: end, in: bytes) + 1
    }
    // What is left over makes the count differ from what was expected.
    if place < bytes.count { count += 1 }
  }

  /// Returns where the newline at or behind `place` stands, or the text's end. Most
  /// of a text's bytes are passed over here.
  private static func endOfLine(from place: Int, in bytes: [UInt8]) -> Int {
    guard place < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress.map { unsafe $0 + place }
      guard let start = unsafe start,
        let found = unsafe memchr(start, Int32(Self.newline), buffer.count - place)
      else { return buffer.count }
      return unsafe place + (UnsafeRawPointer(found) - start)
    }
  }

  /// Returns where the line begins whose first field stands at `range` of `text`.
  func line(_ range: Range<Int>, in text: [UInt8]) -> Int? {
    let mask = slots.count - 1
    var slot = Self.slot(Self.hash(range, in: text)) & mask
    while slots[slot] != 0 {
      let line = Int(slots[slot]) - 1
      if isField(at: line, equalTo: range, in: text) { return line }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Calls `body` with the place of each line, in the order of the text.
  func forEachLine(_ body: (Int) -> Void) {
    var place = start
    while place < bytes.count {
      body(place)
      while place < bytes.count, bytes[place] != Self.newline { place += 1 }
      place += 1
    }
  }

  /// Returns the first field of the line at `line`.
  func name(ofLine line: Int) -> String {
    var end = line
    while end < bytes.count, bytes[end] != Self.tab { end += 1 }
    return String(decoding: bytes[line..<end], as: UTF8.self)
  }

  /// A whole number behind the first field of a line, and the number before its
  /// colon: `7`, or `3:7` with 3 for its place.
  struct Field: Equatable {
    var place: Int?
    var value: Int
  }

  /// Reads the fields of a line behind the first one by one.
  struct Fields {
    let bytes: [UInt8]
    var place: Int

    mutating func next() -> Field? {
      guard place < bytes.count, bytes[place] == LineTable.tab else { return nil }
      place += 1
      let value = number()
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
        skip()
        return Field(place: nil, value: value)
      }
      place += 1
      let field = Field(place: value, value: number())
      skip()
      return field
    }

    private mutating func number() -> Int {
      let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
      if isNegative { place += 1 }
      var value = 0
      while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
        // A number too large to be meant is cut, never trapped on.
        value = min(value, 99_999_999) * 10 + Int(bytes[place] - UInt8(ascii: "0"))
        place += 1
      }
      return isNegative ? -value : value
    }

    /// Goes past what is no number, to the field's end.
    private mutating func skip() {
      while place < bytes.count, bytes[place] != LineTable.tab, bytes[place] != LineTable.newline {
        place += 1
      }
    }
  }

  /// Returns the fields behind the first of the line at `line`.
  func fields(ofLine line: Int) -> Fields {
    var place = line
    while place < bytes.count, bytes[place] != Self.tab { place += 1 }
    return Fields(bytes: bytes, place: place)
  }

  private func isField(at line: Int, equalTo range: Range<Int>, in text: [UInt8]) -> Bool {
    let end = line + range.count
    guard end < bytes.count, bytes[end] == Self.tab else { return false }
    for offset in 0..<range.count
    where bytes[line + offset] != text[range.lowerBound + offset] { return false }
    return true
  }

  /// Returns the hash, FNV-1a, by which a name is looked up.
  static func hash(_ range: Range<Int>, in text: [UInt8]) -> UInt64 {
    var hash = basis
    for place in range { hash = step(hash, text[place]) }
    return hash
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}
