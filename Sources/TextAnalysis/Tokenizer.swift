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
    var current: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    var pendingMark: Unicode.Scalar?

    func flush(upTo end: Int) {
      guard !current.isEmpty else { return }
      if style == .words || current.count > 1 {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: current)
        tokens.append(Token(text: String(word), range: start..<end))
      }
      current.removeAll(keepingCapacity: true)
    }

    var markOffset = 0
    for scalar in text.unicodeScalars {
      if belongsToWord(scalar) {
        if let mark = pendingMark {
          if joins(mark, current.last, scalar) {
            current.append(mark)
          } else {
            flush(upTo: markOffset)
          }
          pendingMark = nil
        }
        if current.isEmpty { start = offset }
        current.append(scalar)
      } else if pendingMark == nil, !current.isEmpty, style == .words, isInnerMark(scalar) {
        pendingMark = scalar
        markOffset = offset
      } else {
        flush(upTo: pendingMark == nil ? offset : markOffset)
        pendingMark = nil
      }
      offset += UTF8.width(scalar)
    }
    flush(upTo: pendingMark == nil ? offset : markOffset)
    return tokens
  }

  private func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.isASCIIWordCharacter || (style == .plain && scalar == "_")
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    guard style == .words else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private func isInnerMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isApostrophe || scalar == "." || scalar == ","
  }

  private func joins(
    _ mark: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar
  ) -> Bool {
    guard let before else { return false }
    if mark.isApostrophe { return !before.isASCIIDigit && !after.isASCIIDigit }
    return before.isASCIIDigit && after.isASCIIDigit
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isASCIIWordCharacter: Bool {
    isASCIIDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  /// The straight, typographic and modifier apostrophes that people type.
  fileprivate var isApostrophe: Bool {
    self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "\u{02BC}"
  }
}
