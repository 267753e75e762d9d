package import Rendering

/// How a conversation in a terminal is held, beside what is said.
package struct ChatManner: Sendable {
  /// How what is typed is read.
  package enum Reading: Hashable, Sendable {
    /// Key by key, with line editing; a plain display only adds to the screen and
    /// writes no escape codes.
    case keys(isPlain: Bool)
    /// Line by line, as from a file.
    case lines
  }

  /// How emphasis looks.
  package var style = TerminalStyle.plain
  /// How long no key may be pressed before the conversation ends; `nil` for ever.
  package var idle: IdleLimit?
  /// Whether the terminal stands unattended, so that no key leads out of it.
  package var isKiosk = false
  /// Whether lines are short, with a blank one between them.
  package var isLarge = false

  /// Creates the manner of a conversation at a desk.
  package init() {}
}
