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

  private static let voiceMark = Array("## ".utf8)

  static func read(_ text: String, target: String, file: String, log: FaultLog) -> Phrasings {
    var phrasings: [Phrasing] = []
    var voice: String?
    // Cutting at bytes is many times as fast as at characters.
    let bytes = Array(text.utf8)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.trimmingBlanks()
      if line.isEmpty { continue }
      if line.starts(with: Self.voiceMark) {
        voice = String(
          decoding: line.dropFirst(Self.voiceMark.count).trimmingBlanks(), as: UTF8.self)
      } else if let voice {
        let text = String(decoding: line, as: UTF8.self)
        phrasings.append(Phrasing(text: text, voice: voice, line: index + 1))
      } else {
        log.note(file, index + 1, "a phrasing before the first `## voice` heading")
      }
    }
    return Phrasings(target: target, phrasings: phrasings)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var rest = self
    while let byte = rest.first, isBlank(byte) { rest.removeFirst() }
    while let byte = rest.last, isBlank(byte) { rest.removeLast() }
    return rest
  }
}
