public import TextAnalysis

extension WordIdeas {
  /// Creates ideas, each with the words that stand for it.
  public init(_ ideas: KeyValuePairs<String, [String]>) {
    self.init()
    for (idea, words) in ideas {
      for word in words {
        let bytes = Array(word.utf8)
        _ = add(bytes.indices, in: bytes, to: idea)
      }
    }
  }
}
