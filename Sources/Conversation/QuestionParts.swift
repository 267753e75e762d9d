import TextAnalysis

/// Cuts a line into the questions that it asks.
enum QuestionParts {
  /// The most questions of a line that are answered one by one.
  static let most = 3
  /// Fewer words are no question of their own.
  private static let fewestWords = 3

  /// Words that a question begins with.
  private static let askingWords: Set<String> = [
    "what", "whats", "how", "hows", "why", "when", "where", "wheres", "who", "whos", "which", "is",
    "are", "does", "do", "did", "can", "could", "will", "would", "should", "que", "como", "cuando",
    "donde", "cuanto", "cuanta", "quien", "cual",
  ]
  /// Words between two questions.
  private static let joints: Set<String> = ["and", "also", "y", "plus"]

  /// Returns the questions of `text` in order; one or none when it does not ask two
  /// or three.
  static func split(_ text: String) -> [String] {
    let parts = text.split { ".?!;".contains($0) }.flatMap(splitAtJoints)
    let asked = parts.filter(isQuestion)
    guard asked.count == parts.count, (2...most).contains(asked.count) else { return [] }
    return asked.map { part in
      part.split(separator: " ").joined(separator: " ") + "?"
    }
  }

  /// Cuts at an "and" that a question begins behind.
  private static func splitAtJoints(_ part: Substring) -> [Substring] {
    let words = part.split(separator: " ")
    var parts: [Substring] = []
    var start = part.startIndex
    for (place, word) in words.enumerated().dropFirst()
    where joints.contains(word.lowercased()) && place + 1 < words.count
      && askingWords.contains(Normalizer.fold(String(words[place + 1])))
      && words.count - place > fewestWords
    {
      parts.append(part[start..<word.startIndex])
      start = words[place + 1].startIndex
    }
    return (parts + [part[start...]]).filter { $0.contains { !$0.isWhitespace } }
  }

  private static func isQuestion(_ part: Substring) -> Bool {
    let words = part.split { $0 == " " || $0 == "¿" || $0 == "," }.map {
      Normalizer.fold(String($0))
    }
    return words.count >= fewestWords && words.prefix(2).contains(where: askingWords.contains)
  }
}
