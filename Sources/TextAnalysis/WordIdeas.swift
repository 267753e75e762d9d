/// The idea that each word stands for, when messages are compared: "my old man"
/// and "my husband" say the same.
public struct WordIdeas: Sendable {
  private var words = WordTable(size: 16_384)
  private var ideaOfWord: [Int] = []
  /// The names, in the order in which they were defined.
  public private(set) var names: [String] = []

  /// Creates ideas that no word stands for.
  public init() {}

  /// How many words stand for an idea.
  public var wordCount: Int { ideaOfWord.count }

  /// Lets the word at `range` of `text` stand for an idea; returns `false` when
  /// it stands for one already.
  public mutating func add(_ range: Range<Int>, in text: [UInt8], to idea: String) -> Bool {
    guard words.number(of: range, in: text) == ideaOfWord.count else { return false }
    if names.last != idea { names.append(idea) }
    ideaOfWord.append(names.count - 1)
    return true
  }

  /// Returns the idea that a word in normal form stands for, if any.
  public func idea(of word: String) -> String? {
    words.find(word).map { names[ideaOfWord[$0]] }
  }

  /// Returns the place in ``names`` of the idea that the word at `range` of `text`
  /// stands for, if any.
  public func number(of range: Range<Int>, in text: [UInt8]) -> Int? {
    words.find(range, in: text).map { ideaOfWord[$0] }
  }
}
