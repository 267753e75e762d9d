import KnowledgeBase
import TextAnalysis

/// Tells how a question leans on the one before it: "and how fast?", "tell me more",
/// "and ketamine?".
struct FollowUps {
  /// A subject's name among the words of a question.
  struct Mention: Hashable {
    /// The subject's number.
    let subject: Int
    /// Where its name stands.
    let words: Range<Int>
  }

  /// Which of several sections is meant.
  enum Pick: Hashable {
    /// The one at this place, counted from 0.
    case place(Int)
    /// The last one.
    case last
    /// The one that was not shown, of two.
    case other
  }

  private let refer: Set<String>
  private let open: Set<[String]>
  private let bare: Set<[String]>
  private let more: Set<[String]>
  private let picks: [[String]: Pick]
  private let lists: [String: [String]]
  private let subjects: [FollowUpWords.Subject]
  private let subjectOfName: [[String]: Int]
  private let longestName: Int
  private let longestPick: Int
  private let longestOpening: Int

  /// Words that stand before a subject's name and say nothing.
  private static let articles: Set<String> = [
    "the", "a", "an", "with", "for", "about", "on", "el", "la", "los", "las", "con", "de",
  ]

  /// Words before an expression that picks which turn it into its opposite.
  private static let excluding: Set<String> = ["not", "neither", "nor", "than", "but"]

  init(_ words: FollowUpWords) {
    func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    refer = Set(words.refer)
    open = Set(words.open.map(split))
    bare = Set(words.bare.map(split))
    more = Set(words.more.map(split))
    let places = words.ordinals.enumerated().map { place, names in (Pick.place(place), names) }
    picks = Dictionary(
      (places + [(.last, words.last), (.other, words.other)]).flatMap { pick, names in
        names.map { (split($0), pick) }
      }, uniquingKeysWith: { first, _ in first })
    longestPick = picks.keys.map(\.count).max() ?? 0
    lists = Dictionary(
      words.lists.map { ($0.section, $0.names) }, uniquingKeysWith: { first, _ in first })
    subjects = words.subjects
    subjectOfName = Dictionary(
      words.subjects.enumerated().flatMap { number, subject in
        subject.say.map { (split($0), number) }
      }, uniquingKeysWith: { first, _ in first })
    longestName = subjectOfName.keys.map(\.count).max() ?? 0
    longestOpening = open.map(\.count).max() ?? 0
  }

  /// Whether a message asks for more of the same.
  func asksForMore(_ words: [String]) -> Bool { more.contains(words) }

  /// Returns the sections that tell of what `section` lists, in its order.
  func list(in section: String) -> [String] { lists[section] ?? [] }

  /// Returns which of the sections offered a message picks: with all it says ("2nd"),
  /// or with words that can mean nothing else ("and the second one, is it certain").
  ///
  /// - Parameter isNothingElse: whether the pick must be all that it says.
  func pick(_ words: [String], isNothingElse: Bool = false) -> Pick? {
    let rest = Array(words[openingLength(of: words)...])
    if let pick = picks[rest] { return pick }
    if isNothingElse { return nil }
    for start in rest.indices {
      for length in stride(from: min(longestPick, rest.count - start), to: 1, by: -1) {
        let end = start + length
        guard let pick = picks[Array(rest[start..<end])] else { continue }
        // Not "not the second one", and not "the first time".
        guard start == 0 || !Self.excluding.contains(rest[start - 1]) else { continue }
        let isWhole =
          rest[end - 1] == "one" || end == rest.count
          || FunctionWords.english.contains(rest[end])
        if isWhole { return pick }
      }
    }
    return nil
  }

  /// Whether a question goes on from the one before it.
  func leans(_ words: [String]) -> Bool {
    openingLength(of: words) > 0 || words.contains(where: refer.contains)
      || bare.contains(words)
  }

  /// Returns the names of subjects in a question, in order; of names that overlap
  /// the longest.
  func mentions(in words: [String]) -> [Mention] {
    var mentions: [Mention] = []
    var place = 0
    while place < words.count {
      let lengths = stride(from: min(longestName, words.count - place), to: 0, by: -1)
      let found = lengths.lazy.compactMap { length in
        subjectOfName[Array(words[place..<place + length])].map {
          Mention(subject: $0, words: place..<place + length)
        }
      }.first
      if let found { mentions.append(found) }
      place = found?.words.upperBound ?? place + 1
    }
    return mentions
  }

  /// Returns the words of the question before, asked of the subject that is all
  /// that `words` name: "and ketamine?" after "how do SSRIs work" is "how do
  /// ketamine work". `nil` when `words` say more, or the question before is on no
  /// other subject of the kind.
  func asking(_ previous: [String], of words: [String]) -> [String]? {
    let opening = openingLength(of: words)
    guard opening > 0 else { return nil }
    let rest = Array(words[opening...].drop(while: Self.articles.contains))
    let named = mentions(in: rest)
    guard let name = named.first, named.count == 1, name.words == rest.indices else { return nil }
    let before = mentions(in: previous, thatGiveWayTo: named).filter { $0.subject != name.subject }
    guard let first = before.first else { return nil }
    var asked: [String] = []
    for (place, word) in previous.enumerated() {
      if place == first.words.lowerBound { asked += rest }
      if !before.contains(where: { $0.words.contains(place) }) { asked.append(word) }
    }
    return asked
  }

  /// Returns the names in a question that those in the next one stand in for: the
  /// names of the same kinds.
  func mentions(in previous: [String], thatGiveWayTo named: [Mention]) -> [Mention] {
    let kinds = Set(named.map { subjects[$0.subject].kind })
    return mentions(in: previous).filter { kinds.contains(subjects[$0.subject].kind) }
  }

  /// Returns the only sections that may answer a question; `nil` when all may.
  func sections(for words: [String]) -> Set<String>? {
    let named = Set(mentions(in: words).map { subjects[$0.subject].name })
    let bound = subjects.filter { subject in
      named.contains(subject.name) && !subject.sections.isEmpty
        && named.isDisjoint(with: subject.beside)
    }
    return bound.isEmpty ? nil : Set(bound.flatMap(\.sections))
  }

  private func openingLength(of words: [String]) -> Int {
    stride(from: min(longestOpening, words.count), to: 0, by: -1).first {
      open.contains(Array(words[..<$0]))
    } ?? 0
  }
}
