extension ExampleNet {
  /// The scores from which a graver class about danger to life counts beside the
  /// likeliest one; where two speak of life the graver decides, so it need not be likely.
  private static let alsoLikely: [SafetyClass: Double] = [.emergency: -0.45, .crisis: -0.42]

  /// Returns what a message calls for by its likeness to the examples.
  func findings(in reading: Reading) -> [Assessment.Finding] {
    var findings: [Assessment.Finding] = []
    func note(_ safetyClass: SafetyClass, likeLabel label: String, _ means: String) {
      findings.append(
        Assessment.Finding(
          safetyClass: safetyClass, rule: "like-\(safetyClass.rawValue)", means: means,
          language: reading.score(of: Self.spanish) > 0 ? "es" : "en",
          words: strongestWords(for: label, in: reading)))
    }
    if reading.danger >= thresholds.card {
      let likeliest = Self.likeliest(in: reading)
      for safetyClass in Self.dangerClasses
      where safetyClass == likeliest
        || reading.score(of: safetyClass.rawValue)
          > Self.alsoLikely[safetyClass, default: .infinity]
      {
        note(
          safetyClass, likeLabel: safetyClass.rawValue,
          "The message is like the examples of \(safetyClass.rawValue).")
      }
    } else if reading.danger >= thresholds.support {
      note(
        .support, likeLabel: Self.likeliest(in: reading).rawValue,
        "The message is a little like the examples of danger to life.")
    } else if reading.score(of: Self.distress) >= thresholds.distress {
      note(
        .support, likeLabel: Self.distress, "The message is like the examples of low mood.")
    }
    if reading.score(of: SafetyClass.misuse.rawValue) >= thresholds.misuse {
      note(
        .misuse, likeLabel: SafetyClass.misuse.rawValue,
        "The message is like the examples of misuse.")
    }
    if reading.score(of: SafetyClass.personalAdvice.rawValue) >= thresholds.advice {
      note(
        .personalAdvice, likeLabel: SafetyClass.personalAdvice.rawValue,
        "The question is like those that only the care team may answer.")
    }
    return findings
  }

  /// The class about danger to life whose examples the message is most like.
  static func likeliest(in reading: Reading) -> SafetyClass {
    var likeliest = SafetyClass.emergency
    for safetyClass in dangerClasses
    where reading.score(of: safetyClass.rawValue) > reading.score(of: likeliest.rawValue) {
      likeliest = safetyClass
    }
    return likeliest
  }
}
