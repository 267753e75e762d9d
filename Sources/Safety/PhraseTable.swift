import TextAnalysis

/// The phrases of all patterns, looked up together: one pass over a message
/// finds where each set of phrases occurs.
///
/// Words are numbers and phrases lie in flat arrays: the rules hold thousands
/// of phrases, and building objects for them would be most of the start-up.
struct PhraseTable: Sendable {
  /// A set of phrases any of which may stand at one place of a pattern.
  typealias SetID = Int

  /// A word of a phrase: itself, or all words that begin with it.
  struct Word: Hashable, Sendable {
    let number: Int
    let isPrefix: Bool
  }

  /// A phrase of a set. Entries whose phrases begin with the same word hang
  /// together, the latest first.
  private struct Entry: Sendable {
    let set: SetID
    let words: Range<Int>
    let next: Int
  }

  private var table = WordTable()
  private var words: [Word] = []
  private var entries: [Entry] = []
  /// The latest entry for each first word, by word number; -1 for none.
  private var entryOfWord: [Int] = []
  /// The latest entry for each first word that is a prefix.
  private var entryOfPrefix: [(prefix: Int, entry: Int, firstByte: UInt8?)] = []
  /// Sets that hold the phrases of another one too.
  private var inclusions: [(set: SetID, includes: SetID)] = []
  /// Which words stand for themselves somewhere, by word number.
  private var isExact: [Bool] = []

  /// How many sets there are.
  private(set) var count = 0

  /// The single words that stand for themselves, for undoing disguises.
  var vocabulary: Set<String> {
    Set(
      isExact.indices.filter { isExact[$0] }.map {
        String(decoding: table.bytes(of: $0), as: UTF8.self)
      })
  }

  // MARK: Building

  /// Returns the number of a new, empty set.
  mutating func makeSet() -> SetID {
    count += 1
    return count - 1
  }

  /// Returns the word that stands at `range` of `text`.
  mutating func word(at range: Range<Int>, in text: [UInt8], isPrefix: Bool) -> Word {
    let number = table.number(of: range, in: text)
    while isExact.count < table.count {
      isExact.append(false)
      entryOfWord.append(-1)
    }
    if !isPrefix { isExact[number] = true }
    return Word(number: number, isPrefix: isPrefix)
  }

  /// Adds a word to the phrase that is being written.
  mutating func append(_ word: Word) { words.append(word) }

  /// Ends the phrase that is being written and adds it to a set; returns whether
  /// it has a word.
  mutating func endPhrase(in set: SetID) -> Bool {
    let start = entries.last?.words.upperBound ?? 0
    guard start < words.count else { return false }
    let first = words[start]
    let next: Int
    if first.isPrefix {
      let place = entryOfPrefix.firstIndex { $0.prefix == first.number }
      next = place.map { entryOfPrefix[$0].entry } ?? -1
      if let place {
        entryOfPrefix[place].entry = entries.count
      } else {
        entryOfPrefix.append((first.number, entries.count, table.bytes(of: first.number).first))
      }
    } else {
      next = entryOfWord[first.number]
      entryOfWord[first.number] = entries.count
    }
    entries.append(Entry(set: set, words: start..<words.count, next: next))
    return true
  }

  /// Lets a set hold the phrases of another, which includes none itself.
  mutating func include(_ other: SetID, in set: SetID) {
    inclusions.append((set, other))
  }

  // MARK: Looking up

  /// Returns, for each set, where its phrases occur in a message.
  func occurrences(in message: [MessageWord]) -> [[Range<Int>]] {
    var found = [[Range<Int>]](repeating: [], count: count)
    let numbers = message.map { table.find($0.form) }
    for start in message.indices {
      if let number = numbers[start] {
        note(entryOfWord[number], at: start, message, numbers, &found)
      }
      // Few prefixes begin with the word's first letter; the others need no look.
      let first = message[start].form.utf8.first
      for (prefix, entry, firstByte) in entryOfPrefix
      where firstByte == first && hasPrefix(message[start].form, prefix) {
        note(entry, at: start, message, numbers, &found)
      }
    }
    for (set, included) in inclusions where !found[included].isEmpty {
      found[set] += found[included]
    }
    return found
  }

  /// Notes all entries of a chain that occur at `start`; their first words do.
  private func note(
    _ first: Int, at start: Int, _ message: [MessageWord], _ numbers: [Int?],
    _ found: inout [[Range<Int>]]
  ) {
    var place = first
    while place >= 0 {
      let entry = entries[place]
      let end = start + entry.words.count
      if end <= message.count {
        let occurs = entry.words.dropFirst().allSatisfy { place in
          let at = start + place - entry.words.lowerBound
          return words[place].isPrefix
            ? hasPrefix(message[at].form, words[place].number)
            : numbers[at] == words[place].number
        }
        if occurs { found[entry.set].append(start..<end) }
      }
      place = entry.next
    }
  }

  private func hasPrefix(_ form: String, _ prefix: Int) -> Bool {
    form.utf8.starts(with: table.bytes(of: prefix))
  }
}
