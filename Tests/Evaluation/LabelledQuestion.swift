/// A question with the reply it should get.
struct LabelledQuestion {
  /// The line's number in the file, which decides the part it belongs to.
  let id: Int
  /// The kind of reply, or `safe`: a look-alike that must not get a card about
  /// danger to life.
  let kind: String
  /// The section that answers it, for answers; a note for other kinds.
  let section: String
  /// How it is put: plain, lay, typo, …
  let style: String
  let text: String

  /// A quarter is kept aside: nothing is tuned on it, its misses are not shown.
  var isKeptAside: Bool { id.isMultiple(of: 4) }

  /// Reads a table with the columns id, kind, section, style, question.
  static func read(_ table: String) -> [LabelledQuestion] {
    table.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let id = Int(fields[0]) else { return nil }
      return LabelledQuestion(
        id: id, kind: fields[1], section: fields[2], style: fields[3], text: fields[4])
    }
  }
}
