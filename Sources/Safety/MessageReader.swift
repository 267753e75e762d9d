import TextAnalysis

/// Brings a message to the normal form that rules are matched against.
///
/// Case, accents and invisible characters go; letters that look alike, leet
/// ("k1ll"), stretched ("diiie"), spaced ("k i l l"), dotted ("k.m.s") and
/// run-together words ("killmyself") become the words they stand for. A
/// disguise is only undone when a word of the rules comes out, so that
/// ordinary words are left alone.
struct MessageReader: Sendable {
  /// The single words that the rules speak of.
  private let vocabulary: Set<String>
  private let fillers: Set<String>
  /// Words that look like rule words in disguise and are not.
  private let ordinaryWords: WordTable
  private let longWords: [[UInt8]]
  /// How long the longest rule word is, in bytes.
  private let longestRuleWord: Int

  init(vocabulary: Set<String>, fillers: Set<String>, ordinaryWords: WordTable) {
    self.vocabulary = vocabulary
    self.fillers = fillers
    self.ordinaryWords = ordinaryWords
    longWords = vocabulary.filter { $0.utf8.count >= Self.fuzzyLength }.sorted().map {
      Array($0.utf8)
    }
    longestRuleWord = vocabulary.map(\.utf8.count).max() ?? 0
  }

  /// The shortest rule word that a misspelling is looked up for; shorter ones
  /// have too many ordinary neighbours.
  private static let fuzzyLength = 6
  /// Words behind which the contrary may follow: "not well but …".
  private static let turningWords: Set<String> = [
    "but", "although", "though", "however", "yet", "pero", "aunque",
  ]
  /// The longest written word that is looked at; no rule word is near it.
  private static let longestWord = 60
  /// The least number of letters that are a word of their own beside a "!".
  private static let leastCutOff = 3

  /// Returns `message` in normal form.
  func read(_ message: String) -> MessageReading {
    var words: [MessageWord] = []
    var written: [WrittenWord] = []
    var spelled: [Chunk] = []
    var carriedBreak = MessageWord.Break.sentence

    func append(_ forms: NormalForms, of chunk: Chunk) {
      let start = written.count
      for (place, text) in forms.written.enumerated() {
        written.append(
          WrittenWord(
            text: text, startsSentence: place == 0 && chunk.breakBefore == .sentence,
            isAsked: chunk.isAsked && place == forms.written.count - 1))
      }
      var breakBefore = max(chunk.breakBefore, carriedBreak)
      for (number, form) in forms.meant.enumerated() {
        if Self.turningWords.contains(form) { breakBefore = max(breakBefore, .clause) }
        if fillers.contains(form) {
          carriedBreak = breakBefore
          continue
        }
        // Each word meant is one written.
        words.append(
          MessageWord(form: form, breakBefore: breakBefore, place: start + number))
        breakBefore = .none
        carriedBreak = .none
      }
    }

    func flushSpelled() {
      defer { spelled.removeAll() }
      guard let first = spelled.first else { return }
      if spelled.count >= 3,
        let forms = segments(of: Self.plain(spelled.map(\.text).joined()))
      {
        var word = first
        word.isAsked = spelled.last?.isAsked ?? false
        append(NormalForms(forms), of: word)
      } else {
        for chunk in spelled { append(normalForms(of: chunk.text), of: chunk) }
      }
    }

    for chunk in chunks(of: message).flatMap(parts) {
      if chunk.text.count == 1, chunk.text.first?.isLetter == true {
        spelled.append(chunk)
      } else {
        flushSpelled()
        append(normalForms(of: chunk.text), of: chunk)
      }
    }
    flushSpelled()
    return MessageReading(words: words, written: written)
  }

  // MARK: Cutting

  private struct Chunk {
    var text: String
    var breakBefore: MessageWord.Break
    /// Whether a question mark stands behind it.
    var isAsked = false
  }

