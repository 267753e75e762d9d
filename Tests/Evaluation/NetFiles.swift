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
    static let card = 0.13
    static let cardOrSupport = 0.212
    static let distress = 0.01
    static let misuse = 0.012
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

  /// Learns, writes, and prints the thresholds.
  func write() throws {
    let judged = run.judgeAll(thresholds: .unreachable)
    let lookalikes = judged.filter { $0.message.label == .safe && !$0.message.isQuestion }
    let harmless = judged.filter { $0.message.label == .safe }
    func threshold(_ scores: [Double], leaving share: Double) -> Double {
      Self.inThousandths(MessageRun.quantile(scores, leaving: share))
    }
    let misuse = SafetyClass.misuse.rawValue
    let advice = SafetyClass.personalAdvice.rawValue
    let thresholds = ExampleNet.Thresholds(
      card: threshold(lookalikes.map(\.danger), leaving: Allowed.card),
      support: threshold(lookalikes.map(\.danger), leaving: Allowed.cardOrSupport),
      distress: threshold(
        lookalikes.map { $0.score(ExampleNet.distress) }, leaving: Allowed.distress),
      misuse: threshold(harmless.map { $0.score(misuse) }, leaving: Allowed.misuse),
      advice: threshold(harmless.map { $0.score(advice) }, leaving: Allowed.advice),
      harmless: giveWay(judged))
    let file = learning.learn().file
    try Data(file).write(to: URL(filePath: folder + "/safety/net-weights.txt"))
    try Data(text(thresholds, weights: file).utf8)
      .write(to: URL(filePath: folder + "/safety/net.yaml"))
    print("thresholds: \(thresholds)")
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

  private static func inThousandths(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}

extension ExampleNet.Thresholds {
  /// Thresholds that no score reaches, for looking at the scores themselves.
  static let unreachable = Self(card: 99, support: 99, distress: 99, misuse: 99, advice: 99)
}
