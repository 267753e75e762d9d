/// Finds a pattern in a message.
///
/// Works on all starting places at once, step by step, so the time is bounded
/// by steps × words × gap whatever the message: there is no backtracking.
struct RuleMatcher {
  let words: [MessageWord]
  let occurrences: Occurrences
  /// Whether a word is a negation that counts.
  let isNegation: [Bool]

  /// How far before its start a negation cancels a match.
  private static let negationReach = 3

  /// Returns the places where any of `patterns` occurs, one pattern after the other.
  ///
  /// - Parameter negation: whether an occurrence behind a negation counts.
  func matches(_ patterns: [Pattern], negation: RecognitionRule.Negation) -> [Range<Int>] {
    var places: [Range<Int>] = []
    // Nearly all patterns end here, before anything is set up for them.
    for pattern in patterns where mayOccur(pattern) {
      places += matches(pattern, negation: negation)
    }
    return places
  }

  private func mayOccur(_ pattern: Pattern) -> Bool {
    for set in pattern.required where !occurrences.contains(set) { return false }
    return true
  }

  /// Returns the places where `pattern` occurs: for each end the latest start.
  ///
  /// - Parameter negation: whether an occurrence behind a negation counts.
  func matches(
    _ pattern: Pattern, negation: RecognitionRule.Negation
  ) -> [Range<Int>] {
    guard mayOccur(pattern) else { return [] }
    // starts[p] is the latest start of a partial match that ends at p, or none.
    var starts = words.indices.map { start in
      negation == .cancels && isNegated(at: start) ? nil : start
    }
    starts.append(nil)
    for step in pattern.steps {
      var next: [Int?]
      switch step {
      case .phrase(let set, let optional):
        next = optional ? starts : Array(repeating: nil, count: starts.count)
        for place in occurrences[set] {
          if let start = starts[place.lowerBound],
            next[place.upperBound].map({ $0 < start }) ?? true
          {
            next[place.upperBound] = start
          }
        }
      case .gap(let widest):
        next = starts
        for (place, start) in starts.enumerated() {
          guard let start else { continue }
          var end = place
          while end < words.count, end - place < widest, !isNegation[end],
            end == place || words[end].breakBefore < .sentence
          {
            // A gap right after a full stop would start in the next sentence.
            if end == place, place > start, words[end].breakBefore == .sentence { break }
            end += 1
            if next[end].map({ $0 < start }) ?? true { next[end] = start }
          }
        }
      case .sentenceStart:
        next = starts.enumerated().map { place, start in
          place < words.count && words[place].breakBefore == .sentence ? start : nil
        }
      case .sentenceEnd:
        next = starts.enumerated().map { place, start in
          place == words.count || words[place].breakBefore == .sentence ? start : nil
        }
      }
      starts = next
    }
    return starts.enumerated().compactMap { end, start in
      start.flatMap { $0 < end ? $0..<end : nil }
    }
  }

  /// Whether two places lie, in part at least, in the same sentence.
  func shareSentence(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let gap =
      a.lowerBound < b.lowerBound
      ? a.upperBound..<max(a.upperBound, b.lowerBound + 1)
      : b.upperBound..<max(b.upperBound, a.lowerBound + 1)
    return !gap.contains { $0 < words.count && words[$0].breakBefore == .sentence }
  }

  private func isNegated(at start: Int) -> Bool {
    var place = start
    while place > 0, start - place < Self.negationReach {
      if words[place].breakBefore > .none { return false }
      place -= 1
      if isNegation[place] { return true }
    }
    return false
  }
}
