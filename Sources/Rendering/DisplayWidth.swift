import CUTF8Proc

/// How many columns text takes in a terminal.
enum DisplayWidth {
  /// Returns the columns of `text`: two for wide scripts and pictures, none for
  /// marks that sit on the character before.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      width + max(0, Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value))))
    }
  }
}
