import TextAnalysis

/// Counts the features of a text.
///
/// Features are told apart by the hashes of their names, of 64 bits each: among the
/// hundreds of one text two that are equal do not come.
struct FeatureCounts {
  /// A feature, where its name first stands, and how often it comes.
  struct Feature {
    let hash: UInt64
    let range: Range<Int>
    var count: Int
  }

  /// The features in the order in which they first came.
  private(set) var features: [Feature] = []
  /// One more than the place of a feature in ``features``, 0 for an empty slot; their
  /// number is a power of two, at least twice that of the features.
  private var slots: [Int32]

  /// - Parameter capacity: how many are counted at most.
  init(capacity: Int) {
    var size = 2
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    features.reserveCapacity(capacity)
  }

  /// Counts a feature, whose name stands at `range`.
  mutating func count(_ hash: UInt64, at range: Range<Int>) {
    let mask = slots.count - 1
    var slot = NameHash.slot(of: hash, mask: mask)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if features[place].hash == hash {
        features[place].count += 1
        return
      }
      slot = (slot + 1) & mask
    }
    features.append(Feature(hash: hash, range: range, count: 1))
    slots[slot] = Int32(features.count)
  }
}
