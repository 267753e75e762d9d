/// How a word of English sounds, so far that its misspellings by ear sound the same.
///
///     "psychiatrist" and "sikiatrist" both sound sktrst
///
/// Source: L. Philips, "Hanging on the Metaphone", Computer Language 7 (12), 1990,
/// with fewer rules: vowels count only at the start, v as f, d as t, g as k or j.
struct PhoneticKey: Hashable, Sendable {
  /// The sounds, a letter each; x is "sh" and "ch", 0 is "th".
  let sounds: [UInt8]

  /// Creates the key of a word in lower-case UTF-8.
  init(_ word: [UInt8]) {
    var reader = Reader(word)
    sounds = reader.sounds()
  }

  private struct Reader {
    private let word: [UInt8]
    private var place = 0
    private var result: [UInt8] = []

    init(_ word: [UInt8]) { self.word = word }

    mutating func sounds() -> [UInt8] {
      if starts(with: ["kn", "gn", "pn", "wr", "ps"]) { place = 1 }
      if starts(with: ["x"]) { say("s") }
      if let first = word.first, place == 0, first.isVowel { say("a") }
      while place < word.count {
        let letter = word[place]
        // A doubled letter is one sound.
        if letter.isVowel || place > 0 && letter == word[place - 1] {
          place += 1
        } else {
          sayConsonant(letter)
        }
      }
      return result
    }

    private mutating func sayConsonant(_ letter: UInt8) {
      let next = place + 1 < word.count ? word[place + 1] : 0
      let isSoft = "eiy".utf8.contains(next)
      switch letter {
      case UInt8(ascii: "c"):
        // As in "chronic" and in "psychiatry".
        if starts(with: ["chr"])
          || place > 0 && word[place - 1] == UInt8(ascii: "y") && starts(with: ["ch"])
        {
          say("k", 2)
        } else if starts(with: ["cia", "cio", "ch"]) {
          say("x", 2)
        } else if isSoft {
          say("s")
        } else {
          say("k", next == UInt8(ascii: "k") ? 2 : 1)
        }
      case UInt8(ascii: "d"): starts(with: ["dge", "dgi"]) ? say("j", 2) : say("t")
      case UInt8(ascii: "g"):
        if starts(with: ["gh"]) {
          if place == 0 { say("k", 2) } else { place += 2 }
        } else if starts(with: ["gn"]), place + 2 == word.count {
          place += 1
        } else {
          say(isSoft ? "j" : "k")
        }
      // Heard only before a vowel.
      case UInt8(ascii: "h"): next.isVowel ? say("h") : skip()
      case UInt8(ascii: "p"): starts(with: ["ph"]) ? say("f", 2) : say("p")
      case UInt8(ascii: "q"): say("k")
      case UInt8(ascii: "s"):
        if starts(with: ["sch"]) {
          say("s")
          say("k", 2)
        } else if starts(with: ["sh"]) {
          say("x", 2)
        } else {
          say(starts(with: ["sio", "sia"]) ? "x" : "s")
        }
      case UInt8(ascii: "t"):
        if starts(with: ["th"]) {
          say("0", 2)
        } else if starts(with: ["tch"]) {
          say("x", 3)
        } else {
          say(starts(with: ["tia", "tio"]) ? "x" : "t")
        }
      case UInt8(ascii: "v"): say("f")
      case UInt8(ascii: "w"): place == 0 && next.isVowel ? say("w") : skip()
      case UInt8(ascii: "x"):
        say("k", 0)
        say("s")
      case UInt8(ascii: "z"):
        if starts(with: ["zh"]) {
          say("x", 2)
        } else {
          say(starts(with: ["zio", "zia"]) ? "x" : "s")
        }
      default:
        result.append(letter)
        place += 1
      }
    }

    private func starts(with beginnings: [String]) -> Bool {
      beginnings.contains { word[place...].starts(with: $0.utf8) }
    }

    private mutating func skip() { place += 1 }

    /// Says a sound that `letters` letters stand for.
    private mutating func say(_ sound: Unicode.Scalar, _ letters: Int = 1) {
      result.append(UInt8(ascii: sound))
      place += letters
    }
  }
}
