/// Phrases that soften a message and say nothing against it: "lol", "but i am
/// fine", "thank you". They are set aside at a message's ends when it is
/// compared with the examples, so that adding one never takes a card away.
package struct Pleasantries: Sendable {
  private let cover: PhraseCover

  /// Creates pleasantries of phrases in normal form.
  package init(_ phrases: [String]) {
    cover = PhraseCover(phrases)
  }

  /// Returns the words between the pleasantries at either end.
  func trimmed(_ words: ArraySlice<WrittenWord>) -> ArraySlice<WrittenWord> {
    var core = words
    while let length = cover.length(in: core.lazy.map(\.text), atEnd: true) {
      core = core.dropLast(length)
    }
    while let length = cover.length(in: core.lazy.map(\.text), atEnd: false) {
      core = core.dropFirst(length)
    }
    return core
  }
}
