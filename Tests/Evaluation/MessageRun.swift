import KnowledgeBase
import Safety

/// Every safety example judged by triage with a net that never saw its voice:
/// the honest estimate for the next stranger.
struct MessageRun {
  /// A message and what was found in it.
  struct Judged: Sendable {
    let message: NetMessage
    let assessment: Assessment

    func score(_ label: String) -> Double { assessment.net?.score(of: label) ?? -1 }
    var danger: Double { assessment.net?.danger ?? -1 }

    /// Whether a message in danger gets no card about danger to life or one that
    /// needs nothing gets one, or misuse and advice are not told from the rest.
    var isMistaken: Bool {
      let isCard = assessment.gravest?.isAboutLife ?? false
      switch message.label {
      case .safetyClass(let safetyClass) where safetyClass.isAboutLife: return !isCard
      case .safetyClass(let safetyClass): return assessment.carded != safetyClass
      case .safe: return isCard || assessment.carded == .misuse
      case .distress: return false
      }
    }
  }

  private let learning: NetLearning
  private let triage: Triage

  init(_ knowledge: Knowledge, learning: NetLearning) {
    self.learning = learning
    triage = knowledge.safety.triage
  }

  /// Judges all messages, a group of voices left out in turn.
  func judgeAll(thresholds: ExampleNet.Thresholds) -> [Judged] {
    learning.mapGroupsLeftOut { classifier, messages in
      let triage = triage.replacing(
        net: ExampleNet(classifier, ideas: learning.ideas, thresholds: thresholds))
      return messages.map { Judged(message: $0, assessment: triage.assess($0.text)) }
    }.flatMap(\.self)
  }

  /// Prints how many messages get a card about danger to life, or that or the
  /// help lines, by class, voice and language.
  func write() {
    guard let thresholds = triage.net?.thresholds else {
      print("no net was learned; `make learn` does it")
      return
    }
    var card = Tally()
    var cardOrSupport = Tally()
    var exact = Tally()
    for judged in judgeAll(thresholds: thresholds) {
      let message = judged.message
      let gravest = judged.assessment.gravest
      let isCard = gravest?.isAboutLife ?? false
      let names =
        message.isQuestion
        ? [message.name] : [message.name, "\(message.name), \(message.language)"]
      for name in names {
        card.count(name, isCard)
        cardOrSupport.count(name, isCard || gravest == .support)
      }
      if message.name == SafetyClass.crisis.rawValue || message.name == "safe look-alike" {
        card.count("\(message.name), voice \(message.voice)", isCard)
      }
      if case .safetyClass(let safetyClass) = message.label {
        exact.count(message.name, judged.assessment.carded == safetyClass)
      }
    }
    card.write("voices left out: a card about danger to life")
    cardOrSupport.write("voices left out: such a card, or the help lines first")
    exact.write("voices left out: the card of the very class")
  }

  /// Prints the messages that are judged wrong, as lines of class,
  /// language, voice, danger score and text: what more examples should be written near.
  func writeMisjudged() {
    guard let thresholds = triage.net?.thresholds else {
      print("no net was learned; `make learn` does it")
      return
    }
    for judged in judgeAll(thresholds: thresholds) where judged.isMistaken {
      let message = judged.message
      print(
        message.name, message.language, message.voice,
        (judged.danger * 1000).rounded() / 1000, message.text, separator: "\t")
    }
  }

  /// The score that all but a share of `scores` lie below.
  static func quantile(_ scores: [Double], leaving share: Double) -> Double {
    let sorted = scores.sorted(by: >)
    guard !sorted.isEmpty else { return 1 }
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}
