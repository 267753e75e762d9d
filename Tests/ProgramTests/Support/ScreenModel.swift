/// A terminal's screen and the lines above it, as the bytes written to it leave
/// them: the part of ECMA-48 that the program and readline use.
///
/// What it does not know is collected in ``unknown``, so that no test passes by
/// looking away.
struct ScreenModel {
  let columns: Int
  let rows: Int
  /// The lines of the screen, a letter each place.
  private(set) var cells: [[Character]]
  /// The lines that left the screen at its top.
  private(set) var scrollback: [[Character]] = []
  /// Escape sequences that are not known.
  private(set) var unknown: Set<String> = []
  private var row = 0
  private var column = 0
  /// A letter in the last column leaves the cursor there until the next one.
  private var wrapsNext = false

  private static let blank: Character = " "

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Self.blank, count: columns), count: rows)
  }

  /// The screen's lines without the spaces at their ends.
  var text: String { Self.text(cells) }
  /// All lines that can still be seen, by scrolling back too.
  var everything: String { Self.text(scrollback + cells) }

  private static func text(_ lines: [[Character]]) -> String {
    lines.map { line in
      String(line[..<((line.lastIndex { $0 != blank } ?? -1) + 1)])
    }.joined(separator: "\n")
  }

  /// Writes bytes to the terminal.
  mutating func write(_ bytes: some Sequence<UInt8>) {
    var rest = Substring(String(decoding: Array(bytes), as: UTF8.self)).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": obey(&rest)
      case "\r": move(column: 0)
      case "\n": feed()
      case "\u{08}": move(column: column - 1)
      case "\u{07}": break
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.canonicalCombiningClass != .notReordered, column > 0 {
      cells[row][column - 1] = Character(String(cells[row][column - 1]) + String(scalar))
      return
    }
    if wrapsNext {
      move(column: 0)
      feed()
    }
    cells[row][column] = Character(scalar)
    if column == columns - 1 { wrapsNext = true } else { column += 1 }
  }

  private mutating func feed() {
    wrapsNext = false
    if row < rows - 1 {
      row += 1
    } else {
      scrollback.append(cells.removeFirst())
      cells.append(Array(repeating: Self.blank, count: columns))
    }
  }

  private mutating func move(column: Int) {
    self.column = min(max(0, column), columns - 1)
    wrapsNext = false
  }

  private mutating func move(row: Int) {
    self.row = min(max(0, row), rows - 1)
    wrapsNext = false
  }

  /// Reads a sequence behind ESC and does what it says.
  private mutating func obey(_ rest: inout Substring.UnicodeScalarView) {
    guard rest.first == "[" else {
      unknown.insert("ESC \(rest.popFirst().map(String.init) ?? "")")
      return
    }
    rest.removeFirst()
    var parameters = ""
    while let next = rest.popFirst() {
      guard ("@"..."~").contains(next) else {
        parameters.unicodeScalars.append(next)
        continue
      }
      control(Character(next), parameters)
      return
    }
  }

  private mutating func control(_ name: Character, _ parameters: String) {
    let number = Int(parameters)
    let count = max(1, number ?? 1)
    switch name {
    case "A": move(row: row - count)
    case "B": move(row: row + count)
    case "C": move(column: column + count)
    case "D": move(column: column - count)
    case "H" where parameters.isEmpty:
      move(row: 0)
      move(column: 0)
    case "J": erase(number ?? 0)
    case "K" where number ?? 0 == 0: blank(row, from: column)
    case "@":
      cells[row].insert(
        contentsOf: Array(repeating: Self.blank, count: min(count, columns - column)), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "P":
      let gone = min(count, columns - column)
      cells[row].removeSubrange(column..<(column + gone))
      cells[row] += Array(repeating: Self.blank, count: gone)
    case "m": break
    case "h" where parameters.hasPrefix("?"), "l" where parameters.hasPrefix("?"): break
    default: unknown.insert("ESC [\(parameters)\(name)")
    }
  }

  private mutating func erase(_ part: Int) {
    switch part {
    case 0:
      blank(row, from: column)
      for below in (row + 1)..<max(rows, row + 1) { blank(below, from: 0) }
    case 2: for each in 0..<rows { blank(each, from: 0) }
    case 3: scrollback = []
    default: unknown.insert("ESC [\(part)J")
    }
  }

  private mutating func blank(_ row: Int, from column: Int) {
    for place in column..<columns { cells[row][place] = Self.blank }
  }
}
