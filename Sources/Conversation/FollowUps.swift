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

  private let refer: Set<String>
  private let open: Set<[String]>
  private let bare: Set<[String]>
  private let more: Set<[String]>
  private let ordinals: [[String]: Int]
  private let subjects: [FollowUpWords.Subject]
  private let subjectOfName: [[String]: Int]
  private let longestName: Int
  private let longestOpening: Int

  /// Words that stand before a subject's name and say nothing.
  private static let articles: Set<String> = [
    "the", "a", "an", "with", "for", "about", "on", "el", "la", "los", "las", "con", "de",
  ]

  init(_ words: FollowUpWords) {
    func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    refer = Set(words.refer)
    open = Set(words.open.map(split))
    bare = Set(words.bare.map(split))
    more = Set(words.more.map(split))
    ordinals = Dictionary(
      words.ordinals.enumerated().flatMap { place, names in names.map { (split($0), place) } },
      uniquingKeysWith: { first, _ in first })
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

  /// Returns which of the sections offered a message picks, counted from 0.
  func choice(_ words: [String]) -> Int? { ordinals[words] }

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
  /// other subject.
  func asking(_ previous: [String], of words: [String]) -> [String]? {
    let opening = openingLength(of: words)
    guard opening > 0 else { return nil }
    let rest = Array(words[opening...].drop(while: Self.articles.contains))
    let named = mentions(in: rest)
    guard let name = named.first, named.count == 1, name.words == rest.indices else { return nil }
    let before = mentions(in: previous).filter { $0.subject != name.subject }
    guard let first = before.first else { return nil }
    var asked: [String] = []
    for (place, word) in previous.enumerated() {
      if place == first.words.lowerBound { asked += rest }
      if !before.contains(where: { $0.words.contains(place) }) { asked.append(word) }
    }
    return asked
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
