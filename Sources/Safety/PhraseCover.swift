/// Tells whether a message is made of nothing but some phrases.
struct PhraseCover: Sendable {
  private let phrases: Set<[String]>
  private let longest: Int

  /// Creates a cover of phrases in normal form.
  init(_ phrases: [String]) {
    self.phrases = Set(phrases.map { $0.split(separator: " ").map(String.init) })
    longest = self.phrases.map(\.count).max() ?? 0
  }

  /// The length of the longest phrase that ends, or begins, at an end of `words`.
  func length(in words: some Collection<String>, atEnd: Bool) -> Int? {
    let words = Array(atEnd ? words.suffix(longest) : words.prefix(longest))
    return stride(from: words.count, to: 0, by: -1).first {
      phrases.contains(Array(atEnd ? words.suffix($0) : words.prefix($0)))
    }
  }

  /// Whether phrases, one behind the other, make up all of `words`; the longest
  /// one is taken each time.
  func covers(_ words: [String]) -> Bool {
    guard !words.isEmpty else { return false }
    var rest = words[...]
    while !rest.isEmpty {
      guard let length = length(in: rest, atEnd: false) else { return false }
      rest = rest.dropFirst(length)
    }
    return true
  }

  /// Whether a phrase stands anywhere in `words`.
  func occurs(in words: [String]) -> Bool {
    words.indices.contains { length(in: words[$0...], atEnd: false) != nil }
  }
}
