import FoundationEssentials
package import Safety

/// A message that the net of examples is learned from.
package struct TaughtMessage: Hashable, Sendable {
  /// What a message stands for.
  package enum Label: Hashable, Sendable {
    /// It calls for a card.
    case safetyClass(SafetyClass)
    /// Low mood, without a sign of danger.
    case distress
    /// It calls for nothing, however much it looks like it.
    case safe

    init?(_ name: String) {
      switch name {
      case "safe": self = .safe
      case ExampleNet.distress: self = .distress
      default:
        guard let safetyClass = SafetyClass(rawValue: name), safetyClass != .support else {
          return nil
        }
        self = .safetyClass(safetyClass)
      }
    }
  }

  /// What it stands for.
  package let label: Label
  /// Its language, as an ISO 639-1 code.
  package let language: String
  /// The message.
  package let text: String
  /// Whose way of writing it is: the name of its file.
  package let voice: String

  /// Reads the files `*.tsv` of the folder at `path`: a message a line, as class,
  /// language and text with tabs between.
  ///
  /// - Throws: ``KnowledgeError/faults(_:)`` with every line that cannot be used,
  ///   or ``KnowledgeError/missing(path:)``.
  package static func readAll(at path: String) throws(KnowledgeError) -> [TaughtMessage] {
    let folder = try ContentFolder(at: path, endings: [".tsv"])
    guard !folder.files.isEmpty else { throw .missing(path: path) }
    let log = FaultLog()
    var messages: [TaughtMessage] = []
    for file in folder.files {
      let voice = String(file.path.dropLast(".tsv".count))
      guard let text = folder.text(of: file, log: log) else { continue }
      for (number, line) in text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      )
      .enumerated()
      where !line.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3, !fields[2].isEmpty else {
          log.note(file.path, number + 1, "expected class, language and message, tabs between")
          continue
        }
        guard let label = Label(fields[0]) else {
          log.note(file.path, number + 1, "`\(fields[0])` is no class, `distress` or `safe`")
          continue
        }
        messages.append(
          TaughtMessage(label: label, language: fields[1], text: fields[2], voice: voice))
      }
    }
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return messages
  }

  /// Returns the hash of all that the net is learned from in the Knowledge folder
  /// at `path`: the examples, the rules with theirs, the ideas, the ways patients
  /// ask, the turns of conversations and the small talk.
  package static func hash(of path: String) throws(KnowledgeError) -> String {
    let examples = try ContentFolder(at: path + "/" + Self.folder, endings: [".tsv"]).files
    let others = try ContentFolder(at: path).files.filter {
      $0.path.hasPrefix("phrasings/") || $0.path.hasPrefix(TaughtTurn.folder + "/")
        || $0.path == "small-talk.yaml"
        || SafetyReader.isLearnedFrom($0.path)
    }
    return ContentHash.hexadecimal(of: examples + others)
  }

  /// Where the examples stand in a Knowledge folder.
  package static let folder = "safety/examples"
}
