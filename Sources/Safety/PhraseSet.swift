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
  /// The phrases written out.
  let phrases: [[Word]]
  /// The ideas whose phrases belong to the set too.
  var ideas: [PhraseSet] = []

  /// Reads a phrase of plain words, such as `hurt myself` or `suicid*`.
  static func phrase(_ text: Substring) throws(PatternError) -> [Word] {
    var words: [Word] = []
    var rest = text.utf8
    while let start = rest.firstIndex(where: { $0 != UInt8(ascii: " ") }) {
      let end = rest[start...].firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
      words.append(try word(text[start..<end]))
      rest = rest[end...]
    }
    guard !words.isEmpty else { throw .empty }
    return words
  }

  private static func word(_ text: Substring) throws(PatternError) -> Word {
    let isPrefix = text.utf8.last == UInt8(ascii: "*")
    var isNormal = text.utf8.count > (isPrefix ? 1 : 0)
    for byte in isPrefix ? text.utf8.dropLast() : text.utf8 {
      let isOrdinary =
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      if !isOrdinary { isNormal = false }
    }
    guard isNormal else { throw .badWord(String(text)) }
    return isPrefix ? .prefix(String(text.dropLast())) : .exact(String(text))
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
  func makeSet(
    _ expression: String, _ phrases: [[PhraseSet.Word]], including ideas: [PhraseSet] = []
  ) -> PhraseSet {
    PhraseSet(name: "\(scope)/\(expression)", phrases: phrases, ideas: ideas)
  }
}
