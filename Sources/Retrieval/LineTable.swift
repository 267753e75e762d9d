/// The lines of a text in the order of their first fields, found by them.
///
/// A line is found by halving the text, so that a text of any length is ready at
/// once; what a line says is read when it is asked for.
struct LineTable: Sendable {
  let bytes: [UInt8]
  /// Where the first line begins.
  let start: Int

  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")

  /// Creates the table of the lines that begin at or behind `start`.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// Returns where the line begins whose first field stands at `range` of `text`.
  func line(_ range: Range<Int>, in text: [UInt8]) -> Int? {
    let line = firstLine(from: range, in: text)
    return isField(at: line, equalTo: range, in: text) ? line : nil
  }

  /// Calls `body` with the place of each line whose first field begins with
  /// `prefix`, in the order of the text.
  func forEachLine(withPrefix prefix: [UInt8] = [], _ body: (Int) -> Void) {
    var line = firstLine(from: prefix.indices, in: prefix)
    while line < bytes.count, bytes[line...].starts(with: prefix) {
      body(line)
      line = endOfLine(line) + 1
    }
  }

  /// Returns where the first line begins whose first field does not come before
  /// the name at `range` of `text`; the text's end when all do.
  private func firstLine(from range: Range<Int>, in text: [UInt8]) -> Int {
    var low = start
    var high = bytes.count
    while low < high {
      var line = low + (high - low) / 2
      while line > low, bytes[line - 1] != Self.newline { line -= 1 }
      if isField(at: line, before: range, in: text) {
        low = endOfLine(line) + 1
      } else {
        high = line
      }
    }
    return min(low, bytes.count)
  }

  private func isField(at line: Int, before range: Range<Int>, in text: [UInt8]) -> Bool {
    var place = line
    for letter in range {
      guard place < bytes.count, bytes[place] != Self.tab, bytes[place] != Self.newline else {
        return true
      }
      if bytes[place] != text[letter] { return bytes[place] < text[letter] }
      place += 1
    }
    return false
  }

  /// Whether the first field of the line at `line` stands at `range` of `text`.
  func isField(at line: Int, equalTo range: Range<Int>, in text: [UInt8]) -> Bool {
    let end = line + range.count
    guard end < bytes.count, bytes[end] == Self.tab else { return false }
    for offset in 0..<range.count
    where bytes[line + offset] != text[range.lowerBound + offset] { return false }
    return true
  }

  /// Returns where the newline at or behind `place` stands, or the text's end.
  private func endOfLine(_ place: Int) -> Int {
    var end = place
    while end < bytes.count, bytes[end] != Self.newline { end += 1 }
    return end
  }

  /// Returns the first field of the line at `line`.
  func name(ofLine line: Int) -> String {
    String(decoding: bytes[field(ofLine: line)], as: UTF8.self)
  }

  /// Returns where the first field of the line at `line` stands.
  func field(ofLine line: Int) -> Range<Int> {
    var end = line
    while end < bytes.count, bytes[end] != Self.tab, bytes[end] != Self.newline { end += 1 }
    return line..<end
  }
}

// MARK: - Fields

extension LineTable {
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
}
