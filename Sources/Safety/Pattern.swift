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
  enum Step: Sendable {
    case phrase(PhraseSet, optional: Bool)
    case gap(Int)
    case sentenceStart
    case sentenceEnd
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
  /// - Throws: ``PatternError`` naming what is wrong with `source`.
  package init(_ source: String, ideas: Ideas) throws(PatternError) {
    self.source = source
    var steps: [Step] = []
    var isGrounded = false
    for part in try Self.parts(of: source) {
      switch part {
      case "^": steps.append(.sentenceStart)
      case "$": steps.append(.sentenceEnd)
      case _ where part.utf8.starts(with: "..".utf8):
        guard let gap = part == ".." ? Self.defaultGap : Int(part.dropFirst(2)),
          (1...Self.widestGap).contains(gap)
        else { throw .badGap(String(part)) }
        steps.append(.gap(gap))
      default:
        let optional = part.utf8.last == UInt8(ascii: "?")
        let expression = optional ? part.dropLast() : part
        steps.append(.phrase(try Self.set(of: expression, ideas: ideas), optional: optional))
        if !optional { isGrounded = true }
      }
    }
    guard isGrounded else { throw .empty }
    self.steps = steps
  }

  /// Cuts a pattern at spaces outside parentheses.
  private static func parts(of source: String) throws(PatternError) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    let bytes = source.utf8
    var start = bytes.startIndex
    func cut(at end: String.Index) {
      if start < end { parts.append(source[start..<end]) }
    }
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: " ") where depth == 0:
        cut(at: place)
        start = bytes.index(after: place)
      default: break
      }
      guard depth >= 0 else { throw .unbalanced }
    }
    guard depth == 0 else { throw .unbalanced }
    cut(at: bytes.endIndex)
    return parts
  }

  private static func set(
    of expression: Substring, ideas: Ideas
  ) throws(PatternError) -> PhraseSet {
    if let name = ideaName(expression) { return try idea(name, ideas) }
    guard expression.utf8.first == UInt8(ascii: "("), expression.utf8.last == UInt8(ascii: ")")
    else {
      return ideas.makeSet(String(expression), [try PhraseSet.phrase(expression)])
    }
    var phrases: [[PhraseSet.Word]] = []
    var included: [PhraseSet] = []
    for alternative in expression.utf8.dropFirst().dropLast().split(separator: UInt8(ascii: "|")) {
      let alternative = Substring(alternative)
      if let name = ideaName(alternative) {
        included.append(try idea(name, ideas))
      } else {
        phrases.append(try PhraseSet.phrase(alternative))
      }
    }
    guard !phrases.isEmpty || !included.isEmpty else { throw .empty }
    return ideas.makeSet(String(expression), phrases, including: included)
  }

  private static func ideaName(_ expression: Substring) -> String? {
    expression.utf8.first == UInt8(ascii: "<") && expression.utf8.last == UInt8(ascii: ">")
      ? String(expression.dropFirst().dropLast()) : nil
  }

  private static func idea(_ name: String, _ ideas: Ideas) throws(PatternError) -> PhraseSet {
    guard let set = ideas.set(name) else { throw .unknownIdea(name) }
    return set
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
