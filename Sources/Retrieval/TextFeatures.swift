public import TextAnalysis

/// What a text shows when it is compared with examples: its features, of the
/// ``FeatureFamilies`` that are asked for. A question mark counts as a word.
public struct TextFeatures: Sendable {
  private let ideas: WordIdeas
  private let families: FeatureFamilies
  /// The names of the ideas as they stand in features.
  private let ideaNames: [[UInt8]]

  /// Creates features in which words stand for `ideas`.
  public init(_ ideas: WordIdeas, families: FeatureFamilies = .ofQuestions) {
    self.ideas = ideas
    self.families = families
    ideaNames = ideas.names.map { Array("<\($0)>".utf8) }
  }

  private static let longestWordRun = 2
  private static let longestRunOfWordsAsIdeas = 3
  private static let longestIdeaRun = 4
  private static let longestStart = 4
  private static let longestEnd = 3
  /// How many words on the second of a near pair may stand.
  private static let nearness = 3
  private static let questionMark = CollectionOfOne(UInt8(ascii: "?"))

  /// How long the runs of letters are, if there are any.
  private var letterRuns: ClosedRange<Int>? {
    families.contains(.letters) ? 3...5 : families.contains(.fourLetters) ? 4...4 : nil
  }

  /// Returns the features of a text, or of a part of one.
  public func list(of words: some Sequence<WrittenWord>) -> FeatureList {
    var list = FeatureList()
    var texts = SpacedWords()
    /// The words as ideas, where they stand for one.
    var mixed = SpacedWords()
    var alone = SpacedWords()
    var numbers: [Int] = []
    for word in words {
      texts.append(word.text.utf8)
      let text = texts.places[texts.places.count - 1]
      if let lengths = letterRuns {
        writeLetterRuns(of: text, in: texts.bytes, lengths, to: &list)
      }
      if let idea = ideas.number(of: text, in: texts.bytes) {
        mixed.append(ideaNames[idea])
        alone.append(ideaNames[idea])
        numbers.append(idea)
      } else {
        mixed.append(texts.bytes[text])
      }
      if word.isAsked {
        texts.append(Self.questionMark)
        mixed.append(Self.questionMark)
        alone.append(Self.questionMark)
      }
    }
    if families.contains(.words) {
      writeRuns(of: texts, family: "w", upTo: Self.longestWordRun, to: &list)
    }
    if families.contains(.wordsAsIdeas) {
      writeRuns(of: mixed, family: "i", upTo: Self.longestRunOfWordsAsIdeas, to: &list)
    }
    if families.contains(.nearWords) { writeNearPairs(of: texts, to: &list) }
    if families.contains(.ideaPairs) { writePairs(ofIdeas: numbers, to: &list) }
    if families.contains(.ideaRuns) {
      writeRuns(of: alone, family: "s", upTo: Self.longestIdeaRun, to: &list)
    }
    if families.contains(.edges) { writeEdges(of: mixed, to: &list) }
    return list
  }

  /// Returns the words and pairs of words of a text alone.
  public func words(of words: some Sequence<WrittenWord>) -> FeatureList {
    TextFeatures(WordIdeas(), families: .words).list(of: words)
  }

  private func writeNearPairs(of words: SpacedWords, to list: inout FeatureList) {
    let (bytes, places) = (words.bytes, words.places)
    for first in places.indices {
      for second in first...min(first + Self.nearness, places.count - 1) {
        list.begin("g")
        list.write(bytes[places[first]])
        if second > first {
          list.write(UInt8(ascii: "~"))
          list.write(bytes[places[second]])
        }
        list.endFeature()
      }
    }
  }

  /// Writes each two of the ideas once, in the order of their numbers.
  private func writePairs(ofIdeas numbers: [Int], to list: inout FeatureList) {
    var different: [Int] = []
    for number in numbers.sorted() where number != different.last { different.append(number) }
    for (place, first) in different.enumerated() {
      for second in different[(place + 1)...] {
        list.begin("p")
        list.write(ideaNames[first])
        list.write(UInt8(ascii: "&"))
        list.write(ideaNames[second])
        list.endFeature()
      }
    }
  }

  private func writeEdges(of words: SpacedWords, to list: inout FeatureList) {
    let places = words.places
    guard let first = places.first, let last = places.last else { return }
    for end in places.prefix(Self.longestStart) {
      list.begin("e")
      list.write(UInt8(ascii: "^"))
      list.write(words.bytes[first.lowerBound..<end.upperBound])
      list.endFeature()
    }
    for start in places.suffix(Self.longestEnd) {
      list.begin("e")
      list.write(UInt8(ascii: "$"))
      list.write(words.bytes[start.lowerBound..<last.upperBound])
      list.endFeature()
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
    of words: SpacedWords, family: Unicode.Scalar, upTo longest: Int, to list: inout FeatureList
  ) {
    let places = words.places
    for start in places.indices {
      for end in start..<min(start + longest, places.count) {
        list.begin(family)
        list.write(words.bytes[places[start].lowerBound..<places[end].upperBound])
        list.endFeature()
      }
    }
  }

  /// Writes the runs of letters of a word with a space on either side; a shorter
  /// word is one run.
  private func writeLetterRuns(
    of word: Range<Int>, in bytes: [UInt8], _ lengths: ClosedRange<Int>,
    to list: inout FeatureList
  ) {
    let padded = word.lowerBound - 1..<word.upperBound + 1
    for length in lengths {
      for start in padded.lowerBound...max(padded.lowerBound, padded.upperBound - length) {
        list.begin("c")
        list.write(bytes[start..<min(start + length, padded.upperBound)])
        list.endFeature()
      }
      if padded.count <= length { break }
    }
  }
}
