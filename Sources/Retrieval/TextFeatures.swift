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

  /// Creates features in which words stand for `ideas`.
  public init(_ ideas: WordIdeas, nearPairs: Bool = false) {
    self.ideas = ideas
    hasNearPairs = nearPairs
  }

  private static let longestWordRun = 2
  private static let longestIdeaRun = 3
  private static let letterRuns = 3...5
  /// How many words on the second of a near pair may stand.
  private static let nearness = 3
  private static let space = UInt8(ascii: " ")

  /// Returns the features of a text, or of a part of one.
  public func list(of words: some Sequence<WrittenWord>) -> FeatureList {
    var list = FeatureList()
    var texts: [[UInt8]] = []
    var ideas: [[UInt8]] = []
    for word in words {
      let text = Array(word.text.utf8)
      writeLetterRuns(of: text, to: &list)
      texts.append(text)
      ideas.append(self.ideas.idea(of: word.text).map { Array("<\($0)>".utf8) } ?? text)
      if word.isAsked {
        texts.append([UInt8(ascii: "?")])
        ideas.append([UInt8(ascii: "?")])
      }
    }
    writeRuns(of: texts, family: UInt8(ascii: "w"), upTo: Self.longestWordRun, to: &list)
    writeRuns(of: ideas, family: UInt8(ascii: "i"), upTo: Self.longestIdeaRun, to: &list)
    if hasNearPairs { writeNearPairs(of: texts, to: &list) }
    return list
  }

  private func writeNearPairs(of words: [[UInt8]], to list: inout FeatureList) {
    for first in words.indices {
      for second in first...min(first + Self.nearness, words.count - 1) {
        list.write(UInt8(ascii: "g"))
        list.write(UInt8(ascii: ":"))
        list.write(words[first])
        if second > first {
          list.write(UInt8(ascii: "~"))
          list.write(words[second])
        }
        list.endFeature()
      }
    }
  }

  private func writeRuns(
    of words: [[UInt8]], family: UInt8, upTo longest: Int, to list: inout FeatureList
  ) {
    for start in words.indices {
      for length in 1...longest where start + length <= words.count {
        list.write(family)
        list.write(UInt8(ascii: ":"))
        for place in start..<start + length {
          if place > start { list.write(Self.space) }
          list.write(words[place])
        }
        list.endFeature()
      }
    }
  }

  /// Writes the runs of letters of a word with a space on either side; a shorter
  /// word is one run.
  private func writeLetterRuns(of word: [UInt8], to list: inout FeatureList) {
    let padded = [Self.space] + word + [Self.space]
    for length in Self.letterRuns {
      for start in 0...max(0, padded.count - length) {
        list.write(UInt8(ascii: "c"))
        list.write(UInt8(ascii: ":"))
        list.write(padded[start..<min(start + length, padded.count)])
        list.endFeature()
      }
      if padded.count <= length { break }
    }
  }
}
