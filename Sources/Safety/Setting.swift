/// Where the patient sits, which decides what help comes first.
package enum Setting: String, CaseIterable, Sendable {
  /// In the clinic: a member of staff is steps away.
  case kiosk
  /// Anywhere else: 911 and 988 come first.
  case remote
}
