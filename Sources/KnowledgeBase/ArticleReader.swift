/// Reads an article file: front matter between lines of `---`, then Markdown.
struct ArticleReader {
  let file: String
  let log: FaultLog

  /// Returns the article, or `nil` with the faults noted.
  func read(_ text: String) -> Article? {
    // Cut at bytes: a line feed behind a carriage return is no character of its
    // own to Swift.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      log.note(
        file, 1, "no front matter; expected `---`, fields such as `title: …`, and `---` again")
      return nil
    }
    let head = lines[1..<end].joined(separator: "\n")
    let frontMatter = YAMLReader(head, file: file, lineOffset: 1, log: log).flatMap(
      FrontMatter.read)
    for place in 0...end { lines[place] = "" }
    guard let frontMatter else { return nil }
    let sections = sections(
      of: MarkdownOutline.blocks(of: lines.joined(separator: "\n")), frontMatter: frontMatter)
    if sections.isEmpty {
      log.note(file, nil, "no section; expected headings (`## …`) with paragraphs below them")
    }
    let name = file.split(separator: "/").last.map { String($0.dropLast(3)) } ?? file
    return Article(id: name, frontMatter: frontMatter, sections: sections)
  }

  private struct Draft {
    let id: String
    let title: String
    let level: Int
    let line: Int
    var parents: [String]
    var paragraphs: [String] = []
  }

  private func sections(
    of blocks: [MarkdownOutline.Block], frontMatter: FrontMatter
  ) -> [Section] {
    var drafts: [Draft] = []
    var open: [Draft] = []
    for block in blocks {
      switch block {
      case .heading(let level, let text, let line):
        let (title, id) = Self.split(heading: text)
        open.removeAll { $0.level >= level }
        // The first-level heading is the article's title, not a topic.
        let parents = open.filter { $0.level > 1 }.map(\.title)
        if id.isEmpty { log.note(file, line, "a heading without words") }
        let draft = Draft(id: id, title: title, level: level, line: line, parents: parents)
        open.append(draft)
        drafts.append(draft)
      case .paragraph(let text, let line):
        if drafts.isEmpty {
          log.note(file, line, "a paragraph before the first heading")
        } else {
          drafts[drafts.count - 1].paragraphs.append(text)
        }
      case .other(let kind, let line):
        log.note(
          file, line, "a \(kind.replacing("_", with: " ")); expected headings and paragraphs")
      }
    }
    return drafts.filter { !$0.paragraphs.isEmpty }.map { draft in
      Section(
        id: draft.id, title: draft.title, parents: draft.parents, paragraphs: draft.paragraphs,
        articleTitle: frontMatter.title, line: draft.line)
    }
  }

  /// Returns a heading's title and its id: `{#id}` behind it, or its words in
  /// kebab case.
  static func split(heading: String) -> (title: String, id: String) {
    if heading.hasSuffix("}"), let start = heading.firstRange(of: "{#") {
      let title = heading[..<start.lowerBound]
      return (
        String(title.reversed().drop(while: \.isWhitespace).reversed()),
        String(heading[start.upperBound...].dropLast())
      )
    }
    var id = ""
    for character in heading.lowercased() {
      if character.isLetter || character.isNumber {
        id.append(character)
      } else if character != "'", character != "’", !id.isEmpty, id.last != "-" {
        id.append("-")
      }
    }
    if id.last == "-" { id.removeLast() }
    return (heading, id)
  }
}
