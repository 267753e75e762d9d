/// The part of a section that is shown: whole paragraphs in article order,
/// about as many words as a patient reads at one go.
struct Passage: Hashable, Sendable {
  /// The most words shown, unless a single paragraph is longer.
  static let longest = 115

  /// The paragraphs shown, by their place in the section.
  let shown: Range<Int>

  /// Takes a paragraph, adding those that follow, then those before, while they fit.
  ///
  /// - Parameters:
  ///   - paragraphs: the section's paragraphs, at least one.
  ///   - best: the place of the paragraph that answers best.
  init(paragraphs: [String], around best: Int = 0) {
    let words = paragraphs.map { $0.split(separator: " ").count }
    var shown = best..<best + 1
    var count = words[best]
    while shown.upperBound < words.count, count + words[shown.upperBound] <= Self.longest {
      count += words[shown.upperBound]
      shown = shown.lowerBound..<shown.upperBound + 1
    }
    while shown.lowerBound > 0, count + words[shown.lowerBound - 1] <= Self.longest {
      count += words[shown.lowerBound - 1]
      shown = shown.lowerBound - 1..<shown.upperBound
    }
    self.shown = shown
  }

  /// Joins paragraphs as they are shown.
  static func joined(_ paragraphs: some Sequence<String>) -> String {
    paragraphs.joined(separator: "\n\n")
  }
}
