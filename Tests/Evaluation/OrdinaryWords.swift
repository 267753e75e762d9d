import FoundationEssentials
import KnowledgeBase
import Safety

/// Dictionary words that triage would take for rule words in disguise: what
/// `Knowledge/safety/ordinary-words.txt` is made of.
struct OrdinaryWords {
  private let triage: Triage

  init(_ knowledge: Knowledge) {
    triage = knowledge.safety.triage
  }

  func write(dictionaries: some Sequence<String>) throws {
    var words: Set<String> = []
    for path in dictionaries {
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      for word in text.split(separator: "\n") where word.allSatisfy(\.isLetter) {
        words.insert(word.lowercased())
      }
    }
    for word in words.sorted() where word.utf8.allSatisfy({ $0 < 0x80 }) {
      let form = triage.normalForm(of: word)
      if form != [word], !form.isEmpty { print(word) }
    }
  }
}
