/// A sequence of ideas that a rule looks for in a message.
///
///     <self> (want|wish) to <die>
///     (took|swallowed) .. pills
///
/// A word stands for itself, `word*` for all words that begin so, `<idea>` for
/// any phrase of a named idea, `(a|b c)` for alternatives. `?` behind any of
/// these makes it optional. `..` lets up to three words pass, `..6` up to six,
/// though never a negation or the end of a sentence. `^` is the start of a
/// sentence, `$` its end. Made by ``RuleCompiler``.
package struct Pattern: Sendable {
  /// One step of a pattern.
  enum Step: Hashable, Sendable {
    case phrase(PhraseTable.SetID, optional: Bool)
    case gap(Int)
    case sentenceStart
    case sentenceEnd
  }

  /// The pattern as written.
  package let source: String
  let steps: [Step]

  /// The sets without which the pattern cannot match.
  let required: [PhraseTable.SetID]

  /// How many words a bare `..` lets pass.
  static let defaultGap = 3
  /// The widest gap a pattern may ask for; it bounds the work per message.
  static let widestGap = 12

  init(source: String, steps: [Step]) {
    self.source = source
    self.steps = steps
    required = steps.compactMap { step in
      if case .phrase(let set, optional: false) = step { set } else { nil }
    }
  }
}

/// What is wrong with a pattern.
package enum PatternError: Error, Hashable, Sendable {
  /// There is nothing in it that must occur.
  case empty
  /// A parenthesis is missing.
  case unbalanced
  /// No idea of this name is defined.
  case unknownIdea(String)
  /// A gap is not `..` or `..N` with N from 1 to 12.
  case badGap(String)
  /// A word is not in normal form: lower-case letters and digits only.
  case badWord(String)
}
