/// The words of English that carry no topic: articles, pronouns, auxiliaries,
/// prepositions, question words.
public enum FunctionWords {
  /// The words, folded. The closed classes of any grammar of English, written down
  /// for this program.
  public static let english: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "no", "not",
    "i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "it", "its", "we", "us",
    "our", "they", "them", "their", "one", "am", "is", "are", "was", "were", "be", "been", "being",
    "do", "does", "did", "doing", "have", "has", "had", "having", "can", "could", "will", "would",
    "shall", "should", "may", "might", "must", "dont", "doesnt", "cant", "isnt", "im", "ive",
    "and", "or", "but", "so", "if", "than", "then", "because", "as", "of", "at", "by", "for",
    "with", "about", "into", "through", "during", "before", "after", "to", "from", "up", "down",
    "in", "out", "on", "off", "over", "under", "there", "here", "what", "whats", "which", "who",
    "whom", "whose", "when", "where", "why", "how", "too", "very", "just", "also", "please", "need",
    "many", "much", "more", "most", "few", "good",
    "bad",
    "go", "get", "take", "know", "tell", "want",
  ]
}
