package import Retrieval
package import TextAnalysis

/// Learns the classifier of an ``ExampleNet`` from labelled messages.
package struct ExampleNetLearner: Sendable {
  private let features: TextFeatures
  private var learner: TextClassifierLearner

  /// Creates a learner in which words stand for `ideas`.
  package init(ideas: WordIdeas) {
    features = ExampleNet.features(ideas)
    var settings = TextClassifierLearner.Settings()
    settings.leadingLabels = ExampleNet.dangerClasses.indices
    settings.featureLimit = 700_000
    settings.weightLimit = 1_000_000
    settings.frequencyPower = 0.75
    settings.regularisation = 1.5
    learner = TextClassifierLearner(labels: ExampleNet.labels, settings: settings)
  }

  /// How much a mistake on a message of a class counts. The rarer classes count
  /// more, so that they are not taken for the common ones. Low mood counts less: it
  /// shades into crisis, and where it ends authors do not agree. How many alarms a
  /// missed cry for help is worth is not decided here but by the thresholds.
  private static func importance(of safetyClass: SafetyClass?, isDistress: Bool) -> Double {
    switch safetyClass {
    case .danger, .concernForOther: 1.5
    default: isDistress ? 0.5 : 1
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
      importance: importance * Self.importance(of: safetyClass, isDistress: isDistress))
  }

  /// Returns what was learned.
  package func learn() -> TextClassifier { learner.learn() }
}
