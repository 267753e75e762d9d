/// All phrases of all patterns, looked up together: one pass over a message
/// finds where each phrase set occurs.
struct PhraseTable: Sendable {
  /// A phrase set's number.
  typealias SetID = Int

  private struct Entry: Sendable {
    let rest: [PhraseSet.Word]
    let set: SetID
  }

  private var ids: [String: SetID] = [:]
  private var byFirstWord: [String: [Entry]] = [:]
  private var byFirstLetters: [String: [(prefix: String, entry: Entry)]] = [:]
  /// Sets that hold the phrases of another one too.
  private var inclusions: [(set: SetID, includes: SetID)] = []
  private(set) var vocabulary: Set<String> = []

  /// How many letters a prefix is looked up by.
  private static let prefixKey = 2

  var count: Int { ids.count }

  /// Returns the number of a phrase set, adding it when new.
  mutating func add(_ set: PhraseSet) -> SetID {
    if let id = ids[set.name] { return id }
    let id = ids.count
    ids[set.name] = id
    for phrase in set.phrases {
      for case .exact(let word) in phrase { vocabulary.insert(word) }
      let entry = Entry(rest: Array(phrase.dropFirst()), set: id)
      switch phrase[0] {
      case .exact(let word): byFirstWord[word, default: []].append(entry)
      case .prefix(let word):
        byFirstLetters[String(word.prefix(Self.prefixKey)), default: []].append((word, entry))
      }
    }
    for idea in set.ideas { inclusions.append((id, add(idea))) }
    return id
  }

  /// Returns, for each phrase set, where it occurs in `words`.
  func occurrences(in words: [MessageWord]) -> [[Range<Int>]] {
    var found = [[Range<Int>]](repeating: [], count: count)
    for start in words.indices {
      let form = words[start].form
      for entry in byFirstWord[form] ?? [] { note(entry, start, words, &found) }
      for (prefix, entry) in byFirstLetters[String(form.prefix(Self.prefixKey))] ?? []
      where form.hasPrefix(prefix) {
        note(entry, start, words, &found)
      }
    }
    // Ideas hold no ideas, so one pass is enough.
    for (set, included) in inclusions where !found[included].isEmpty {
      found[set] += found[included]
    }
    return found
  }

  private func note(
    _ entry: Entry, _ start: Int, _ words: [MessageWord], _ found: inout [[Range<Int>]]
  ) {
    let end = start + 1 + entry.rest.count
    guard end <= words.count else { return }
    for (offset, word) in entry.rest.enumerated() {
      let form = words[start + 1 + offset].form
      switch word {
      case .exact(let expected): if form != expected { return }
      case .prefix(let expected): if !form.hasPrefix(expected) { return }
      }
    }
    found[entry.set].append(start..<end)
  }
}
