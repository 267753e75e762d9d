/// Where the phrases of each set occur in a message.
///
/// Nearly all of the thousands of sets occur nowhere: a number is kept for each,
/// and a list only for those that do.
struct Occurrences: Sendable {
  /// The number of the list of each set; -1 for none.
  private var listOfSet: [Int32]
  private var lists: [[Range<Int>]] = []

  /// Creates the occurrences of `setCount` sets, none of which occurs.
  init(setCount: Int) {
    listOfSet = [Int32](repeating: -1, count: setCount)
  }

  /// Whether a phrase of a set occurs.
  func contains(_ set: PhraseTable.SetID) -> Bool { listOfSet[set] >= 0 }

  /// The places of a set.
  subscript(set: PhraseTable.SetID) -> [Range<Int>] {
    let list = listOfSet[set]
    return list < 0 ? [] : lists[Int(list)]
  }

  /// Notes that a phrase of a set occurs at `place`.
  mutating func add(_ place: Range<Int>, to set: PhraseTable.SetID) {
    let list = Int(listOfSet[set])
    if list >= 0 {
      lists[list].append(place)
    } else {
      listOfSet[set] = Int32(lists.count)
      lists.append([place])
    }
  }

  /// Notes that a set occurs wherever another does too.
  mutating func add(placesOf other: PhraseTable.SetID, to set: PhraseTable.SetID) {
    for place in self[other] { add(place, to: set) }
  }
}
