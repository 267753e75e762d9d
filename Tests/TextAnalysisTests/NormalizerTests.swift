import TestSupport
import Testing
import TextAnalysis

@Suite struct NormalizerTests {
  @Test(arguments: [
    ("", ""),
    ("ketamine", "ketamine"),
    ("KETAMINE", "ketamine"),
    ("[@`{", "[@`{"),
    ("Don't", "dont"),
    ("don’t", "dont"),
    ("don‘t", "dont"),
    ("donʼt", "dont"),
    ("'''", ""),
    ("’", ""),
    ("Méxicó’s", "mexicos"),
    ("ANSIEDAD, niño, año", "ansiedad, nino, ano"),
    ("cafe\u{301}", "cafe"),
    ("e\u{327}\u{301}", "e"),
    ("Ångström", "angstrom"),
    ("Straße", "strasse"),
    ("STRASSE", "strasse"),
    ("İstanbul", "istanbul"),
    ("ΟΔΟΣ", "οδοσ"),
    ("οδός", "οδοσ"),
    ("Кетамин", "кетамин"),
    // Compatibility forms: full width, mathematical, enclosed, ligatures.
    ("ＫＥＴＡＭＩＮＥ", "ketamine"),
    ("𝐤𝐞𝐭𝐚𝐦𝐢𝐧𝐞", "ketamine"),
    ("ⓗⓔⓛⓟ", "help"),
    ("ﬁne", "fine"),
    ("x²", "x2"),
    // What is not seen: soft hyphen, zero width space and joiner, byte order
    // mark, the selector of coloured emoji.
    ("ke\u{AD}ta\u{200B}mi\u{200D}ne\u{FEFF}", "ketamine"),
    ("1\u{FE0F}", "1"),
    ("\u{3164}", ""),
  ])
  func folds(word: String, form: String) {
    #expect(Normalizer.fold(word) == form)
  }

  /// Plain ASCII has a way of its own, which must give what the other gives.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func quickWayAgreesWithTheGeneralOne(seed: UInt64) {
    let ascii = (0..<128).map { String(UnicodeScalar(UInt8($0))) }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let word = random.text(of: ascii, upTo: 12)
      #expect(Normalizer.fold(word + "é") == Normalizer.fold(word) + "e")
    }
  }

  /// In two steps of folding the second finds nothing left to do, and the
  /// composed and the decomposed spelling end the same, byte for byte.
  @Test func foldsEveryScalarOnce() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Normalizer.fold(String(scalar))
      if once.utf8.elementsEqual(Normalizer.fold(once).utf8) { continue }
      Issue.record("U+\(String(value, radix: 16)) gives \(once)")
    }
  }

  @Test(arguments: [
    ("é", "e\u{301}"), ("ñ", "n\u{303}"), ("Å", "\u{212B}"), ("ệ", "e\u{302}\u{323}"),
    ("한", "\u{1112}\u{1161}\u{11AB}"),
  ])
  func equalLettersFoldToEqualBytes(composed: String, other: String) {
    #expect(Array(Normalizer.fold(composed).utf8) == Array(Normalizer.fold(other).utf8))
  }
}
