package import Conversation

/// A reply as text for people.
package struct ReplyText: Sendable {
  private let width: Int?
  private let style: TerminalStyle

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - width: the columns to wrap at; `nil` leaves lines as they are.
  ///   - style: how emphasis looks.
  package init(width: Int?, style: TerminalStyle = .plain) {
    self.width = width
    self.style = style
  }

  /// Returns the reply's text. Emphasis is only on the help lines of an
  /// answer: a card is plain, so that nothing stands before its first word.
  package func string(_ reply: Reply) -> String {
    guard let lines = reply.supportLines, !reply.isCard else { return wrapped(reply.text) }
    let rest = String(reply.text.dropFirst(lines.count))
    return style.bold(wrapped(lines)) + wrapped(rest)
  }

  private func wrapped(_ text: String) -> String {
    width.map { LineWrapping.wrap(text, width: $0) } ?? text
  }
}
