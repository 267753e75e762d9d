/// Where the phrases of each set occur in a message.
///
/// Nearly all of the thousands of sets occur nowhere. The places of all sets stand
/// in one list, in the order in which they were noted; each knows the next of its set.
struct Occurrences: Sendable {
  /// A place, and where in the list the next of the same set stands; -1 for none.
  private struct Note {
    let place: Range<Int>
    var next: Int32 = -1
  }

  private var notes: [Note] = []
  /// Where in the list the first and the last place of each set stand; -1 for none.
  private var ends: [(first: Int32, last: Int32)]

  /// Creates the occurrences of `setCount` sets, none of which occurs.
  init(setCount: Int) {
    ends = Array(repeating: (-1, -1), count: setCount)
  }

  /// Whether a phrase of a set occurs.
  func contains(_ set: PhraseTable.SetID) -> Bool { ends[set].first >= 0 }

  /// The places of a set, in the order in which they were noted.
  subscript(set: PhraseTable.SetID) -> some Sequence<Range<Int>> {
    sequence(state: ends[set].first) { [notes] next in
      guard next >= 0 else { return nil }
      let note = notes[Int(next)]
      next = note.next
      return note.place
    }
  }

  /// Notes that a phrase of a set occurs at `place`.
  mutating func add(_ place: Range<Int>, to set: PhraseTable.SetID) {
    let new = Int32(notes.count)
    notes.append(Note(place: place))
    let last = ends[set].last
    if last >= 0 { notes[Int(last)].next = new } else { ends[set].first = new }
    ends[set].last = new
  }

  /// Notes that a set occurs wherever another does too.
  mutating func add(placesOf other: PhraseTable.SetID, to set: PhraseTable.SetID) {
    for place in self[other] { add(place, to: set) }
  }
}