  private func chunks(of message: String) -> [Chunk] {
    var chunks: [Chunk] = []
    var current = ""
    var pendingBreak = MessageWord.Break.sentence

    func flush() {
      guard !current.isEmpty else { return }
      chunks.append(Chunk(text: current, breakBefore: pendingBreak))
      current = ""
      pendingBreak = .none
    }

    let scalars = Array(message.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if !scalar.isASCII {
        if scalar.properties.isDefaultIgnorableCodePoint { continue }
        if let word = Homoglyphs.pictures[scalar] {
          flush()
          chunks.append(Chunk(text: word, breakBefore: pendingBreak))
          pendingBreak = .none
          continue
        }
      }
      if isApostrophe(scalar) { continue }
      if isWordLike(scalar) {
        // A mark belongs to the letter before it; alone it says nothing.
        if !current.isEmpty || !Self.isMark(scalar) { current.unicodeScalars.append(scalar) }
        continue
      }
      // A sign between letters may stand for a letter ("d!e"); at a word's end it
      // is punctuation, at its start only "$" and "@" are taken for letters.
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isLeet = scalar != " " && Homoglyphs.leet[Character(scalar)] != nil
      if isLeet, next.properties.isAlphabetic, !current.isEmpty || scalar == "$" || scalar == "@" {
        current.unicodeScalars.append(scalar)
        continue
      }
      flush()
      if scalar == "?", !chunks.isEmpty { chunks[chunks.count - 1].isAsked = true }
      pendingBreak = max(pendingBreak, Self.strength(of: scalar))
    }
    flush()
    return chunks
  }

  private func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || Self.isMark(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Returns a chunk cut at each sign in it that ends a sentence ("suicidal!help"), and
  /// whole where the sign stands for a letter ("d!e").
  private func parts(of chunk: Chunk) -> [Chunk] {
    let parts = chunk.text.unicodeScalars.split { Self.strength(of: $0) == .sentence }
    guard parts.count > 1, hiddenWord(in: Self.plain(chunk.text)) == nil else { return [chunk] }
    let isCut =
      vocabulary.contains(Self.plain(String(parts[0])))
      || parts.allSatisfy { $0.count >= Self.leastCutOff }
    guard isCut else { return [chunk] }
    return parts.enumerated().map { number, part in
      Chunk(
        text: String(part), breakBefore: number == 0 ? chunk.breakBefore : .sentence,
        isAsked: number == parts.count - 1 && chunk.isAsked)
    }
  }

  private static func strength(of scalar: Unicode.Scalar) -> MessageWord.Break {
    switch scalar {
    case ".", "!", "?", ";", "\n", "\r", "\u{2028}", "\u{2029}", "…", "¡", "¿": .sentence
    case ",", ":", "(", ")", "\"", "“", "”": .clause
    default: .none
    }
  }

  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "`"
      || scalar == "\u{00B4}"
  }

  // MARK: Undoing disguises

  /// The words that one typed word stands for; usually one.
  private struct NormalForms {
    /// With disguises undone.
    let written: [String]
    /// With misspellings of rule words mended too.
    let meant: [String]

    init(_ forms: [String]) { (written, meant) = (forms, forms) }

    init(written: String, meant: String) { (self.written, self.meant) = ([written], [meant]) }
  }

  private func normalForms(of typed: String) -> NormalForms {
    var plain = Self.plain(typed)
    if plain.utf8.count > Self.longestWord {
      plain = Self.shortened(plain, to: 2, atEnd: 2)
    }
    guard plain.utf8.count <= Self.longestWord else { return NormalForms([plain]) }
    if vocabulary.contains(plain) || fillers.contains(plain)
      || ordinaryWords.find(plain) != nil
    {
      return NormalForms([plain])
    }
    if let word = hiddenWord(in: plain) { return NormalForms([word]) }
    if plain.utf8.count >= Self.fuzzyLength, let forms = segments(of: plain) {
      return NormalForms(forms)
    }
    let short = Self.shortened(plain, to: 2, atEnd: 2)
    return NormalForms(written: short, meant: misspelled(plain) ?? plain)
  }

  private static func plain(_ written: String) -> String {
    Normalizer.fold(latinized(written.lowercased()))
  }

