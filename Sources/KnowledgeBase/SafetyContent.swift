package import Safety

/// What the folder `safety/` holds.
package struct SafetyContent: Sendable {
  /// The rules.
  package let triage: Triage
  /// The cards and notices.
  package let texts: SafetyTexts
  /// The help lines, by id.
  package let lines: [HelpLine]

  /// The carded classes for which the folder has no rule; the built-in rules
  /// serve where there are any.
  package let classesWithoutRules: [SafetyClass]
  /// The hash of the examples that the net was learned from; `nil` without one.
  package let netSource: String?
  /// Who approved the texts of each file; `pending: …` when nobody has yet.
  package let reviews: [(file: String, by: String)]

  /// What serves when the folder cannot be loaded.
  package static let builtIn = SafetyContent(
    triage: BuiltInSafety.triage, texts: BuiltInSafety.texts, lines: [], classesWithoutRules: [],
    netSource: nil, reviews: [])

  /// What serves when the folder cannot be loaded but the clinic is known.
  static func builtIn(_ clinic: Clinic) -> SafetyContent {
    SafetyContent(
      triage: BuiltInSafety.triage, texts: BuiltInSafety.texts(call: clinic.callPhrase), lines: [],
      classesWithoutRules: [], netSource: nil, reviews: [])
  }
}
