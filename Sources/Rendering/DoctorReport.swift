/// What was found of all that the program stands on.
package struct DoctorReport: Hashable, Sendable {
  /// What a finding means for those who run the program.
  package enum Verdict: String, Sendable {
    /// It is as it should be.
    case ok
    /// It works, and should be looked at.
    case warn
    /// It must be mended.
    case fail
  }

  /// One thing that was looked at.
  package struct Finding: Hashable, Sendable {
    /// What it means.
    package let verdict: Verdict
    /// What was looked at, a word without spaces.
    package let name: String
    /// What is so, and what to do.
    package let message: String
  }

  /// What was found, in the order of looking.
  package private(set) var findings: [Finding] = []
  /// The hash of the content that is served; `nil` when none can be.
  package var knowledge: String?

  /// Creates a report of nothing.
  package init() {}

  /// Adds a finding.
  package mutating func add(_ verdict: Verdict, _ name: String, _ message: String) {
    findings.append(Finding(verdict: verdict, name: name, message: message))
  }

  /// Whether nothing must be mended.
  package var passed: Bool { !findings.contains { $0.verdict == .fail } }

  /// The report for people: a line each, in columns.
  package var text: String {
    let width = findings.map(\.name.count).max() ?? 0
    func padded(_ word: String, to width: Int) -> String {
      word + String(repeating: " ", count: width - word.count)
    }
    return findings.map { finding in
      [padded(finding.verdict.rawValue, to: 4), padded(finding.name, to: width), finding.message]
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// The report for programs.
  package var json: JSONValue {
    .object([
      "v": 1, "passed": .bool(passed), "knowledge": knowledge.map(JSONValue.string) ?? .null,
      "checks": .array(
        findings.map {
          .object([
            "verdict": .string($0.verdict.rawValue), "name": .string($0.name),
            "message": .string($0.message),
          ])
        }),
    ])
  }
}
