/// Texts that say nearly the same in nearly the same words.
///
/// A text is the set of its runs of three characters; two are alike by the share of
/// runs that they have in common, |A ∩ B| / |A ∪ B|. Two texts whose likeness
/// reaches the threshold *t* share one of the |A| − ⌈t·|A|⌉ + 1 rarest runs of each,
/// so that only texts that do are compared.
///
/// Sources: P. Jaccard, "The distribution of the flora in the alpine zone", New
/// Phytologist 11 (1912); R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs
/// similarity search", WWW 2007.
package struct NearDuplicates {
  /// Two texts, by their numbers, and how alike they are.
  package struct Pair: Hashable, Sendable {
    package let first: Int
    package let second: Int
    /// 1 for the same runs, 0 for none in common.
    package let likeness: Double
  }

  private let threshold: Double

  private static let runLength = 3

  /// Creates a search.
  ///
  /// - Parameter threshold: the least likeness, over 0 and at most 1.
  package init(threshold: Double) {
    self.threshold = threshold
  }

  /// Returns the pairs of texts that are alike enough, in the order of the texts.
  package func pairs(among texts: [String]) -> [Pair] {
    let sets = rareFirst(texts.map(Self.runs))
    var holders: [Int: [Int]] = [:]
    var pairs: [Pair] = []
    for (second, runs) in sets.enumerated() {
      let prefix = runs.prefix(prefixLength(of: runs.count))
      for first in Set(prefix.flatMap { holders[$0] ?? [] }) {
        let likeness = Self.likeness(sets[first], runs)
        if likeness >= threshold {
          pairs.append(Pair(first: first, second: second, likeness: likeness))
        }
      }
      for run in prefix { holders[run, default: []].append(second) }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func prefixLength(of count: Int) -> Int {
    // A product that is a whole number may come out a hair above it.
    count - Int((threshold * Double(count) - 1e-9).rounded(.up)) + 1
  }

  /// Returns how alike two texts are, 0 to 1.
  package static func likeness(of a: String, and b: String) -> Double {
    let (a, b) = (Set(runs(of: a)), Set(runs(of: b)))
    return a.isEmpty && b.isEmpty ? 1 : Double(a.intersection(b).count) / Double(a.union(b).count)
  }

  private static func runs(of text: String) -> [[UInt8]] {
    let bytes = Array(" \(text) ".utf8)
    guard bytes.count > runLength else { return [bytes] }
    return (0...bytes.count - runLength).map { Array(bytes[$0..<$0 + runLength]) }
  }

  /// Returns the sets with their runs numbered from the rarest up, and sorted.
  private func rareFirst(_ texts: [[[UInt8]]]) -> [[Int]] {
    let sets = texts.map { Set($0) }
    var frequencies: [[UInt8]: Int] = [:]
    for set in sets { for run in set { frequencies[run, default: 0] += 1 } }
    let ordered = frequencies.sorted { a, b in
      a.value != b.value ? a.value < b.value : a.key.lexicographicallyPrecedes(b.key)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element.key, $0.offset) })
    return sets.map { set in set.compactMap { numbers[$0] }.sorted() }
  }

  private static func likeness(_ a: [Int], _ b: [Int]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(common) / Double(a.count + b.count - common)
  }
}
