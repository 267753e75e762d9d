/// What a message may call for before any answer, gravest first.
///
/// Source of the order: the clinical guide, "Classes and their order".
package enum SafetyClass: String, CaseIterable, Sendable, Comparable {
  /// A medical emergency now.
  case emergency
  /// Suicide or self-harm risk of the person typing.
  case crisis
  /// Violence or abuse, by or toward others.
  case danger
  /// Worry about another person's life.
  case concernForOther = "concern_for_other"
  /// Getting, diverting or misusing a drug.
  case misuse
  /// A question only the care team may answer.
  case personalAdvice = "personal_advice"
  /// A possible sign of risk: the answer comes with the help lines first.
  case support

  /// The classes that replace the answer by a card of their own.
  package static let carded = allCases.filter { $0 != .support }

  /// Whether a card of this class is about danger to life, after which the
  /// help lines stay in view.
  package var isAboutLife: Bool { self <= .concernForOther }

  package static func < (a: SafetyClass, b: SafetyClass) -> Bool {
    a.gravity < b.gravity
  }

  private var gravity: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
