/// A way in which a message shows that it belongs to a safety class.
package struct RecognitionRule: Sendable {
  /// What a negation before the words found does.
  package enum Negation: String, Sendable {
    /// "I do not want to …" says the opposite.
    case cancels
    /// The words count whether negated or not.
    case ignored
  }

  /// What a question about the matter, by nobody about themselves, counts as:
  /// "do antidepressants carry a warning about suicide?"
  package enum AskedAbout: String, Sendable {
    /// The rule's own class.
    case counts
    /// ``SafetyClass/support`` only.
    case support
  }

  /// The rule's name, unique in the program.
  package let id: String
  /// The class it recognises.
  package let safetyClass: SafetyClass
  /// The language of its words, as an ISO 639-1 code.
  package let language: String
  /// What the rule recognises, in a sentence.
  package let means: String
  /// The patterns any of which makes the rule fire.
  package let patterns: [Pattern]
  /// The patterns any of which keeps it silent.
  package let exceptions: [Pattern]
  /// What a negation before the words does.
  package let negation: Negation
  /// What a mere question about the matter counts as.
  package let askedAbout: AskedAbout

  /// Creates a rule.
  package init(
    id: String, safetyClass: SafetyClass, language: String = "en", means: String,
    patterns: [Pattern], exceptions: [Pattern] = [], negation: Negation = .cancels,
    askedAbout: AskedAbout = .counts
  ) {
    self.id = id
    self.safetyClass = safetyClass
    self.language = language
    self.means = means
    self.patterns = patterns
    self.exceptions = exceptions
    self.negation = negation
    self.askedAbout = askedAbout
  }
}
