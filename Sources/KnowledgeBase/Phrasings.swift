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
    /// The paragraph of the section that answers it, counted from 1, where one stands out.
    package let paragraph: Int?

    init(text: String, voice: String, line: Int, paragraph: Int? = nil) {
      self.text = text
      self.voice = voice
      self.line = line
      self.paragraph = paragraph
    }
  }

  /// What the questions ask for: a section, a topic, or one of the fixed names.
  package let target: String
  private let source: Source

  private enum Source {
    case list([Phrasing])
    /// The bytes of a file that is known to be free of faults.
    case file([UInt8])
  }

  /// Creates phrasings.
  init(target: String, phrasings: [Phrasing]) {
    self.target = target
    source = .list(phrasings)
  }

  /// Creates the phrasings of a file that was read before without a fault; its
  /// lines are looked at each time they are asked for.
  init(target: String, sound file: [UInt8]) {
    self.target = target
    source = .file(file)
  }

  /// The questions in the order of the file.
  package var phrasings: [Phrasing] {
    switch source {
    case .list(let phrasings): phrasings
    case .file(let bytes): Self.read(bytes)
    }
  }

  /// The questions of which nobody has checked yet what they name.
  var unchecked: [Phrasing] {
    if case .list(let phrasings) = source { phrasings } else { [] }
  }

  /// Whether there is no question.
  package var isEmpty: Bool {
    switch source {
    case .list(let phrasings): phrasings.isEmpty
    case .file(let bytes): Self.read(bytes, atMost: 1).isEmpty
    }
  }

  /// The target of questions only the care team may answer.
  package static let personalAdvice = "personal-advice"
  /// The target of talk that is no question about the articles.
  package static let smallTalk = "small-talk"

  private static let voiceMark = Array("## ".utf8)
  private static let pilcrow = Array("¶".utf8)
  /// What stands before the number of the paragraph that answers a question.
  private static let paragraphMark = Array(" ¶".utf8)
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func read(_ text: String, target: String, file: String, log: FaultLog) -> Phrasings {
    // Cutting at bytes is many times as fast as at characters.
    let phrasings = read(Array(text.utf8)) { line, message in log.note(file, line, message) }
    return Phrasings(target: target, phrasings: phrasings)
  }

  /// Returns the phrasings of a text in UTF-8.
  ///
  /// - Parameters:
  ///   - limit: how many are wanted.
  ///   - fault: takes the number of each line that is wrong, and what is wrong with it.
  private static func read(
    _ bytes: [UInt8], atMost limit: Int = .max, fault: (Int, String) -> Void = { _, _ in }
  ) -> [Phrasing] {
    var phrasings: [Phrasing] = []
    var voice: String?
    var number = 0
    var rest = bytes.starts(with: byteOrderMark) ? bytes[byteOrderMark.count...] : bytes[...]
    while !rest.isEmpty, phrasings.count < limit {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = rest[..<end].trimmingBlanks()
      rest = rest[end...].dropFirst()
      number += 1
      if line.isEmpty { continue }
      if line.starts(with: voiceMark) {
        voice = String(decoding: line.dropFirst(voiceMark.count).trimmingBlanks(), as: UTF8.self)
      } else if let voice {
        let (text, paragraph) = partingParagraph(line)
        if text.contains(pilcrow) {
          fault(number, "a `¶` that names no paragraph; expected ` ¶2` at the end")
        }
        phrasings.append(
          Phrasing(
            text: String(decoding: text, as: UTF8.self), voice: voice, line: number,
            paragraph: paragraph))
      } else {
        fault(number, "a phrasing before the first `## voice` heading")
      }
    }
    return phrasings
  }

  /// Returns a line without the mark of a paragraph at its end, and that paragraph.
  private static func partingParagraph(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int?) {
    let text = line.dropLast(while: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    guard text.count < line.count, text.suffix(paragraphMark.count) == paragraphMark[...],
      let paragraph = Int(String(decoding: line[text.endIndex...], as: UTF8.self))
    else { return (line, nil) }
    return (text.dropLast(paragraphMark.count).trimmingBlanks(), paragraph)
  }
}

extension ArraySlice<UInt8> {
  /// The slice without the elements at its end that fulfil a condition.
  fileprivate func dropLast(while fulfils: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var rest = self
    while let byte = rest.last, fulfils(byte) { rest.removeLast() }
    return rest
  }

  fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var rest = self
    while let byte = rest.first, isBlank(byte) { rest.removeFirst() }
    while let byte = rest.last, isBlank(byte) { rest.removeLast() }
    return rest
  }
}