  private static func latinized(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: { Homoglyphs.latin[$0] != nil }) else {
      return word
    }
    return String(
      word.unicodeScalars.map { Homoglyphs.latin[$0] ?? Character($0) })
  }

  /// Returns the rule word that `word` is when its disguise is undone.
  private func hiddenWord(in word: String) -> String? {
    undisguised(word).first(where: vocabulary.contains)
  }

  private func undisguised(_ word: String) -> [String] {
    var candidates: [String] = []
    var plain = word
    if word.contains(where: { Homoglyphs.leet[$0] != nil }), word.contains(where: \.isLetter) {
      plain = String(word.map { Homoglyphs.leet[$0] ?? $0 })
      candidates.append(plain)
      // A one is also drawn for an l.
      candidates.append(String(word.map { $0 == "1" ? "l" : Homoglyphs.leet[$0] ?? $0 }))
    }
    for form in [plain] + candidates.suffix(1) where Self.isStretched(form) {
      for (length, end) in [(2, 2), (1, 1), (1, 2), (2, 1)] {
        candidates.append(Self.shortened(form, to: length, atEnd: end))
      }
    }
    return candidates
  }

  /// Returns `word` with runs of one letter cut to `length` where they are
  /// stretched: three or more, or two at the end, where the length is its own
  /// ("kiiill" is "kill").
  private static func shortened(_ word: String, to length: Int, atEnd end: Int) -> String {
    guard isStretched(word) else { return word }
    var result = ""
    var run: [Character] = []
    func flush(atEnd: Bool) {
      let isStretched =
        run.first?.isLetter == true && (run.count >= 3 || (atEnd && run.count == 2))
      result.append(contentsOf: isStretched ? run.prefix(atEnd ? end : length) : run[...])
    }
    for character in word {
      if character != run.last {
        flush(atEnd: false)
        run = []
      }
      run.append(character)
    }
    flush(atEnd: true)
    return result
  }

  /// Whether ``shortened(_:to:atEnd:)`` may change a word; nearly all words are
  /// told apart here, by their bytes.
  private static func isStretched(_ word: String) -> Bool {
    var last: UInt8 = 0
    var run = 0
    for byte in word.utf8 {
      // Letters outside ASCII are looked at one by one.
      if byte >= 0x80 { return true }
      run = byte == last ? run + 1 : 1
      if run >= 3 { return true }
      last = byte
    }
    return run == 2
  }

  /// Short words that people run together with others ("iwanttodie").
  private static let shortParts: Set<String> = ["i", "im", "my", "me", "to", "be", "it", "no"]

  /// Returns the fewest rule words that together spell `joined`, or `nil`. Of
  /// words shorter than three letters only ``shortParts`` count.
  private func segments(of joined: String) -> [String]? {
    let letters = Array(joined.utf8)
    guard !letters.isEmpty, letters.count <= Self.longestWord else { return nil }
    // For each place, the fewest words that end there, and where the last of them begins.
    var fewest: [(words: Int, start: Int)?] = Array(repeating: nil, count: letters.count + 1)
    fewest[0] = (0, 0)
    for end in 1...letters.count {
      for start in max(0, end - longestRuleWord)..<end {
        guard let before = fewest[start], before.words + 1 < fewest[end]?.words ?? .max,
          isPart(letters[start..<end])
        else { continue }
        fewest[end] = (before.words + 1, start)
      }
    }
    guard fewest[letters.count] != nil else { return nil }
    var words: [String] = []
    var end = letters.count
    while end > 0, let last = fewest[end] {
      words.append(String(decoding: letters[last.start..<end], as: UTF8.self))
      end = last.start
    }
    return words.reversed()
  }

  /// Whether letters are a word that others are run together with.
  private func isPart(_ letters: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: letters, as: UTF8.self)
    return letters.count >= 3 ? vocabulary.contains(word) : Self.shortParts.contains(word)
  }

  private func misspelled(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count >= Self.fuzzyLength - 1 else { return nil }
    for candidate in longWords
    where candidate[0] == bytes[0]
      && SpellingCorrector.isOneEdit(bytes, from: candidate)
    {
      return String(decoding: candidate, as: UTF8.self)
    }
    return nil
  }
}
