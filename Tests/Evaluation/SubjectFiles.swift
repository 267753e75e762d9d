import Conversation
import FoundationEssentials
import KnowledgeBase
import Retrieval
import Safety

/// Learns the subjects and writes the files they are served from.
struct SubjectFiles {
  private let folder: String
  private let learning: SubjectLearning

  /// What may go wrong, as shares of the questions of voices left out.
  private enum Allowed {
    /// Questions that a section answers and that pass for a topic that none covers.
    static let refused = 0.045
    /// Questions that a section answers and that pass for one of the care team's.
    static let advised = 0.015
    /// Questions of any other kind that pass for small talk.
    static let talked = 0.006
    /// Questions that a section answers whose best score is too low.
    static let tooLow = 0.005
  }
  /// How close the second section's score must be, as a share of the first's, for
  /// both to be offered: about where the second is right as often.
  private static let choiceRatio = 0.93

  init(folder: String, learning: SubjectLearning) {
    self.folder = folder
    self.learning = learning
  }

  /// A question of a voice left out, with the best score of each kind of subject.
  private struct Sample {
    let target: String
    let section: Double
    let topic: Double
    let advice: Double
    let smallTalk: Double
  }

  /// Learns, writes, and prints what each threshold costs on either side.
  func write() throws {
    let samples = samples()
    func isSection(_ sample: Sample) -> Bool { learning.knowledge.section(sample.target) != nil }
    let answerable = samples.filter(isSection)
    func lead(_ margins: [Double], leaving share: Double) -> Double {
      -(MessageRun.quantile(margins, leaving: share) * 1000).rounded(.up) / 1000
    }
    let thresholds = LearnedSubjects.Thresholds(
      leastScore: (MessageRun.quantile(
        answerable.map { max($0.section, $0.topic) }, leaving: 1 - Allowed.tooLow) * 1000)
        .rounded(.down) / 1000,
      topicLead: lead(answerable.map { $0.topic - $0.section }, leaving: Allowed.refused),
      adviceLead: lead(answerable.map { $0.advice - $0.section }, leaving: Allowed.advised),
      smallTalkLead: lead(
        samples.map { $0.smallTalk - max($0.section, $0.topic, $0.advice) },
        leaving: Allowed.talked),
      choiceRatio: Self.choiceRatio)
    write(samples, thresholds)
    let learned = learning.learn(thresholds: thresholds)
    let file = learned.classifier.file
    let turns = try TaughtTurn.readAll(at: folder, of: learning.knowledge)
    let turnsFile = TurnLearner(learning.knowledge.learning(learned)).learn(turns).file
    let paragraphs = learning.learnParagraphs()?.file
    try Data(file).write(to: URL(filePath: folder + "/" + LearnedSubjects.weightsFile))
    try Data(turnsFile).write(to: URL(filePath: folder + "/" + LearnedSubjects.turnsFile))
    if let paragraphs {
      try Data(paragraphs).write(to: URL(filePath: folder + "/" + LearnedSubjects.paragraphsFile))
    }
    try Data(text(thresholds, weights: file, turns: turnsFile, paragraphs: paragraphs).utf8)
      .write(to: URL(filePath: folder + "/" + LearnedSubjects.file))
    print("thresholds: \(thresholds)")
  }

  private func samples() -> [Sample] {
    var samples: [Sample] = []
    learning.forEachGroupLeftOut(thresholds: .idle) { responder, voices in
      for list in learning.knowledge.phrasings {
        for phrasing in list.phrasings where voices.contains(phrasing.voice) {
          var state = ConversationState()
          guard let decision = responder.trace(phrasing.text, in: &state).decision else { continue }
          func best(_ isOfKind: (Subject) -> Bool) -> Double {
            decision.ranking.first { isOfKind($0.subject) }?.score ?? -99
          }
          samples.append(
            Sample(
              target: list.target, section: best { $0.sectionID != nil },
              topic: best { if case .notCovered = $0 { true } else { false } },
              advice: best { $0 == .personalAdvice },
              smallTalk: best { if case .smallTalk = $0 { true } else { false } }))
        }
      }
    }
    return samples
  }

  /// Prints what the leads do to each kind of question.
  private func write(_ samples: [Sample], _ thresholds: LearnedSubjects.Thresholds) {
    var tally = Tally()
    for sample in samples {
      let leads = [
        ("section", sample.section), ("topic", sample.topic + thresholds.topicLead),
        ("advice", sample.advice + thresholds.adviceLead),
        ("small talk", sample.smallTalk + thresholds.smallTalkLead),
      ]
      let best = leads.max { $0.1 < $1.1 }?.0 ?? ""
      let kind =
        learning.knowledge.section(sample.target) != nil
        ? "section" : sample.target == Phrasings.personalAdvice ? "advice" : "topic"
      for (name, _) in leads { tally.count("\(kind) taken for \(name)", best == name) }
    }
    tally.write("a voice left out: what questions are taken for")
  }

  private func text(
    _ thresholds: LearnedSubjects.Thresholds, weights: [UInt8], turns: [UInt8], paragraphs: [UInt8]?
  ) throws -> String {
    """
    # What was learned of the ways patients ask; written by `make learn`, never by
    # hand. A score is about 1 for a question like those of its subject, about 0 for
    # any other.
    source: \(LearnedSubjects.source(of: try ContentFolder(at: folder)))
    weights: \(ContentHash.hexadecimal(of: weights))
    turns: \(ContentHash.hexadecimal(of: turns))
    \(paragraphs.map { "paragraphs: \(ContentHash.hexadecimal(of: $0))\n" } ?? "")\
    thresholds:
      least_score: \(thresholds.leastScore)
      topic_lead: \(thresholds.topicLead)
      advice_lead: \(thresholds.adviceLead)
      small_talk_lead: \(thresholds.smallTalkLead)
      choice_ratio: \(thresholds.choiceRatio)

    """
  }
}
