/// Reads the fields of a YAML mapping, noting every fault with its line.
struct YAMLReader {
  let file: String
  let log: FaultLog
  private let fields: [Field]
  private let places: [String: Int]
  private let lineOffset: Int
  /// The line of the mapping, counted from 1.
  let line: Int

  private struct Field {
    let name: String
    let line: Int
    let value: YAMLNode
  }

  private static let mappingExpected = "expected fields of the form `name: value`"

  /// Reads a YAML document, a mapping; notes a fault and returns `nil` when it
  /// is anything else.
  ///
  /// - Parameters:
  ///   - document: which of the documents in `text`, counted from 0.
  ///   - lineOffset: lines of the file before `text`.
  init?(_ text: String, document: Int = 0, file: String, lineOffset: Int = 0, log: FaultLog) {
    do throws(YAMLNode.Problem) {
      guard let root = try YAMLNode.document(document, of: text) else {
        log.note(file, nil, Self.mappingExpected)
        return nil
      }
      self.init(root, file: file, lineOffset: lineOffset, log: log)
    } catch {
      log.note(file, error.line + lineOffset, "not YAML: \(error.message)")
      return nil
    }
  }

  private init?(_ node: YAMLNode, file: String, lineOffset: Int, log: FaultLog) {
    line = node.line + lineOffset
    guard case .mapping(let pairs) = node.content else {
      log.note(file, line, Self.mappingExpected)
      return nil
    }
    self.file = file
    self.log = log
    self.lineOffset = lineOffset
    var fields: [Field] = []
    var places: [String: Int] = [:]
    for (key, value) in pairs {
      let line = key.line + lineOffset
      guard case .scalar(let name) = key.content else {
        log.note(file, line, "the name of a field is not text")
        continue
      }
      if places.updateValue(fields.count, forKey: name) != nil {
        log.note(file, line, "the field `\(name)` is there twice")
      }
      fields.append(Field(name: name, line: line, value: value))
    }
    self.fields = fields
    self.places = places
  }

  // MARK: Fields

  /// The names of the fields in the order of the file.
  var keys: [String] { fields.map(\.name) }

  private func node(_ name: String) -> YAMLNode? { places[name].map { fields[$0].value } }

  /// Notes every field that is not one of `names`.
  func allow(_ names: String...) {
    for field in fields where !names.contains(field.name) {
      log.note(
        file, field.line,
        "unknown field `\(field.name)`; expected one of \(names.joined(separator: ", "))")
    }
  }

  /// Returns a field's text, or `nil` when it is absent.
  func optionalString(_ name: String) -> String? {
    guard let node = node(name) else { return nil }
    guard let text = node.text, !text.isEmpty else {
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

  /// Returns a field's number; notes a fault when it is absent.
  func number(_ name: String) -> Double? {
    string(name) == nil ? nil : optionalNumber(name)
  }

  /// Returns a field's number, or `nil` when it is absent.
  func optionalNumber(_ name: String) -> Double? {
    guard let node = node(name) else { return nil }
    guard let number = node.text.flatMap(Double.init) else {
      note(node, "`\(name)` is not a number")
      return nil
    }
    return number
  }

  /// Returns a list's texts, each with its line; an absent list is empty.
  func strings(_ name: String) -> [(text: String, line: Int)] {
    guard let node = node(name) else { return [] }
    guard case .sequence(let sequence) = node.content else {
      note(node, "`\(name)` is not a list; expected `[a, b]` or lines that begin with `-`")
      return []
    }
    return sequence.compactMap { item in
      guard let text = item.text, !text.isEmpty else {
        note(item, "an entry of `\(name)` is not text")
        return nil
      }
      return (text, item.line + lineOffset)
    }
  }

  /// Returns the texts of a list of lists; an absent list is empty.
  func stringLists(_ name: String) -> [[String]] {
    guard let node = node(name) else { return [] }
    guard case .sequence(let lists) = node.content else {
      note(node, "`\(name)` is not a list; expected lines that begin with `-`")
      return []
    }
    return lists.map { list in
      guard case .sequence(let items) = list.content else {
        note(list, "an entry of `\(name)` is not a list; expected `[a, b]`")
        return []
      }
      return items.compactMap(\.text)
    }
  }

  /// Returns the mappings of a list; notes a fault when the list is absent.
  func list(_ name: String) -> [YAMLReader] {
    if node(name) == nil { log.note(file, line, "`\(name)` is missing; expected a list") }
    return optionalList(name)
  }

  /// Returns the mappings of a list; an absent list is empty.
  func optionalList(_ name: String) -> [YAMLReader] {
    guard let node = node(name) else { return [] }
    guard case .sequence(let sequence) = node.content else {
      note(node, "`\(name)` is not a list; expected lines that begin with `-`")
      return []
    }
    return sequence.compactMap {
      YAMLReader($0, file: file, lineOffset: lineOffset, log: log)
    }
  }

  /// Returns a field that is itself a mapping, or `nil` when it is absent.
  func optionalMapping(_ name: String) -> YAMLReader? {
    guard let node = node(name) else { return nil }
    return YAMLReader(node, file: file, lineOffset: lineOffset, log: log)
  }

  /// Notes a fault at the line of a field.
  func note(field name: String, _ message: String) {
    log.note(file, node(name).map { $0.line + lineOffset } ?? line, message)
  }

  private func note(_ node: YAMLNode, _ message: String) {
    log.note(file, node.line + lineOffset, message)
  }
}

extension YAMLNode {
  /// The text of a scalar without the line breaks at its end, which a block
  /// (`|`) leaves there; `nil` for anything else.
  fileprivate var text: String? {
    guard case .scalar(var text) = content else { return nil }
    while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    return text
  }
}
