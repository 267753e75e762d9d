import Yams

/// Reads the fields of a YAML mapping, noting every fault with its line.
struct YAMLReader {
  let file: String
  let log: FaultLog
  private let fields: [(name: String, key: Node, value: Node)]
  private let places: [String: Int]
  /// The line of the mapping, counted from 1.
  let line: Int?

  /// Reads the first YAML document of `text`, a mapping; notes a fault and
  /// returns `nil` when it is anything else.
  ///
  /// - Parameter lineOffset: lines of the file before `text`.
  init?(_ text: String, file: String, lineOffset: Int = 0, log: FaultLog) {
    self.init(text, document: 0, file: file, lineOffset: lineOffset, log: log)
  }

  /// Reads the document with number `document`, counted from 0, of a file that
  /// may hold several.
  init?(_ text: String, document: Int, file: String, lineOffset: Int = 0, log: FaultLog) {
    do {
      // All scalars are texts here: the fields decide what they stand for, and
      // guessing types takes half of the parser's time.
      let parser = try Parser(yaml: text, resolver: .basic)
      var root: Node?
      for _ in 0...document { root = try parser.nextRoot() }
      guard let mapping = root?.mapping else {
        log.note(file, root.flatMap { $0.mark.map { $0.line + lineOffset } }, Self.mappingExpected)
        return nil
      }
      self.init(mapping, file: file, lineOffset: lineOffset, log: log)
    } catch let error as YamlError {
      let (line, problem) = Self.describe(error)
      log.note(file, line.map { $0 + lineOffset }, "not YAML: \(problem)")
      return nil
    } catch {
      log.note(file, nil, "not YAML: \(error)")
      return nil
    }
  }

  private let lineOffset: Int
  private static let mappingExpected = "expected fields of the form `name: value`"

  private init(_ mapping: Node.Mapping, file: String, lineOffset: Int, log: FaultLog) {
    fields = mapping.map { key, value in (key.scalar?.string ?? "?", key, value) }
    places = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.file = file
    self.log = log
    self.lineOffset = lineOffset
    line = mapping.mark.map { $0.line + lineOffset }
  }

  private static func describe(_ error: YamlError) -> (line: Int?, problem: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key \(duplicates.map { "\($0)" }.joined(separator: ", ")) is twice")
    default: (nil, "\(error)".split(separator: "\n").first.map(String.init) ?? "")
    }
  }

  // MARK: Fields

  /// The names of the fields in the order of the file.
  var keys: [String] { fields.map(\.name) }

  private func node(_ name: String) -> Node? { places[name].map { fields[$0].value } }

  /// Notes every field that is not one of `names`.
  func allow(_ names: String...) {
    for (name, key, _) in fields where !names.contains(name) {
      note(key, "unknown field `\(name)`; expected one of \(names.joined(separator: ", "))")
    }
  }

  /// Returns a field's text, or `nil` when it is absent.
  func optionalString(_ name: String) -> String? {
    guard let node = node(name) else { return nil }
    guard let text = node.scalar?.string.trimmingNewlines(), !text.isEmpty else {
      note(node, "`\(name)` is empty; expected text")
      return nil
    }
    return text
  }

  /// Returns a field's text; notes a fault when it is absent.
  func string(_ name: String) -> String? {
    if node(name) == nil { log.note(file, line, "`\(name)` is missing") }
    return optionalString(name)
  }

  /// Returns a field's number, or `nil` when it is absent.
  func optionalNumber(_ name: String) -> Double? {
    guard let node = node(name) else { return nil }
    guard let number = node.scalar.flatMap({ Double($0.string) }) else {
      note(node, "`\(name)` is not a number")
      return nil
    }
    return number
  }

  /// Returns a list's texts, each with its line; an absent list is empty.
  func strings(_ name: String) -> [(text: String, line: Int?)] {
    guard let node = node(name) else { return [] }
    guard let sequence = node.sequence else {
      note(node, "`\(name)` is not a list; expected `[a, b]` or lines that begin with `-`")
      return []
    }
    return sequence.compactMap { item in
      guard let text = item.scalar?.string.trimmingNewlines(), !text.isEmpty else {
        note(item, "an entry of `\(name)` is not text")
        return nil
      }
      return (text, item.mark.map { $0.line + lineOffset })
    }
  }

  /// Returns the mappings of a list; notes a fault when the list is absent.
  func list(_ name: String) -> [YAMLReader] {
    guard let node = node(name) else {
      log.note(file, line, "`\(name)` is missing; expected a list")
      return []
    }
    guard let sequence = node.sequence else {
      note(node, "`\(name)` is not a list; expected lines that begin with `-`")
      return []
    }
    return sequence.compactMap { item in
      guard let mapping = item.mapping else {
        note(item, Self.mappingExpected)
        return nil
      }
      return YAMLReader(mapping, file: file, lineOffset: lineOffset, log: log)
    }
  }

  /// Returns a field that is itself a mapping, or `nil` when it is absent.
  func optionalMapping(_ name: String) -> YAMLReader? {
    guard let node = node(name) else { return nil }
    guard let mapping = node.mapping else {
      note(node, "`\(name)`: \(Self.mappingExpected)")
      return nil
    }
    return YAMLReader(mapping, file: file, lineOffset: lineOffset, log: log)
  }

  /// Notes a fault at the line of a field.
  func note(field name: String, _ message: String) {
    log.note(file, node(name)?.mark.map { $0.line + lineOffset } ?? line, message)
  }

  private func note(_ node: Node, _ message: String) {
    log.note(file, node.mark.map { $0.line + lineOffset }, message)
  }
}

extension String {
  fileprivate func trimmingNewlines() -> String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
