/// The ways patients ask for one thing.
package struct Phrasings: Sendable {
  /// A question as a patient put it, and who talks like that.
  package struct Phrasing: Hashable, Sendable {
    /// The question.
    package let text: String
    /// The heading it stands under.
    package let voice: String
    /// The line it stands on, counted from 1.
    package let line: Int
  }

  /// What the questions ask for: a section, a topic, or one of the fixed names.
  package let target: String
  /// The questions in the order of the file.
  package let phrasings: [Phrasing]

  /// The target of questions only the care team may answer.
  package static let personalAdvice = "personal-advice"
  /// The target of talk that is no question about the articles.
  package static let smallTalk = "small-talk"

  static func read(_ text: String, target: String, file: String, log: FaultLog) -> Phrasings {
    var phrasings: [Phrasing] = []
    var voice: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingSpace()
      if line.isEmpty { continue }
      if line.hasPrefix("## ") {
        voice = String(line.dropFirst(3).trimmingSpace())
      } else if let voice {
        phrasings.append(Phrasing(text: String(line), voice: voice, line: index + 1))
      } else {
        log.note(file, index + 1, "a phrasing before the first `## voice` heading")
      }
    }
    return Phrasings(target: target, phrasings: phrasings)
  }
}

extension Substring {
  fileprivate func trimmingSpace() -> Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
