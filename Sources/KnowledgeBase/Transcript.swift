import FoundationEssentials

/// An expected conversation, written by staff.
package struct Transcript: Sendable {
  /// What a patient says and what must come back.
  package struct Turn: Hashable, Sendable {
    /// What the patient types.
    package let patient: String
    /// The kind of reply expected.
    package let kind: String
    /// The section expected first, where one matters.
    package let section: String?
    /// The line of the turn, counted from 1.
    package let line: Int?
  }

  /// The file's name without its ending.
  package let name: String
  /// The turns in order.
  package let turns: [Turn]

  /// Reads all transcripts in the folder at `path`, in the order of their names.
  ///
  /// - Throws: ``KnowledgeError/faults(_:)`` with all faults of all files,
  ///   ``KnowledgeError/missing(path:)`` when there is no such folder.
  package static func readAll(at path: String) throws(KnowledgeError) -> [Transcript] {
    let folder = try ContentFolder(at: path)
    let log = FaultLog()
    let transcripts = folder.files.filter { $0.path.hasSuffix(".yaml") }.compactMap {
      file -> Transcript? in
      folder.text(of: file, log: log).flatMap { text in
        YAMLReader(text, file: file.path, log: log).map { fields in
          Transcript(name: String(file.path.dropLast(".yaml".count)), fields)
        }
      }
    }
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return transcripts
  }

  /// Reads a file of many transcripts, a list named `dialogues`.
  ///
  /// - Throws: ``KnowledgeError/faults(_:)`` with all faults of the file,
  ///   ``KnowledgeError/unreadable(path:)`` when it cannot be read.
  package static func readMany(at path: String) throws(KnowledgeError) -> [Transcript] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadable(path: path)
    }
    let log = FaultLog()
    let fields = YAMLReader(text, file: path, log: log)
    fields?.allow("dialogues")
    let transcripts = (fields?.list("dialogues") ?? []).map { fields in
      Transcript(name: fields.optionalString("about") ?? "", fields)
    }
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return transcripts
  }

  private init(name: String, _ fields: YAMLReader) {
    fields.allow("about", "turns")
    self.name = name
    turns = fields.list("turns").compactMap { turn in
      turn.allow("patient", "kind", "section")
      guard let patient = turn.string("patient"), let kind = turn.string("kind") else { return nil }
      return Turn(
        patient: patient, kind: kind, section: turn.optionalString("section"), line: turn.line)
    }
  }
}
