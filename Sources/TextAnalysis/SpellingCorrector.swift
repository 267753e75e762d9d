/// Finds the known word that an unknown one was probably meant to be.
///
/// Only words that stand in no vocabulary are looked at. Of the known words near by,
/// the one wins that is most probable as a noisy channel has it: how often it comes,
/// a tenth of that for each step of ``EditDistance`` (a slip has two, any other edit
/// three), one step less when both sound the same (``PhoneticKey``). Equals go by the
/// alphabet, so that the same typo is always mended the same way.
///
/// Source: M. D. Kernighan, K. W. Church, W. A. Gale, "A spelling correction program
/// based on a noisy channel model", COLING 1990, with these steps in the place of
/// counted errors.
public struct SpellingCorrector: Sendable {
  /// A word and what it was taken for.
  public struct Correction: Hashable, Sendable {
    /// The word as typed, folded.
    public let from: String
    /// The known word it was taken for.
    public let to: String
  }

  private struct Candidate: Sendable {
    let word: String
    let bytes: [UInt8]
    let letters: UInt64
    let frequency: Int

    /// Whether the letters are those of `word` in another order.
    func hasLetters(of word: String) -> Bool { bytes.sorted() == word.utf8.sorted() }
  }

  private let frequencies: [String: Int]
  private let pairFrequency: @Sendable (String, String) -> Int
  private let minimumFrequency: Int
  private let total: Int
  private let candidates: [[Candidate]]

  private static let costs = EditDistance.Costs.typing
  /// The length from which a letter may be wrong; in shorter words two may only
  /// have changed places.
  private static let longEnoughToMend = 4
  /// The length from which a word seen before may still be a typo.
  private static let longEnoughToDoubt = 6
  /// How many times as common the right word must be then.
  private static let farMoreCommon = 100
  /// How many sounds two words share at least that are misspelt by ear.
  private static let enoughSounds = 3
  /// The length from which two words may have been run together, and how many times
  /// the minimum frequency each of them comes at least.
  private static let longEnoughToPart = 6
  private static let commonEnoughToPart = 3

  /// Creates a corrector.
  ///
  /// - Parameters:
  ///   - frequencies: how often each folded word occurs.
  ///   - minimumFrequency: words rarer than this are known but never offered
  ///     as a correction, since they may be typos themselves.
  ///   - pairFrequency: how often two folded words stand side by side, as far as
  ///     that is known.
  public init(
    frequencies: [String: Int], minimumFrequency: Int,
    pairFrequency: @escaping @Sendable (String, String) -> Int = { _, _ in 0 }
  ) {
    self.frequencies = frequencies
    self.pairFrequency = pairFrequency
    self.minimumFrequency = minimumFrequency
    total = frequencies.values.reduce(0, +)
    var byLength: [[Candidate]] = []
    for (word, frequency) in frequencies.sorted(by: { $0.key < $1.key })
    where frequency >= minimumFrequency && word.utf8.count >= 3 {
      let bytes = Array(word.utf8)
      while byLength.count <= bytes.count { byLength.append([]) }
      byLength[bytes.count].append(
        Candidate(
          word: word, bytes: bytes, letters: Self.letters(of: bytes), frequency: frequency))
    }
    candidates = byLength
  }

  /// Returns the correction of a folded word, or `nil` when it is known, too
  /// short to judge, or like nothing.
  ///
  /// A word may also be two that were run together: "howlong" is "how long".
  public func correction(of word: String) -> Correction? {
    let bytes = Array(word.utf8)
    guard !bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var best = nearest(to: word, bytes)
    if let parts = parts(of: word, bytes), parts.isBetter(than: best) { best = parts }
    return best.map { Correction(from: word, to: $0.text) }
  }

  /// Whether two words in a row are likelier one with a space put into it: "keta mine".
  ///
  /// - Parameters:
  ///   - frequency: how often the one comes.
  ///   - together: how often the two stand side by side, when both are words; the one
  ///     must be far more common then.
  ///   - minimumFrequency: how often it must come when one of the two is no word.
  public static func isOneWord(
    _ first: String, _ second: String, frequency: Int, together: Int?, minimumFrequency: Int
  ) -> Bool {
    first.utf8.count + second.utf8.count >= longEnoughToPart
      && min(first.utf8.count, second.utf8.count) > 1
      && frequency >= (together.map { farMoreCommon * (1 + $0) } ?? minimumFrequency)
  }

  /// What a word may have been meant to be.
  private struct Guess {
    let text: String
    let probability: Double

    /// - Parameters:
    ///   - frequency: how often the text comes.
    ///   - steps: how far it is from what was typed.
    init(_ text: String, frequency: Double, steps: Int) {
      self.text = text
      probability = frequency / SpellingCorrector.powersOfTen[steps]
    }

