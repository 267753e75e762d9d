public import TextAnalysis

/// What a text shows when it is compared with examples.
///
/// Three families: words and pairs of words (`w:want to`), runs of three to five
/// letters of a word (`c:uicid`), which see through misspellings, and runs of one
/// to three ideas (`i:<self> <want> to`), which see what different words have in
/// common. A question mark counts as a word.
///
/// A fourth where it is asked for: words again, and pairs of words that stand near
/// each other, in their order (`g:want~die`), which see through what is put between.
public struct TextFeatures: Sendable {
  private let ideas: WordIdeas
  private let hasNearPairs: Bool
  /// The names of the ideas as they stand in features.
  private let ideaNames: [[UInt8]]

  /// Creates features in which words stand for `ideas`.
  public init(_ ideas: WordIdeas, nearPairs: Bool = false) {
    self.ideas = ideas
    hasNearPairs = nearPairs
    ideaNames = ideas.names.map { Array("<\($0)>".utf8) }
  }

  private static let longestWordRun = 2
  private static let longestIdeaRun = 3
  private static let letterRuns = 3...5
  /// How many words on the second of a near pair may stand.
  private static let nearness = 3
  private static let questionMark = CollectionOfOne(UInt8(ascii: "?"))

  /// Returns the features of a text, or of a part of one.
  public func list(of words: some Sequence<WrittenWord>) -> FeatureList {
    var list = FeatureList()
    var texts = SpacedWords()
    var ideas = SpacedWords()
    for word in words {
      texts.append(word.text.utf8)
      let text = texts.places[texts.places.count - 1]
      writeLetterRuns(of: text, in: texts.bytes, to: &list)
      if let idea = self.ideas.number(of: text, in: texts.bytes) {
        ideas.append(ideaNames[idea])
      } else {
        ideas.append(texts.bytes[text])
      }
      if word.isAsked {
        texts.append(Self.questionMark)
        ideas.append(Self.questionMark)
      }
    }
    writeRuns(of: texts, family: UInt8(ascii: "w"), upTo: Self.longestWordRun, to: &list)
    writeRuns(of: ideas, family: UInt8(ascii: "i"), upTo: Self.longestIdeaRun, to: &list)
    if hasNearPairs { writeNearPairs(of: texts, to: &list) }
    return list
  }

  /// Returns the first family of the features of a text alone.
  public func words(of words: some Sequence<WrittenWord>) -> FeatureList {
    var list = FeatureList()
    var texts = SpacedWords()
    for word in words {
      texts.append(word.text.utf8)
      if word.isAsked { texts.append(Self.questionMark) }
    }
    writeRuns(of: texts, family: UInt8(ascii: "w"), upTo: Self.longestWordRun, to: &list)
    return list
  }

  private func writeNearPairs(of words: SpacedWords, to list: inout FeatureList) {
    let (bytes, places) = (words.bytes, words.places)
    for first in places.indices {
      for second in first...min(first + Self.nearness, places.count - 1) {
        list.write(UInt8(ascii: "g"))
        list.write(UInt8(ascii: ":"))
        list.write(bytes[places[first]])
        if second > first {
          list.write(UInt8(ascii: "~"))
          list.write(bytes[places[second]])
        }
        list.endFeature()
      }
    }
  }

  /// Words in one array of bytes, a space before and behind each: a run of words is
  /// a part of it.
  private struct SpacedWords {
    private(set) var bytes: [UInt8] = [SpacedWords.space]
    private(set) var places: [Range<Int>] = []

    private static let space = UInt8(ascii: " ")

    mutating func append(_ word: some Sequence<UInt8>) {
      let start = bytes.count
      bytes.append(contentsOf: word)
      places.append(start..<bytes.count)
      bytes.append(Self.space)
    }
  }

  private func writeRuns(
    of words: SpacedWords, family: UInt8, upTo longest: Int, to list: inout FeatureList
  ) {
    let places = words.places
    for start in places.indices {
      for end in start..<min(start + longest, places.count) {
        write(family, words.bytes[places[start].lowerBound..<places[end].upperBound], to: &list)
      }
    }
  }

  /// Writes the runs of letters of a word with a space on either side; a shorter
  /// word is one run.
  private func writeLetterRuns(of word: Range<Int>, in bytes: [UInt8], to list: inout FeatureList) {
    let padded = word.lowerBound - 1..<word.upperBound + 1
    for length in Self.letterRuns {
      for start in padded.lowerBound...max(padded.lowerBound, padded.upperBound - length) {
        let end = min(start + length, padded.upperBound)
        write(UInt8(ascii: "c"), bytes[start..<end], to: &list)
      }
      if padded.count <= length { break }
    }
  }

  private func write(_ family: UInt8, _ part: ArraySlice<UInt8>, to list: inout FeatureList) {
    list.write(family)
    list.write(UInt8(ascii: ":"))
    list.write(part)
    list.endFeature()
  }
}
