/// Recognises messages that call for a safety card before any answer.
///
/// Knows no article and no index. All rules are tried on every message, and
/// all that fire are reported; the gravest class decides.
package struct Triage: Sendable {
  private let rules: [RecognitionRule]
  private let table: PhraseTable
  private let reader: MessageReader
  private let negations: PhraseTable.SetID?
  private let falseNegations: PhraseTable.SetID?

  /// The ideas with a meaning of their own for the engine.
  package enum ReservedIdea {
    /// Words that carry nothing and are dropped before matching.
    package static let fillers = "fillers"
    /// Words that turn what follows into its opposite.
    package static let negations = "negations"
    /// Phrases that hold a negation word and negate nothing ("I don't know").
    package static let falseNegations = "false-negations"
  }

  /// Creates triage from rules.
  ///
  /// - Parameters:
  ///   - rules: the rules, in any order; the gravest class comes first in what
  ///     is found, then the order given.
  ///   - compiler: what read the rules' patterns; it knows the shared ideas, of
  ///     which ``ReservedIdea`` are used.
  package init(rules: [RecognitionRule], from compiler: RuleCompiler) {
    self.rules = rules.enumerated().sorted { a, b in
      a.element.safetyClass != b.element.safetyClass
        ? a.element.safetyClass < b.element.safetyClass : a.offset < b.offset
    }.map(\.element)
    table = compiler.table
    negations = compiler.set(ofShared: ReservedIdea.negations)
    falseNegations = compiler.set(ofShared: ReservedIdea.falseNegations)
    reader = MessageReader(
      vocabulary: table.vocabulary,
      fillers: Set(compiler.phrases(ofShared: ReservedIdea.fillers)))
  }

  /// Returns what `message` calls for.
  ///
  /// - Complexity: linear in the number of words, times the number of steps of
  ///   the patterns all of whose ideas occur.
  package func assess(_ message: String) -> Assessment {
    let words = reader.words(of: message)
    guard !words.isEmpty else { return Assessment(findings: []) }
    let occurrences = table.occurrences(in: words)
    let matcher = RuleMatcher(
      words: words, occurrences: occurrences,
      isNegation: negated(words: words, occurrences: occurrences))
    var findings: [Assessment.Finding] = []
    for rule in rules {
      guard
        let place = rule.patterns.lazy.compactMap({
          matcher.match($0, negation: rule.negation)
        }).first,
        !rule.exceptions.contains(where: { matcher.match($0, negation: .ignored) != nil })
      else { continue }
      findings.append(
        Assessment.Finding(
          safetyClass: rule.safetyClass, rule: rule.id, means: rule.means,
          language: rule.language, words: words[place].map(\.form)))
    }
    return Assessment(findings: findings)
  }

  private func negated(words: [MessageWord], occurrences: [[Range<Int>]]) -> [Bool] {
    var flags = [Bool](repeating: false, count: words.count)
    guard let negations else { return flags }
    for place in occurrences[negations] { for word in place { flags[word] = true } }
    if let falseNegations {
      for place in occurrences[falseNegations] { for word in place { flags[word] = false } }
    }
    return flags
  }
}