    func isBetter(than other: Guess?) -> Bool {
      guard let other else { return true }
      return probability != other.probability
        ? probability > other.probability : text < other.text
    }
  }

  private static let powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  private func nearest(to word: String, _ bytes: [UInt8]) -> Guess? {
    let limit = Self.allowedDistance(forLength: bytes.count)
    guard limit > 0 else { return nil }
    let frequency = frequencies[word] ?? 0
    let letters = Self.letters(of: bytes)
    let key = PhoneticKey(bytes)
    // A word that sounds the same may be one edit further away.
    let isHeard = frequency == 0 && key.sounds.count >= Self.enoughSounds
    let farthest = isHeard ? limit + Self.costs.edit : limit
    let reach = farthest / Self.costs.slip
    var best: Guess?
    for length in max(3, bytes.count - reach)...(bytes.count + reach)
    where length < candidates.count {
      for candidate in candidates[length] where candidate.word != word {
        // Each edit changes at most two letters of the set.
        guard (candidate.letters ^ letters).nonzeroBitCount <= 2 * reach,
          let distance = EditDistance.between(
            bytes, candidate.bytes, atMost: farthest, costs: Self.costs),
          isLikelier(candidate, at: distance, than: word, frequency),
          !Self.areOpposites(word, candidate.word)
        else { continue }
        let soundsAlike = isHeard && PhoneticKey(candidate.bytes) == key
        guard distance <= limit || soundsAlike else { continue }
        let guess = Guess(
          candidate.word, frequency: Double(candidate.frequency),
          steps: soundsAlike ? distance - 1 : distance)
        if guess.isBetter(than: best) { best = guess }
      }
    }
    return best
  }

  /// Returns the two known words that one is when it is parted.
  ///
  /// Two words that were not seen side by side stand so as often as their shares of
  /// all words, multiplied, have it; a space left out is a slip. A word seen before is
  /// only parted when the two are far more common.
  private func parts(of word: String, _ bytes: [UInt8]) -> Guess? {
    guard bytes.count >= Self.longEnoughToPart else { return nil }
    var best: Guess?
    for place in 2...(bytes.count - 2) {
      let parts = [bytes[..<place], bytes[place...]].map { String(decoding: $0, as: UTF8.self) }
      let counts = parts.map { frequencies[$0] ?? 0 }
      guard counts.allSatisfy({ $0 >= Self.commonEnoughToPart * minimumFrequency }),
        parts[0] == "in" || !Self.negatingPrefixes.contains(parts[0])
      else { continue }
      let together = pairFrequency(parts[0], parts[1])
      guard together >= Self.farMoreCommon * (frequencies[word] ?? 0) else { continue }
      let guess = Guess(
        parts.joined(separator: " "),
        frequency: max(Double(together), Double(counts[0]) * Double(counts[1]) / Double(total)),
        steps: Self.costs.slip)
      if guess.isBetter(than: best) { best = guess }
    }
    return best
  }

  /// A word seen before is only a typo when it is rare and one edit away from
  /// a word that is far more common; a short one only when two letters changed
  /// places ("waht").
  private func isLikelier(
    _ candidate: Candidate, at distance: Int, than word: String, _ frequency: Int
  ) -> Bool {
    if frequency == 0 {
      return word.utf8.count >= Self.longEnoughToMend || candidate.hasLetters(of: word)
    }
    return distance <= Self.costs.edit
      && (word.utf8.count >= Self.longEnoughToDoubt || candidate.hasLetters(of: word))
      && candidate.frequency >= Self.farMoreCommon * frequency
  }

  /// Whether one word is the other with a prefix that turns its meaning round: "unproven"
  /// is no misspelling of "proven".
  private static func areOpposites(_ word: String, _ other: String) -> Bool {
    let (short, long) = word.utf8.count < other.utf8.count ? (word, other) : (other, word)
    return long.hasSuffix(short) && negatingPrefixes.contains(String(long.dropLast(short.count)))
  }

  private static let negatingPrefixes: Set<String> = ["un", "in", "im", "ir", "il", "dis", "non"]

  /// Short words have too many neighbours to be mended safely: one edit, or in longer
  /// words two, or three slips.
  private static func allowedDistance(forLength length: Int) -> Int {
    switch length {
    case ..<3: 0
    case 3...7: costs.edit
    default: 2 * costs.edit
    }
  }

  private static func letters(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(into: 0) { set, byte in set |= 1 << UInt64(byte & 63) }
  }
}

extension SpellingCorrector {
  /// Whether one insertion, deletion, substitution or swap of neighbours turns
  /// `word` into `other`; both as UTF-8.
  public static func isOneEdit(_ word: [UInt8], from other: [UInt8]) -> Bool {
    EditDistance.between(word, other, atMost: 1) == 1
  }
}
