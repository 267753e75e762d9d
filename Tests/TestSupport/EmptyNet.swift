package import KnowledgeBase

/// A net of examples that learned nothing and finds nothing.
package enum EmptyNet {
  private static let weights = """
    labels\temergency\tcrisis\tdanger\tconcern_for_other\tmisuse\tpersonal_advice\tdistress\tspanish
    examples\t1
    bias\t-1000\t-1000\t-1000\t-1000\t-1000\t-1000\t-1000\t-1000
    features\t0

    """

  /// Returns the files that it is served from, by their paths in a Knowledge
  /// folder.
  ///
  /// - Parameter source: the hash of what it says it was learned from.
  package static func files(source: String) -> [String: String] {
    [
      "safety/net-weights.txt": weights,
      "safety/net.yaml": """
      source: "\(source)"
      weights: "\(ContentHash.hexadecimal(of: Array(weights.utf8)))"
      thresholds: {card: 99, support: 99, distress: 99, misuse: 99, advice: 99}

      """,
    ]
  }

  /// Returns the files, learned from the Knowledge folder at `path` as it is now.
  package static func files(
    learnedFrom path: String
  ) throws(KnowledgeError) -> [String: String] {
    files(source: try TaughtMessage.hash(of: path))
  }
}
