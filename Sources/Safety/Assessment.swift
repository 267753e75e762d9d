/// What triage found in a message.
package struct Assessment: Sendable {
  /// A rule that fired.
  package struct Finding: Hashable, Sendable {
    /// The class it stands for.
    package let safetyClass: SafetyClass
    /// The rule's id.
    package let rule: String
    /// What the rule recognises, in a sentence.
    package let means: String
    /// The language of the words found.
    package let language: String
    /// The words found, in normal form.
    package let words: [String]

    /// Creates a finding.
    package init(
      safetyClass: SafetyClass, rule: String, means: String, language: String, words: [String]
    ) {
      self.safetyClass = safetyClass
      self.rule = rule
      self.means = means
      self.language = language
      self.words = words
    }

    /// The same finding where the message as a whole speaks against it: danger to life
    /// calls for the help lines, no longer for a card.
    var inDoubt: Finding {
      guard safetyClass.isAboutLife else { return self }
      return Finding(
        safetyClass: .support, rule: rule,
        means: means + " In doubt: the message is unlike the examples of danger to life.",
        language: language, words: words)
    }
  }

  /// The rules that fired, gravest class first.
  package let findings: [Finding]
  /// What the comparison with examples says, where there was one.
  package let net: ExampleNet.Reading?

  /// Creates an assessment of findings in the order of ``findings``.
  package init(findings: [Finding], net: ExampleNet.Reading? = nil) {
    self.findings = findings
    self.net = net
  }

  /// The gravest class found, if any.
  package var gravest: SafetyClass? { findings.first?.safetyClass }

  /// The class whose card replaces the answer, if any.
  package var carded: SafetyClass? {
    gravest.flatMap { $0 == .support ? nil : $0 }
  }

  /// Whether the message is in Spanish, as far as its words tell.
  package var isSpanish: Bool {
    net.map { $0.score(of: ExampleNet.spanish) > Self.leastSpanishScore } ?? false
  }

  /// Ordinary questions in English score below -0.7.
  private static let leastSpanishScore = -0.4

  /// The language to reply in: that of the gravest finding, English otherwise.
  package var language: String { findings.first?.language ?? "en" }
}
