import TextAnalysis

/// Reads patterns and the named ideas that they are made of.
///
/// Ideas are shared, or belong to a scope (a file) and are only seen there.
package struct RuleCompiler {
  private(set) var table = PhraseTable()
  /// The set of each idea (`<name>` behind its scope) and of each word that
  /// stands alone in a pattern.
  private var sets: [String: PhraseTable.SetID] = [:]
  /// The phrases of shared ideas as they were given.
  private var sharedPhrases: [String: [String]] = [:]

  /// Creates a compiler that knows no idea.
  package init() {}

  /// The set of a shared idea.
  func set(ofShared idea: String) -> PhraseTable.SetID? { sets["<\(idea)>"] }

  /// The phrases of a shared idea as they were given.
  func phrases(ofShared idea: String) -> [String] { sharedPhrases[idea] ?? [] }

  /// Defines an idea.
  ///
  /// - Parameter scope: where the idea is seen; `nil` for everywhere.
  /// - Throws: ``PatternError`` when a phrase is not in normal form.
  package mutating func define(
    _ idea: String, as phrases: [String], in scope: String? = nil
  ) throws(PatternError) {
    let set = table.makeSet()
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      try add(bytes.indices, in: bytes, to: set)
    }
    sets[(scope ?? "") + "<\(idea)>"] = set
    if scope == nil { sharedPhrases[idea] = phrases }
  }

  /// Reads a pattern.
  ///
  /// - Throws: ``PatternError`` naming what is wrong with `source`.
  package mutating func pattern(
    _ source: String, in scope: String? = nil
  ) throws(PatternError) -> Pattern {
    let bytes = Array(source.utf8)
    var steps: [Pattern.Step] = []
    for part in try Self.parts(of: bytes) {
      switch bytes[part.lowerBound] {
      case UInt8(ascii: "^") where part.count == 1: steps.append(.sentenceStart)
      case UInt8(ascii: "$") where part.count == 1: steps.append(.sentenceEnd)
      case UInt8(ascii: "."): steps.append(.gap(try Self.gap(bytes[part])))
      default:
        let optional = bytes[part.upperBound - 1] == UInt8(ascii: "?")
        let expression = optional ? part.lowerBound..<part.upperBound - 1 : part
        steps.append(
          .phrase(try set(of: expression, in: bytes, scope: scope ?? ""), optional: optional))
      }
    }
    let pattern = Pattern(source: source, steps: steps)
    guard !pattern.required.isEmpty else { throw .empty }
    return pattern
  }

  // MARK: Parts

  /// Cuts a pattern at spaces outside parentheses.
  private static func parts(of bytes: [UInt8]) throws(PatternError) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: " ") where depth == 0:
        if start < place { parts.append(start..<place) }
        start = place + 1
      default: break
      }
      guard depth >= 0 else { throw .unbalanced }
    }
    guard depth == 0 else { throw .unbalanced }
    if start < bytes.count { parts.append(start..<bytes.count) }
    return parts
  }

  private static func gap(_ part: ArraySlice<UInt8>) throws(PatternError) -> Int {
    let text = String(decoding: part, as: UTF8.self)
    guard let gap = text == ".." ? Pattern.defaultGap : Int(text.dropFirst(2)),
      text.hasPrefix(".."), (1...Pattern.widestGap).contains(gap)
    else { throw .badGap(text) }
    return gap
  }

  /// Returns the set of an expression: an idea, alternatives, or a word.
  private mutating func set(
    of range: Range<Int>, in bytes: [UInt8], scope: String
  ) throws(PatternError) -> PhraseTable.SetID {
    guard !range.isEmpty else { throw .empty }
    if let idea = try idea(range, in: bytes, scope: scope) { return idea }
    guard bytes[range.lowerBound] == UInt8(ascii: "("),
      bytes[range.upperBound - 1] == UInt8(ascii: ")")
    else {
      // Single words come again and again; long alternatives hardly ever do.
      let name = String(decoding: bytes[range], as: UTF8.self)
      if let known = sets[name] { return known }
      let set = table.makeSet()
      try add(range, in: bytes, to: set)
      sets[name] = set
      return set
    }
    let set = table.makeSet()
    var start = range.lowerBound + 1
    for end in start..<range.upperBound
    where bytes[end] == UInt8(ascii: "|") || end == range.upperBound - 1 {
      if let idea = try idea(start..<end, in: bytes, scope: scope) {
        table.include(idea, in: set)
      } else {
        try add(start..<end, in: bytes, to: set)
      }
      start = end + 1
    }
    return set
  }

  private func idea(
    _ range: Range<Int>, in bytes: [UInt8], scope: String
  ) throws(PatternError) -> PhraseTable.SetID? {
    guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "<"),
      bytes[range.upperBound - 1] == UInt8(ascii: ">")
    else { return nil }
    let name = String(decoding: bytes[range], as: UTF8.self)
    guard let set = sets[scope + name] ?? sets[name] else {
      throw .unknownIdea(String(name.dropFirst().dropLast()))
    }
    return set
  }

  /// Reads a phrase of plain words, such as `hurt myself` or `suicid*`, into a set.
  private mutating func add(
    _ range: Range<Int>, in bytes: [UInt8], to set: PhraseTable.SetID
  ) throws(PatternError) {
    var start = range.lowerBound
    for end in range.lowerBound...range.upperBound
    where end == range.upperBound || bytes[end] == UInt8(ascii: " ") {
      if start < end { table.append(try word(start..<end, in: bytes)) }
      start = end + 1
    }
    guard table.endPhrase(in: set) else { throw .empty }
  }

  private mutating func word(
    _ range: Range<Int>, in bytes: [UInt8]
  ) throws(PatternError) -> PhraseTable.Word {
    let isPrefix = bytes[range.upperBound - 1] == UInt8(ascii: "*")
    let letters = isPrefix ? range.lowerBound..<range.upperBound - 1 : range
    let isNormal = bytes[letters].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte >= 0x80
    }
    // Words of messages lose their accents before they are compared.
    let isFolded =
      bytes[letters].allSatisfy { $0 < 0x80 }
      || Normalizer.fold(String(decoding: bytes[letters], as: UTF8.self)).utf8
        .elementsEqual(bytes[letters])
    guard !letters.isEmpty, isNormal, isFolded else {
      throw .badWord(String(decoding: bytes[range], as: UTF8.self))
    }
    return table.word(at: letters, in: bytes, isPrefix: isPrefix)
  }
}
