import KnowledgeBase
import TextAnalysis

/// Recognises messages made of nothing but small talk: "hi, thank you so much".
struct SmallTalkMatcher {
  private let intents: [SmallTalk]
  /// The number of the intent that a phrase belongs to.
  private let intentOfPhrase: [[String]: Int]
  private let longestPhrase: Int

  init(_ intents: [SmallTalk]) {
    self.intents = intents
    var intentOfPhrase: [[String]: Int] = [:]
    for (number, intent) in intents.enumerated() {
      for phrase in intent.phrases {
        let words = Self.words(of: phrase)
        if intentOfPhrase[words] == nil { intentOfPhrase[words] = number }
      }
    }
    self.intentOfPhrase = intentOfPhrase
    longestPhrase = intentOfPhrase.keys.map(\.count).max() ?? 0
  }

  private static func words(of text: String) -> [String] {
    Tokenizer.words.tokens(in: text).map { Normalizer.fold($0.text) }
  }

  /// Returns the kind of talk when phrases of it make up the whole message; of
  /// several kinds the last said, since greetings come first.
  func match(_ message: String) -> SmallTalk? {
    let words = Self.words(of: message)
    guard !words.isEmpty, longestPhrase > 0 else { return nil }
    // lastIntent[n] is the intent of the last phrase when the first n words are
    // phrases throughout.
    var lastIntent: [Int?] = Array(repeating: nil, count: words.count + 1)
    var isReached = Array(repeating: false, count: words.count + 1)
    isReached[0] = true
    for end in 1...words.count {
      // The longest phrase that ends here says most.
      for length in stride(from: min(longestPhrase, end), to: 0, by: -1)
      where isReached[end - length] {
        if let intent = intentOfPhrase[Array(words[end - length..<end])] {
          isReached[end] = true
          lastIntent[end] = intent
          break
        }
      }
    }
    return lastIntent[words.count].map { intents[$0] }
  }

  /// Returns `message` without sentences of nothing but small talk at its start and
  /// end, when others stand beside them.
  func withoutCourtesies(_ message: String) -> String {
    var sentences: [Substring] = []
    var start = message.startIndex
    for place in message.indices where ".!?".contains(message[place]) {
      let end = message.index(after: place)
      sentences.append(message[start..<end])
      start = end
    }
    if message[start...].contains(where: { !$0.isWhitespace }) {
      sentences.append(message[start...])
    }
    func isCourtesy(_ sentence: Substring) -> Bool { match(String(sentence)) != nil }
    let rest = sentences.drop(while: isCourtesy)
    guard let first = rest.first, let last = rest.last(where: { !isCourtesy($0) }) else {
      return message
    }
    return String(message[first.startIndex..<last.endIndex])
  }
}
