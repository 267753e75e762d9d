/// The optimal string alignment distance: the least cost of insertions, deletions,
/// substitutions and swaps of neighbours that turn one word into another.
///
/// Source: L. Boytsov, "Indexing methods for approximate dictionary searching",
/// ACM JEA 16 (2011), section 2.1, restricted Damerau-Levenshtein distance; with
/// weights as in its section 2.2.
enum EditDistance {
  /// What edits count.
  struct Costs: Hashable, Sendable {
    /// What any edit counts.
    let edit: Int
    /// What an edit counts that people make more often than each of the others: a
    /// letter left out, two swapped, one doubled, the key beside, a vowel for a vowel.
    let slip: Int

    /// Each edit once.
    static let equal = Costs(edit: 1, slip: 1)
    /// Three slips for two other edits.
    static let typing = Costs(edit: 3, slip: 2)

    /// The cost of typing `a` for `b`.
    func substitution(of a: UInt8, for b: UInt8) -> Int {
      a == b ? 0 : Keyboard.areNeighbours(a, b) || a.isVowel && b.isVowel ? slip : edit
    }

    /// The cost of typing the letter at `place` of `word`, which is too many.
    func extraLetter(at place: Int, of word: [UInt8]) -> Int {
      place > 0 && word[place] == word[place - 1] ? slip : edit
    }
  }

  /// Returns the cost of typing `typed` for `meant`, or `nil` when it is over `limit`.
  ///
  /// - Complexity: O(*n*·*m*) for words of *n* and *m* bytes.
  static func between(
    _ typed: [UInt8], _ meant: [UInt8], atMost limit: Int, costs: Costs = .equal
  ) -> Int? {
    guard abs(typed.count - meant.count) * costs.slip <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: meant.count + 1)
    var last = (0...meant.count).map { $0 * costs.slip }
    var row = last
    var lastLeast = 0
    for i in 0..<typed.count {
      let extra = costs.extraLetter(at: i, of: typed)
      row[0] = last[0] + extra
      var least = row[0]
      for j in 0..<meant.count {
        var cost = min(
          last[j + 1] + extra, row[j] + costs.slip,
          last[j] + costs.substitution(of: typed[i], for: meant[j]))
        if i > 0, j > 0, typed[i] == meant[j - 1], typed[i - 1] == meant[j] {
          cost = min(cost, beforeLast[j - 1] + costs.slip)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      // A swap reaches over one row.
      if least > limit, lastLeast + costs.slip > limit { return nil }
      lastLeast = least
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[meant.count] <= limit ? last[meant.count] : nil
  }
}

extension UInt8 {
  /// Whether this is one of the letters a, e, i, o, u and y.
  var isVowel: Bool { "aeiouy".utf8.contains(self) }
}
