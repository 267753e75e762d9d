/// A turn of a conversation that is learned from: what somebody asks next.
package struct TaughtTurn: Hashable, Sendable {
  /// The question before.
  package let previous: String
  /// The section that answered that; `nil` when none did.
  package let section: String?
  /// What is asked next.
  package let text: String
  /// What answers it: a section, a topic, or ``Phrasings/personalAdvice`` or
  /// ``Phrasings/smallTalk``.
  package let target: String
  /// Whose way of asking it is: the name of its file.
  package let voice: String

  /// Creates a turn.
  package init(previous: String, section: String?, text: String, target: String, voice: String) {
    self.previous = previous
    self.section = section
    self.text = text
    self.target = target
    self.voice = voice
  }

  /// Where the turns stand in a Knowledge folder.
  package static let folder = "turns"

  /// Reads the files `*.txt` of the folder `turns` of the Knowledge folder at `path`: a
  /// turn a line, as the question before, what answered it, the question, and what
  /// answers it, with tabs between. There need be none.
  ///
  /// - Parameter knowledge: the content, whose sections and topics are named.
  /// - Throws: ``KnowledgeError/faults(_:)`` with every line that cannot be used.
  package static func readAll(
    at path: String, of knowledge: Knowledge
  ) throws(KnowledgeError) -> [TaughtTurn] {
    let content = try ContentFolder(at: path)
    let targets = Set(
      knowledge.sections.map(\.id) + knowledge.notCovered.map(\.id)
        + [Phrasings.personalAdvice, Phrasings.smallTalk])
    let log = FaultLog()
    var turns: [TaughtTurn] = []
    for file in content.files where file.path.hasPrefix(folder + "/") {
      let voice = String(file.path.dropFirst(folder.count + 1).dropLast(".txt".count))
      guard let text = content.text(of: file, log: log) else { continue }
      for (number, line) in text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      )
      .enumerated()
      where !line.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, fields.allSatisfy({ !$0.isEmpty }) else {
          log.note(
            file.path, number + 1,
            "expected a question, what answered it, the next and what answers that, tabs between")
          continue
        }
        for name in [fields[1], fields[3]] where !targets.contains(name) {
          log.note(file.path, number + 1, "`\(name)` is no section, topic or kind of talk")
        }
        turns.append(
          TaughtTurn(
            previous: fields[0], section: knowledge.section(fields[1])?.id, text: fields[2],
            target: fields[3], voice: voice))
      }
    }
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return turns
  }
}
