import FoundationEssentials
import KnowledgeBase
import Retrieval
import Safety

/// Learns the net and writes the two files it is served from.
struct NetFiles {
  private let folder: String
  private let run: MessageRun
  private let learning: NetLearning

  /// The shares of messages that need nothing and may still pass a threshold.
  ///
  /// They are measured on voices that were left out. The look-alikes among them
  /// were written to be as hard as can be; of ordinary questions far fewer pass.
  private enum Allowed {
    static let card = 0.11
    static let cardOrSupport = 0.212
    static let distress = 0.01
    static let misuse = 0.01
    static let advice = 0.006
  }

  /// The share of messages in danger that a rule hears and that may score as harmless.
  private static let heardAndHarmless = 0.002
  /// How many must be heard for that share to be told.
  private static let leastHeard = 4000

  init(folder: String, run: MessageRun, learning: NetLearning) {
    self.folder = folder
    self.run = run
    self.learning = learning
  }

  /// Scores of messages that need nothing, and the share of them that may pass.
  private struct Bar {
    let name: String
    let scores: [Double]
    let share: Double

    var threshold: Double { threshold(leaving: share) }

    private func threshold(leaving share: Double) -> Double {
      NetFiles.inThousandths(MessageRun.quantile(scores, leaving: share))
    }

    /// What other shares would give.
    var row: String {
      let entries = stride(from: 50, through: 120, by: 10).map { percent in
        let share = self.share * Double(percent) / 100
        // Of a hundred thousand, so that no two shares look alike.
        return "\((share * 100_000).rounded() / 1000) %: \(threshold(leaving: share))"
      }
      return "  \(name)  " + entries.joined(separator: "  ")
    }
  }

  /// Learns, writes, and prints the thresholds, and those that other shares would give.
  func write() throws {
    let judged = run.judgeAll(thresholds: .unreachable)
    let harmless = judged.filter { $0.message.label == .safe }
    let lookalikes = harmless.filter { !$0.message.isQuestion }
    func score(_ label: String) -> (MessageRun.Judged) -> Double { { $0.score(label) } }
    let danger = lookalikes.map(\.danger)
    let card = Bar(name: "card", scores: danger, share: Allowed.card)
    let support = Bar(name: "card or support", scores: danger, share: Allowed.cardOrSupport)
    let distress = Bar(
      name: "distress", scores: lookalikes.map(score(ExampleNet.distress)),
      share: Allowed.distress)
    let misuse = Bar(
      name: "misuse", scores: harmless.map(score(SafetyClass.misuse.rawValue)),
      share: Allowed.misuse)
    let advice = Bar(
      name: "advice", scores: harmless.map(score(SafetyClass.personalAdvice.rawValue)),
      share: Allowed.advice)
    let thresholds = ExampleNet.Thresholds(
      card: card.threshold, support: support.threshold, distress: distress.threshold,
      misuse: misuse.threshold, advice: advice.threshold, harmless: giveWay(judged))
    let file = learning.learn().file
    try Data(file).write(to: URL(filePath: folder + "/safety/net-weights.txt"))
    try Data(text(thresholds, weights: file).utf8)
      .write(to: URL(filePath: folder + "/safety/net.yaml"))
    print("thresholds: \(thresholds)")
    print("thresholds by the share of messages that need nothing and still pass:")
    for bar in [card, support, distress, misuse, advice] { print(bar.row) }
  }

  private func text(_ thresholds: ExampleNet.Thresholds, weights: [UInt8]) throws -> String {
    """
    # What was learned from the examples; written by `make learn`, never by hand.
    # A score runs from about -1 (nothing like the examples) to about 1.
    source: \(try TaughtMessage.hash(of: folder))
    weights: \(ContentHash.hexadecimal(of: weights))
    thresholds:
      card: \(thresholds.card)
      support: \(thresholds.support)
      distress: \(thresholds.distress)
      misuse: \(thresholds.misuse)
      advice: \(thresholds.advice)
    \(thresholds.harmless.map { "  harmless: \($0)\n" } ?? "")
    """
  }

  /// The score that nearly every message in danger reaches in which a rule hears the
  /// danger; `nil` where too few are heard to tell.
  private func giveWay(_ judged: [MessageRun.Judged]) -> Double? {
    let heard = judged.filter { judged in
      guard case .safetyClass(let safetyClass) = judged.message.label else { return false }
      return safetyClass.isAboutLife && judged.assessment.gravest?.isAboutLife == true
    }.compactMap { $0.assessment.net?.danger }.sorted()
    guard heard.count >= Self.leastHeard else { return nil }
    return Self.inThousandths(heard[Int(Self.heardAndHarmless * Double(heard.count))])
  }

  fileprivate static func inThousandths(_ score: Double) -> Double {
    (score * 1000).rounded() / 1000
  }
}

extension ExampleNet.Thresholds {
  /// Thresholds that no score reaches, for looking at the scores themselves.
  static let unreachable = Self(card: 99, support: 99, distress: 99, misuse: 99, advice: 99)
}
