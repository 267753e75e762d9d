/// The safety message that every reply carries.
///
/// Only ``SafetyTexts`` makes one, from the clinic's texts or the built-in
/// ones, and never an empty one.
package struct SafetyNotice: Hashable, Sendable {
  /// The message.
  package let text: String
  /// How to reach the clinic, in a sentence.
  package let clinic: String

  init(text: String, clinic: String) {
    precondition(!text.isEmpty && !clinic.isEmpty, "a safety notice says something")
    self.text = text
    self.clinic = clinic
  }
}
