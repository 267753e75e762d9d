/// A telephone or text line that a card may name.
package struct HelpLine: Hashable, Sendable {
  /// The name by which texts refer to it: `{line:crisis}`.
  package let id: String
  /// Whose line it is.
  package let name: String
  /// The number as it is to be dialled or texted.
  package let number: String
  /// Where the number was published.
  package let source: String
  /// The day it was last checked, as an ISO 8601 date.
  package let checked: String

  /// Creates a help line.
  package init(id: String, name: String, number: String, source: String, checked: String) {
    self.id = id
    self.name = name
    self.number = number
    self.source = source
    self.checked = checked
  }
}
