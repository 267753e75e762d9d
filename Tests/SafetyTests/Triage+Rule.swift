@testable import Safety

extension Triage {
  /// Creates triage with one rule, of class crisis, with every part but the
  /// patterns left out by default.
  init(
    _ patterns: String..., unless exceptions: [String] = [],
    negation: RecognitionRule.Negation = .cancels,
    askedAbout: RecognitionRule.AskedAbout = .counts, ideas: [String: [String]] = [:]
  ) throws {
    var compiler = RuleCompiler()
    for (name, phrases) in ideas { try compiler.define(name, as: phrases) }
    let rule = RecognitionRule(
      id: "rule", safetyClass: .crisis, means: "A test.",
      patterns: try patterns.map { try compiler.pattern($0) },
      exceptions: try exceptions.map { try compiler.pattern($0) }, negation: negation,
      askedAbout: askedAbout)
    self.init(rules: [rule], from: compiler)
  }

  /// The words that the first finding rests on; `nil` when no rule fires.
  func words(in message: String) -> [String]? { assess(message).findings.first?.words }

  /// Whether any rule fires.
  func fires(on message: String) -> Bool { !assess(message).findings.isEmpty }
}
