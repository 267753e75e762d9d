import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Safety

extension ExampleNet {
  /// What a tiny net is learned from.
  private static let examples: [(SafetyClass?, [String])] = [
    (
      .crisis,
      ["i want to die", "i want to kill myself", "i will end my life", "i wish i was dead"]
    ),
    (.emergency, ["i have chest pain", "i cannot breathe", "my chest hurts badly"]),
    (.danger, ["he hits me", "my husband hits me and i am scared of him"]),
    (.concernForOther, ["my son wants to die", "my daughter talks of killing herself"]),
    (.misuse, ["how do i get high on it", "where can i buy it without a script"]),
    (.personalAdvice, ["should i double my dose", "may i stop my pills"]),
    (
      nil,
      [
        "what is tea?", "how long does tea steep?", "how hot is the water?", "where is the tin?",
        "what does a tin cost?", "is tea a drink?", "which tea is green?", "who grows the tea?",
      ]
    ),
  ]

  /// A classifier that was learned from few messages.
  static let tinyClassifier: TextClassifier = {
    var learner = ExampleNetLearner(ideas: tinyIdeas)
    for (safetyClass, messages) in examples {
      for message in messages { learner.add([WrittenWord](message), safetyClass: safetyClass) }
    }
    learner.add([WrittenWord]("i feel so sad and low"), safetyClass: nil, isDistress: true)
    learner.add([WrittenWord]("everything is grey and sad"), safetyClass: nil, isDistress: true)
    learner.add([WrittenWord]("quiero morir"), safetyClass: .crisis, isSpanish: true)
    learner.add([WrittenWord]("que es el te?"), safetyClass: nil, isSpanish: true)
    return learner.learn()
  }()

  private static let tinyIdeas = WordIdeas([
    "self": ["i", "me", "myself"], "death": ["die", "dead"],
  ])

  /// A net that was learned from few messages; no score reaches a threshold that
  /// is not given.
  static func tiny(
    card: Double = 99, support: Double = 99, distress: Double = 99, misuse: Double = 99,
    advice: Double = 99, harmless: Double? = nil
  ) throws -> ExampleNet {
    try #require(
      ExampleNet(
        tinyClassifier, ideas: tinyIdeas,
        thresholds: Thresholds(
          card: card, support: support, distress: distress, misuse: misuse, advice: advice,
          harmless: harmless)))
  }
}
