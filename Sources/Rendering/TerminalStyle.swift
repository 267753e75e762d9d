/// Emphasis in a terminal, or none.
package struct TerminalStyle: Sendable {
  /// When to use colour and bold.
  package enum Choice: String, CaseIterable, Sendable {
    case auto
    case always
    case never
  }

  private let isOn: Bool

  /// Decides on emphasis.
  ///
  /// - Parameters:
  ///   - choice: what was asked for.
  ///   - isTerminal: whether the output is a terminal that knows the codes.
  ///   - noColor: whether the environment asks for none (no-color.org).
  package init(_ choice: Choice, isTerminal: Bool, noColor: Bool) {
    switch choice {
    case .always: isOn = true
    case .never: isOn = false
    case .auto: isOn = isTerminal && !noColor
    }
  }

  /// No emphasis.
  package static let plain = TerminalStyle(.never, isTerminal: false, noColor: true)

  /// Returns `text` in bold; each line on its own, so that a pager or a cut
  /// never leaves the terminal in bold.
  package func bold(_ text: String) -> String {
    guard isOn else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[1m\($0)\u{1B}[0m" }
      .joined(separator: "\n")
  }
}
