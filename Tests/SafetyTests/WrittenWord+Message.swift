import TextAnalysis

@testable import Safety

extension [WrittenWord] {
  /// The words of a message, as a reader sees them who knows no rule.
  init(_ message: String) {
    self = Triage(rules: [], from: RuleCompiler()).writtenWords(of: message)
  }
}
