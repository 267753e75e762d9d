/// The phrases any of which may stand at one place of a pattern.
///
/// Two sets are the same when they have the same name: comparing hundreds of
/// phrases for every use of an idea would be most of the loading time.
struct PhraseSet: Sendable {
  /// A word of a phrase: itself, or all words that begin with it.
  enum Word: Hashable, Sendable {
    case exact(String)
    case prefix(String)
  }

  /// What the set is called, unique among all rules.
  let name: String
  let phrases: [[Word]]

  /// Reads a phrase of plain words, such as `hurt myself` or `suicid*`.
  static func phrase(_ text: Substring) throws(PatternError) -> [Word] {
    var words: [Word] = []
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      let isPrefix = part.last == UInt8(ascii: "*")
      let word = String(Substring(isPrefix ? part.dropLast() : part))
      let isNormal = word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      }
      guard !word.isEmpty, isNormal else { throw .badWord(String(Substring(part))) }
      words.append(isPrefix ? .prefix(word) : .exact(word))
    }
    guard !words.isEmpty else { throw .empty }
    return words
  }
}

/// The named ideas that patterns are made of: each a set of phrases.
package struct Ideas: Sendable {
  private let scope: String
  private var sets: [String: PhraseSet] = [:]
  /// The single words of each idea, as they were given.
  private var entries: [String: [String]] = [:]

  /// Creates ideas that are called by their names within `scope`.
  package init(scope: String) {
    self.scope = scope
  }

  /// Returns the same ideas for another scope, which may add its own.
  package func inherited(by scope: String) -> Ideas {
    var copy = Ideas(scope: scope)
    copy.sets = sets
    copy.entries = entries
    return copy
  }

  /// Defines an idea; one of the same name is replaced.
  ///
  /// - Throws: ``PatternError`` when a phrase is not in normal form.
  package mutating func define(_ name: String, as phrases: [String]) throws(PatternError) {
    var words: [[PhraseSet.Word]] = []
    for phrase in phrases { words.append(try PhraseSet.phrase(Substring(phrase))) }
    sets[name] = PhraseSet(name: "\(scope)/<\(name)>", phrases: words)
    entries[name] = phrases
  }

  func set(_ name: String) -> PhraseSet? { sets[name] }

  /// The phrases of an idea as they were given; none when it is not defined.
  func phrases(of name: String) -> [String] { entries[name] ?? [] }

  /// Makes the set of an expression written in a pattern.
  func makeSet(_ expression: String, _ phrases: [[PhraseSet.Word]]) -> PhraseSet {
    PhraseSet(name: "\(scope)/\(expression)", phrases: phrases)
  }
}
