/// What a check of the content found.
package struct CheckReport: Hashable, Sendable {
  /// Something found, and where.
  package struct Entry: Hashable, Sendable {
    package let place: String
    package let line: Int?
    package let message: String

    var text: String { line.map { "\(place):\($0): \(message)" } ?? "\(place): \(message)" }
  }

  /// How many things were tested.
  package var tested = 0
  /// What is wrong.
  package private(set) var failures: [Entry] = []
  /// What a reader of the report should know.
  package private(set) var notes: [Entry] = []

  /// Creates a report of nothing.
  package init() {}

  /// Whether all is well.
  package var passed: Bool { failures.isEmpty }

  /// Adds something that is wrong.
  package mutating func fail(at place: String, line: Int?, _ message: String) {
    failures.append(Entry(place: place, line: line, message: message))
  }

  /// Adds something to know.
  package mutating func note(at place: String, _ message: String) {
    notes.append(Entry(place: place, line: nil, message: message))
  }

  /// The report for people, failures first.
  package var text: String {
    var lines = failures.map { "FAILED  " + $0.text }
    lines += notes.map { "note    " + $0.text }
    lines.append("\(tested) tested, \(failures.count) failed")
    return lines.joined(separator: "\n")
  }

  /// The report for programs.
  package var json: JSONValue {
    func entries(_ list: [Entry]) -> JSONValue {
      .array(
        list.map { entry in
          var fields: [String: JSONValue] = [
            "place": .string(entry.place), "message": .string(entry.message),
          ]
          fields["line"] = entry.line.map { .integer(Int64($0)) }
          return .object(fields)
        })
    }
    return .object([
      "v": 1, "tested": .integer(Int64(tested)), "passed": .bool(passed),
      "failures": entries(failures), "notes": entries(notes),
    ])
  }
}
