import Retrieval

extension TextClassifierLearner.Settings {
  /// How all that is learned of questions is learned.
  ///
  /// - Parameters:
  ///   - absent: what the score of a label should be for a text that has it not.
  ///   - features: how many features are kept at most.
  ///   - weights: how many weights are kept at most; more change no answer.
  static func ofQuestions(absent: Double = 0, features: Int, weights: Int) -> Self {
    var settings = Self()
    settings.regularisation = 1
    settings.absent = absent
    settings.featureLimit = features
    settings.weightLimit = weights
    // Scores are good to a thousandth, which is all that is kept of the weights.
    settings.tolerance = 1e-3
    return settings
  }
}
