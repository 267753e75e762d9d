/// Cuts a text into words.
///
/// Words are runs of letters, digits and combining marks of any script.
///
///     Tokenizer.words.tokens(in: "Don't wait 7.5 hours, long-term")
///     // Don't, wait, 7.5, hours, long, term
public struct Tokenizer: Sendable {
  /// What counts as one word.
  public enum Style: Sendable {
    /// Apostrophes between letters and decimal or thousands marks between
    /// digits belong to the word; a hyphen ends it.
    case words
    /// Two or more letters, digits or underscores: scikit-learn's default
    /// `token_pattern`, `(?u)\b\w\w+\b`.
    case plain
  }

  /// The tokenizer for patients' questions and articles.
  public static let words = Tokenizer(style: .words)
  /// The tokenizer that agrees with scikit-learn's defaults.
  public static let plain = Tokenizer(style: .plain)

  let style: Style

  /// Returns the words of `text` in order.
  ///
  /// - Complexity: linear in the length of `text`.
  public func tokens(in text: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    forEachWord(in: bytes) { range in
      tokens.append(Token(text: String(decoding: bytes[range], as: UTF8.self), range: range))
    }
    return tokens
  }

  /// Calls `body` with the place of each word of a text in UTF-8, in order.
  func forEachWord(in bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    // The word being read, the kind of its last scalar, and an apostrophe or
    // number mark behind it that only belongs to it if the word goes on.
    var word: (start: Int, end: Int, scalars: Int)?
    var last = ScalarKind.other
    var mark: ScalarKind?

    func flush() {
      if let word, style == .words || word.scalars > 1 {
        body(word.start..<word.end)
      }
      word = nil
      mark = nil
    }

    var offset = 0
    while offset < bytes.count {
      // Nearly all of a text is runs of plain letters: past them at once.
      if bytes[offset].isASCIILetter {
        let start = offset
        repeat { offset += 1 } while offset < bytes.count && bytes[offset].isASCIILetter
        if let pending = mark, !Self.joins(pending, last, .letter) { flush() }
        mark = nil
        word = (word?.start ?? start, offset, (word?.scalars ?? 0) + offset - start)
        last = .letter
        continue
      }
      let (kind, width) = kind(at: offset, in: bytes)
      switch kind {
      case .letter, .digit:
        if let pending = mark, !Self.joins(pending, last, kind) { flush() }
        mark = nil
        word = (word?.start ?? offset, offset + width, (word?.scalars ?? 0) + 1)
        last = kind
      case .combining:
        // A mark belongs to the letter before it; alone it is no word.
        if let open = word, mark == nil {
          word = (open.start, offset + width, open.scalars + 1)
        } else {
          flush()
        }
      case .apostrophe, .numberMark:
        if word != nil, mark == nil, style == .words { mark = kind } else { flush() }
      case .other: flush()
      }
      offset += width
    }
    flush()
  }

  private enum ScalarKind {
    case letter
    case digit
    case combining
    case apostrophe
    case numberMark
    case other
  }

  private static func joins(_ mark: ScalarKind, _ before: ScalarKind, _ after: ScalarKind) -> Bool {
    mark == .apostrophe
      ? before == .letter && after == .letter : before == .digit && after == .digit
  }

  /// Returns what stands at `offset` and how many bytes it takes.
  private func kind(at offset: Int, in bytes: [UInt8]) -> (ScalarKind, width: Int) {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.digit, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case UInt8(ascii: "."), UInt8(ascii: ","): return (.numberMark, 1)
    case UInt8(ascii: "_"): return (style == .plain ? .letter : .other, 1)
    case ..<0x80: return (.other, 1)
    default: break
    }
    // The bytes come from a string and are valid UTF-8, so the first byte tells the width.
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard
      let scalar = String(decoding: bytes[offset..<offset + width], as: UTF8.self)
        .unicodeScalars.first
    else { return (.other, width) }
    return (kind(of: scalar), width)
  }

  private func kind(of scalar: Unicode.Scalar) -> ScalarKind {
    if scalar.isApostrophe, style == .words { return .apostrophe }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    case .nonspacingMark, .spacingMark: return style == .words ? .combining : .other
    default:
      // Python's `\w`, which the plain style follows, takes no enclosed letters.
      let isLetter = style == .words && properties.isAlphabetic
      return isLetter || properties.numericType != nil ? .letter : .other
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    // Setting this bit turns an upper-case letter into its lower-case one.
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension Unicode.Scalar {
  /// The straight, typographic and modifier apostrophes that people type.
  var isApostrophe: Bool {
    self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "\u{02BC}"
  }
}
