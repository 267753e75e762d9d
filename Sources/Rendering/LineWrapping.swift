/// Breaks text into lines that fit a terminal.
package enum LineWrapping {
  /// The widest lines that are comfortable to read.
  package static let widest = 80
  /// The width where none is known.
  package static let standard = 78
  /// The widest lines in large print.
  package static let large = 40
  /// The narrowest width that is honoured; in less, no word fits.
  package static let narrowest = 20

  /// Returns `text` with every line at most `width` columns wide where its words
  /// allow; lists and numbered lines hang under their first word.
  package static func wrap(_ text: String, width: Int) -> String {
    let width = max(narrowest, width)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine($0, width: width) }
      .joined(separator: "\n")
  }

  private static func wrapLine(_ line: Substring, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [String(line)] }
    let indent = String(repeating: " ", count: hangingIndent(of: line))
    var lines: [String] = []
    var current = ""
    var columns = 0
    for word in line.split(separator: " ") {
      let wide = DisplayWidth.of(word)
      if columns > 0, columns + 1 + wide > width {
        lines.append(current)
        current = indent
        columns = indent.count
      } else if !current.isEmpty {
        current += " "
        columns += 1
      }
      current += word
      columns += wide
    }
    lines.append(current)
    return lines
  }

  /// The columns of a list mark ("- ", "12. ") at the start of a line.
  private static func hangingIndent(of line: Substring) -> Int {
    if line.hasPrefix("- ") { return 2 }
    let digits = line.prefix(while: \.isNumber)
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? digits.count + 2 : 0
  }
}
