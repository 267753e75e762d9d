/// The fixed text shown in place of an answer.
package struct SafetyCard: Sendable {
  /// First sentences, one of which opens the card; a repeated card opens with
  /// the next, so that it does not read like a stuck record.
  package let openings: [String]
  /// The text in each setting, with `{opening}` where the opening goes.
  package let text: [Setting: String]
  /// What this card adds when a graver card is shown, or nothing.
  package let addition: String?

  /// Creates a card.
  package init(openings: [String], text: [Setting: String], addition: String? = nil) {
    self.openings = openings
    self.text = text
    self.addition = addition
  }

  /// Returns the text to show.
  ///
  /// - Parameter repeats: how often the card was shown before in this session.
  func rendered(for setting: Setting, repeats: Int) -> String {
    let opening = openings.isEmpty ? "" : openings[repeats % openings.count]
    let body = text[setting] ?? text.values.min() ?? ""
    return body.replacing("{opening}", with: opening)
  }
}
