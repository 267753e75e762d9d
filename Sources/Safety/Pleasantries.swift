import TextAnalysis

/// Phrases that soften a message and say nothing against it: "lol", "but i am
/// fine", "thank you". They are set aside at a message's ends when it is
/// compared with the examples, so that adding one never takes a card away.
package struct Pleasantries: Sendable {
  private let cover: PhraseCover

  /// Creates pleasantries of phrases in normal form.
  package init(_ phrases: [String]) {
    cover = PhraseCover(phrases)
  }

  /// More pleasantries than this at one end are not taken off one by one.
  private static let mostSteps = 4

  /// Returns what is left of `words` as one pleasantry after the other is taken
  /// off, first at the end, then at the start; nothing when there is none. Each
  /// step is given, for the words at an end may be meant ("i am sorry").
  func trimmings(_ words: ArraySlice<WrittenWord>) -> [ArraySlice<WrittenWord>] {
    var steps: [ArraySlice<WrittenWord>] = []
    var core = words
    for atEnd in [true, false] {
      for _ in 0..<Self.mostSteps {
        guard let length = cover.length(in: core.lazy.map(\.text), atEnd: atEnd),
          length < core.count
        else { break }
        core = atEnd ? core.dropLast(length) : core.dropFirst(length)
        steps.append(core)
      }
    }
    return steps
  }
}
