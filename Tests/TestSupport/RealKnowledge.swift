import FoundationEssentials
package import KnowledgeBase

/// The clinic's own content, as it stands in this repository.
package enum RealKnowledge {
  /// The repository's folder `Knowledge`.
  package static let path = repository + "/Knowledge"
  /// The repository's folder `Transcripts`.
  package static let transcriptsPath = repository + "/Transcripts"

  private static let repository: String = {
    // This file is <repository>/Tests/TestSupport/RealKnowledge.swift.
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Loads the content anew.
  package static func load() throws(KnowledgeError) -> Knowledge {
    try Knowledge(at: path)
  }

  /// Every way patients ask that the content knows, in the order of its files.
  package static func questions(of knowledge: Knowledge) -> [String] {
    knowledge.phrasings.flatMap { $0.phrasings.map(\.text) }
  }

  /// The text of every labelled question of the evaluation.
  package static func labelledQuestions() throws -> [String] {
    try ["questions", "questions-kept-aside", "questions-kept-aside-second"].flatMap { name in
      try String(
        contentsOfFile: repository + "/Tests/Evaluation/\(name).tsv", encoding: .utf8
      ).split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(4).first.map(
          String.init)
      }
    }
  }
}
