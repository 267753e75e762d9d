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
    /// The number of the second word where it stands for itself; most entries of a
    /// chain are told apart by it.
    let second: Int?
    let next: Int
  }

  private var table = WordTable()
  private var words: [Word] = []
  private var entries: [Entry] = []
  /// The latest entry for each first word, by word number; -1 for none.
  private var entryOfWord: [Int] = []
  /// The latest entry for each first word that is a prefix, by its first byte.
  private var entriesOfPrefixes = [[(prefix: Int, entry: Int)]](repeating: [], count: 256)
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
      let firstByte = Int(table.bytes(of: first.number).first ?? 0)
      let place = entriesOfPrefixes[firstByte].firstIndex { $0.prefix == first.number }
      next = place.map { entriesOfPrefixes[firstByte][$0].entry } ?? -1
      if let place {
        entriesOfPrefixes[firstByte][place].entry = entries.count
      } else {
        entriesOfPrefixes[firstByte].append((first.number, entries.count))
      }
    } else {
      next = entryOfWord[first.number]
      entryOfWord[first.number] = entries.count
    }
    let second =
      start + 1 < words.count && !words[start + 1].isPrefix ? words[start + 1].number : nil
    entries.append(Entry(set: set, words: start..<words.count, second: second, next: next))
    return true
  }

  /// Lets a set hold the phrases of another, which includes none itself.
  mutating func include(_ other: SetID, in set: SetID) {
    inclusions.append((set, other))
  }

  // MARK: Looking up

  /// Returns where the phrases of each set occur in a message.
  func occurrences(in message: [MessageWord]) -> Occurrences {
    var found = Occurrences(setCount: count)
    let forms = message.map { Array($0.form.utf8) }
    let numbers = forms.map { table.find($0.indices, in: $0) }
    for (start, form) in forms.enumerated() {
      if let number = numbers[start] {
        note(entryOfWord[number], at: start, forms, numbers, &found)
      }
      // Few prefixes begin with the word's first letter; the others need no look.
      for (prefix, entry) in entriesOfPrefixes[Int(form.first ?? 0)] where has(form, prefix) {
        note(entry, at: start, forms, numbers, &found)
      }
    }
    for (set, included) in inclusions where found.contains(included) {
      found.add(placesOf: included, to: set)
    }
    return found
  }

  /// Notes all entries of a chain that occur at `start`; their first words do.
  private func note(
    _ first: Int, at start: Int, _ forms: [[UInt8]], _ numbers: [Int?],
    _ found: inout Occurrences
  ) {
    let following = start + 1 < numbers.count ? numbers[start + 1] : nil
    var place = first
    while place >= 0 {
      let entry = entries[place]
      if let second = entry.second, second != following {
        place = entry.next
        continue
      }
      let end = start + entry.words.count
      if end <= forms.count, occurs(entry, at: start, forms, numbers) {
        found.add(start..<end, to: entry.set)
      }
      place = entry.next
    }
  }

  private func occurs(
    _ entry: Entry, at start: Int, _ forms: [[UInt8]], _ numbers: [Int?]
  ) -> Bool {
    for place in entry.words.dropFirst() {
      let word = words[place]
      let at = start + place - entry.words.lowerBound
      guard word.isPrefix ? has(forms[at], word.number) : numbers[at] == word.number else {
        return false
      }
    }
    return true
  }

  private func has(_ form: [UInt8], _ prefix: Int) -> Bool {
    form.starts(with: table.bytes(of: prefix))
  }
}
