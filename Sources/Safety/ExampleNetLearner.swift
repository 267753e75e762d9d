package import Retrieval
package import TextAnalysis

/// Learns the classifier of an ``ExampleNet`` from labelled messages.
package struct ExampleNetLearner: Sendable {
  private let features: TextFeatures
  private var learner: TextClassifierLearner

  /// Creates a learner in which words stand for `ideas`.
  package init(ideas: WordIdeas) {
    features = TextFeatures(ideas)
    var settings = TextClassifierLearner.Settings()
    settings.leadingLabels = ExampleNet.dangerClasses.indices
    learner = TextClassifierLearner(labels: ExampleNet.labels, settings: settings)
  }

  /// How much a mistake on a message of a class counts: a missed cry for help
  /// twice as much as a false alarm; the rarer classes more, so that they are not
  /// taken for the common ones.
  private static func importance(of safetyClass: SafetyClass?) -> Double {
    switch safetyClass {
    case .emergency, .crisis, .misuse: 2
    case .danger, .concernForOther: 3
    default: 1
    }
  }

  /// Adds a message.
  ///
  /// - Parameters:
  ///   - words: the message's words, as ``Triage/writtenWords(of:)`` gives them.
  ///   - safetyClass: the class it belongs to, if any.
  ///   - isDistress: whether it speaks of low mood without a sign of danger.
  ///   - isSpanish: whether it is in Spanish.
  ///   - importance: how much a mistake on it counts beside others of its class.
  package mutating func add(
    _ words: [WrittenWord], safetyClass: SafetyClass?, isDistress: Bool = false,
    isSpanish: Bool = false, importance: Double = 1
  ) {
    var labels = safetyClass.map { [$0.rawValue] } ?? []
    if isDistress { labels.append(ExampleNet.distress) }
    if isSpanish { labels.append(ExampleNet.spanish) }
    learner.add(
      features.list(of: words), labels: labels,
      importance: importance * Self.importance(of: safetyClass))
  }

  /// Returns what was learned.
  package func learn() -> TextClassifier { learner.learn() }
}
