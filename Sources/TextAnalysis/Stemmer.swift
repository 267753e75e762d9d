import CStemmer

/// Reduces words to their stems with a Snowball algorithm.
///
/// Not safe to share between threads: the C library keeps its working buffer
/// in the stemmer.
@safe public final class Stemmer {
  /// The languages whose algorithms the program uses.
  public enum Language: String, Sendable {
    case english
    case spanish
  }

  private let handle: OpaquePointer

  /// Creates a stemmer, or `nil` when the installed libstemmer lacks `language`.
  public init?(_ language: Language) {
    guard let handle = unsafe sb_stemmer_new(language.rawValue, "UTF_8") else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// Returns the stem of a lower-case word.
  ///
  ///     Stemmer(.english)?.stem("infusions")  // "infus"
  public func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard
        let stem = unsafe sb_stemmer_stem(handle, bytes.baseAddress, CInt(bytes.count))
      else { return unsafe String(decoding: bytes, as: UTF8.self) }
      let count = Int(unsafe sb_stemmer_length(handle))
      return unsafe String(
        decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    }
  }
}
