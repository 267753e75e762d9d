import CYAML

/// A part of a YAML document, every scalar a text: the fields decide what it
/// stands for.
struct YAMLNode {
  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let content: Content
  /// The line it begins on, counted from 1.
  let line: Int

  /// Why a text is not the YAML that is read here.
  struct Problem: Error {
    let line: Int
    let message: String
  }

  /// Reads one of the documents in `text`.
  ///
  /// - Parameter number: which document, counted from 0; the text behind it is
  ///   not looked at.
  /// - Returns: `nil` when the text holds fewer documents.
  static func document(_ number: Int, of text: String) throws(Problem) -> YAMLNode? {
    let parser = YAMLEventReader(text)
    var seen = 0
    while true {
      let event = try parser.next()
      switch event.kind {
      case .streamEnd: return nil
      case .documentStart:
        let root = try node(try parser.next(), from: parser, depth: 0)
        if seen == number { return root }
        seen += 1
      default: continue
      }
    }
  }

  /// Content is lists of fields; deeper nesting is a mistake, and bounded so
  /// that no file can exhaust the stack.
  private static let deepest = 20

  private static func node(
    _ event: YAMLEventReader.Event, from parser: YAMLEventReader, depth: Int
  ) throws(Problem) -> YAMLNode {
    guard depth < deepest else { throw Problem(line: event.line, message: "nested too deeply") }
    switch event.kind {
    case .scalar(let text): return YAMLNode(content: .scalar(text), line: event.line)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let next = try parser.next()
        if case .end = next.kind {
          return YAMLNode(content: .sequence(items), line: event.line)
        }
        items.append(try node(next, from: parser, depth: depth + 1))
      }
    case .mappingStart:
      var fields: [(key: YAMLNode, value: YAMLNode)] = []
      while true {
        let next = try parser.next()
        if case .end = next.kind {
          return YAMLNode(content: .mapping(fields), line: event.line)
        }
        let key = try node(next, from: parser, depth: depth + 1)
        fields.append((key, try node(try parser.next(), from: parser, depth: depth + 1)))
      }
    case .alias:
      throw Problem(line: event.line, message: "aliases (`*name`) are not read here")
    default: throw Problem(line: event.line, message: "expected a value")
    }
  }
}
