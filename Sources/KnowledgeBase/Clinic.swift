package import Safety

/// What is known about the clinic; what is not known is absent.
package struct Clinic: Hashable, Sendable {
  /// The clinic's name.
  package let name: String
  /// The town it is in.
  package let town: String?
  /// Its telephone number.
  package let phone: String?
  /// When it is open, in words.
  package let hours: String?
  /// Where patients sit unless an option says otherwise.
  package let setting: Setting
  /// Questions that a patient can begin with.
  package let sampleQuestions: [String]

  static func read(_ fields: YAMLReader) -> Clinic? {
    fields.allow("name", "town", "phone", "hours", "setting", "sample_questions")
    let settingName = fields.optionalString("setting")
    let setting = settingName.flatMap(Setting.init)
    if settingName != nil, setting == nil {
      fields.note(field: "setting", "expected `kiosk` or `remote`")
    }
    guard let name = fields.string("name") else { return nil }
    return Clinic(
      name: name, town: fields.optionalString("town"), phone: fields.optionalString("phone"),
      hours: fields.optionalString("hours"), setting: setting ?? .kiosk,
      sampleQuestions: fields.strings("sample_questions").map(\.text))
  }

  /// How to call the clinic, as words behind "please": with its number where
  /// that is known.
  package var callPhrase: String {
    phone.map { "call \(name) at \($0)" } ?? "call \(name)"
  }
}
