import CUTF8Proc

/// Brings the spellings of one word to one form.
public enum Normalizer {
  /// Returns `word` in lower case, without accents, apostrophes and invisible
  /// characters, compatibility forms (full width, mathematical) undone.
  ///
  ///     Normalizer.fold("Méxicó’s")  // "mexicos"
  public static func fold(_ word: String) -> String {
    if let ascii = foldASCII(word) { return ascii }
    let folded = Self.compatibilityFold(word) ?? word.lowercased()
    return foldASCII(folded) ?? String(folded.unicodeScalars.filter { !$0.isApostrophe })
  }

  /// Returns `word` with runs of three or more of one letter cut to two: people
  /// stretch words, and nobody's spelling has three.
  ///
  ///     Normalizer.shorteningRuns(of: "sooooo")  // "soo"
  public static func shorteningRuns(of word: String) -> String {
    var result = ""
    var run = 0
    for letter in word {
      run = letter == result.last ? run + 1 : 1
      if run <= 2 || !letter.isLetter { result.append(letter) }
    }
    return result
  }

  /// The quick way for the common case; `nil` when `word` is not plain ASCII.
  private static func foldASCII(_ word: String) -> String? {
    var changed = false
    for byte in word.utf8 {
      if byte >= 0x80 { return nil }
      if byte == UInt8(ascii: "'") || (0x41...0x5A).contains(byte) { changed = true }
    }
    guard changed else { return word }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 where byte != UInt8(ascii: "'") {
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Unicode compatibility decomposition with case folding, marks stripped;
  /// `nil` when the library refuses the text.
  private static func compatibilityFold(_ word: String) -> String? {
    var word = word
    return word.withUTF8 { bytes in
      var result: UnsafeMutablePointer<UInt8>?
      let options = utf8proc_option_t(
        UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
          | UTF8PROC_IGNORE.rawValue | UTF8PROC_STRIPMARK.rawValue)
      let count = unsafe utf8proc_map(bytes.baseAddress, bytes.count, &result, options)
      guard count >= 0, let start = unsafe result else { return nil }
      defer { unsafe free(start) }
      return unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }
}
