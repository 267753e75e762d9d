import FoundationEssentials

/// A question with the reply it should get.
struct LabelledQuestion {
  /// The kind of reply, or `safe`: a look-alike that must not get a card about
  /// danger to life.
  let kind: String
  /// The section that answers it, for answers; a note for other kinds.
  let section: String
  /// How it is put: plain, lay, typo, …
  let style: String
  let text: String
  /// The paragraphs of the section of which any one answers, counted from 1; none where any
  /// part of the section will do.
  let paragraphs: [Int]
  /// Whether nothing is tuned on it, and its misses are not shown.
  let isKeptAside: Bool

  /// What every file that is kept aside as a whole has in its name.
  private static let keptAsideMark = "kept-aside"

  /// Reads a table with the columns id, kind, section, style, question, and for some
  /// questions the paragraphs with commas between.
  ///
  /// A quarter of every file is kept aside, and the whole of some.
  static func readAll(at file: String) throws -> [LabelledQuestion] {
    let table = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    let isKeptAside = isKeptAside(file: file)
    return table.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard (5...6).contains(fields.count), let id = Int(fields[0]) else { return nil }
      return LabelledQuestion(
        kind: fields[1], section: fields[2], style: fields[3], text: fields[4],
        paragraphs: fields.dropFirst(5).flatMap { $0.split(separator: ",").compactMap { Int($0) } },
        isKeptAside: isKeptAside || id.isMultiple(of: 4))
    }
  }

  /// Whether the misses of a file must not be shown.
  static func isKeptAside(file: String) -> Bool { file.contains(keptAsideMark) }
}
