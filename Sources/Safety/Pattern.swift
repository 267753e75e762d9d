/// A sequence of ideas that a rule looks for in a message.
///
///     <self> (want|wish) to <die>
///     (took|swallowed) .. pills
///
/// A word stands for itself, `word*` for all words that begin so, `<idea>` for
/// any phrase of a named idea, `(a|b c)` for alternatives. `?` behind any of
/// these makes it optional. `..` lets up to three words pass, `..6` up to six,
/// though never a negation or the end of a sentence. `^` is the start of a
/// sentence, `$` its end.
package struct Pattern: Sendable {
  /// One step of a pattern.
  enum Step: Hashable, Sendable {
    case phrase(PhraseSet, optional: Bool)
    case gap(Int)
    case sentenceStart
    case sentenceEnd
  }

  /// A word of a phrase: itself, or all words that begin with it.
  enum Word: Hashable, Sendable {
    case exact(String)
    case prefix(String)
  }

  /// The phrases any of which may stand at one place.
  struct PhraseSet: Hashable, Sendable {
    let phrases: [[Word]]
  }

  /// The pattern as written.
  package let source: String
  let steps: [Step]

  /// How many words a bare `..` lets pass.
  private static let defaultGap = 3
  /// The widest gap a pattern may ask for; it bounds the work per message.
  private static let widestGap = 12

  /// Reads a pattern.
  ///
  /// - Parameter ideas: the phrases of each named idea.
  /// - Throws: ``PatternError`` naming what is wrong with `source`.
  package init(_ source: String, ideas: [String: [String]]) throws(PatternError) {
    self.source = source
    var steps: [Step] = []
    for part in try Self.parts(of: source) {
      switch part {
      case "^": steps.append(.sentenceStart)
      case "$": steps.append(.sentenceEnd)
      case _ where part.hasPrefix(".."):
        guard let gap = part == ".." ? Self.defaultGap : Int(part.dropFirst(2)),
          (1...Self.widestGap).contains(gap)
        else { throw .badGap(part) }
        steps.append(.gap(gap))
      default:
        let optional = part.hasSuffix("?")
        let text = optional ? String(part.dropLast()) : part
        steps.append(
          .phrase(
            PhraseSet(phrases: try Self.phrases(of: text, ideas: ideas)), optional: optional))
      }
    }
    let isGrounded = steps.contains { step in
      if case .phrase(_, optional: false) = step { true } else { false }
    }
    guard isGrounded else { throw .empty }
    self.steps = steps
  }

  /// Cuts a pattern at spaces outside parentheses.
  private static func parts(of source: String) throws(PatternError) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in source {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard depth >= 0 else { throw .unbalanced }
      if character == " ", depth == 0 {
        if !current.isEmpty { parts.append(current) }
        current = ""
      } else {
        current.append(character)
      }
    }
    guard depth == 0 else { throw .unbalanced }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private static func phrases(
    of text: String, ideas: [String: [String]]
  ) throws(PatternError) -> [[Word]] {
    if text.hasPrefix("("), text.hasSuffix(")") {
      var all: [[Word]] = []
      for alternative in text.dropFirst().dropLast().split(separator: "|") {
        all += try phrases(of: alternative.trimmingSpaces(), ideas: ideas)
      }
      guard !all.isEmpty else { throw .empty }
      return all
    }
    if text.hasPrefix("<"), text.hasSuffix(">") {
      let name = String(text.dropFirst().dropLast())
      guard let entries = ideas[name] else { throw .unknownIdea(name) }
      return try entries.map { (entry) throws(PatternError) in try words(of: entry) }
    }
    return [try words(of: text)]
  }

  /// Reads a phrase of plain words.
  private static func words(of phrase: String) throws(PatternError) -> [Word] {
    let words = try phrase.split(separator: " ").map { (part) throws(PatternError) -> Word in
      let isPrefix = part.hasSuffix("*")
      let word = String(isPrefix ? part.dropLast() : part)
      guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber }),
        word == word.lowercased()
      else { throw .badWord(String(part)) }
      return isPrefix ? .prefix(word) : .exact(word)
    }
    guard !words.isEmpty else { throw .empty }
    return words
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

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
