/// Finds the known word that an unknown one was probably meant to be.
///
/// Only words that stand in no vocabulary are looked at. The nearest known word
/// wins; among equals the more frequent one, then the first in alphabetical
/// order, so that the same typo is always mended the same way.
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
  private let minimumFrequency: Int
  private let candidates: [[Candidate]]

  /// The length from which a letter may be wrong; in shorter words two may only
  /// have changed places.
  private static let longEnoughToMend = 4
  /// The length from which a word seen before may still be a typo.
  private static let longEnoughToDoubt = 6
  /// How many times as common the right word must be then.
  private static let farMoreCommon = 100

  /// Creates a corrector.
  ///
  /// - Parameters:
  ///   - frequencies: how often each folded word occurs.
  ///   - minimumFrequency: words rarer than this are known but never offered
  ///     as a correction, since they may be typos themselves.
  public init(frequencies: [String: Int], minimumFrequency: Int) {
    self.frequencies = frequencies
    self.minimumFrequency = minimumFrequency
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
  public func correction(of word: String) -> Correction? {
    let bytes = Array(word.utf8)
    let limit = Self.allowedDistance(forLength: bytes.count)
    guard limit > 0, !bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let frequency = frequencies[word] ?? 0
    let letters = Self.letters(of: bytes)
    var best: (distance: Int, candidate: Candidate)?
    for length in max(3, bytes.count - limit)...(bytes.count + limit)
    where length < candidates.count {
      for candidate in candidates[length] where candidate.word != word {
        // Each edit changes at most two letters of the set.
        guard (candidate.letters ^ letters).nonzeroBitCount <= 2 * limit else { continue }
        guard let distance = EditDistance.between(bytes, candidate.bytes, atMost: limit)
        else { continue }
        if let best,
          (best.distance, -best.candidate.frequency, best.candidate.word)
            <= (distance, -candidate.frequency, candidate.word)
        {
          continue
        }
        best = (distance, candidate)
      }
    }
    guard let best, isLikelier(best.candidate, at: best.distance, than: word, frequency)
    else { return nil }
    return Correction(from: word, to: best.candidate.word)
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
    return distance == 1
      && (word.utf8.count >= Self.longEnoughToDoubt || candidate.hasLetters(of: word))
      && candidate.frequency >= Self.farMoreCommon * frequency
  }

  /// Short words have too many neighbours to be mended safely.
  private static func allowedDistance(forLength length: Int) -> Int {
    switch length {
    case ..<3: 0
    case 3...7: 1
    default: 2
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
