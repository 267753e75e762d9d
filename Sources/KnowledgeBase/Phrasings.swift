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
    // Cutting at the byte is many times as fast as at the character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = Substring(bytes).trimmingSpace()
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

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension Substring {
  fileprivate func trimmingSpace() -> Substring {
    var bytes = utf8
    while let byte = bytes.first, byte.isBlank { bytes.removeFirst() }
    while let byte = bytes.last, byte.isBlank { bytes.removeLast() }
    return Substring(bytes)
  }
}
