import Conversation
import KnowledgeBase
import Retrieval
import Safety

/// What the thresholds of the decision cost on each side.
///
/// Answerable questions are phrasings of a voice left out; uncovered ones are
/// phrasings of topics left out, as if nobody had thought of them.
struct ThresholdRun {
  private struct Sample {
    let score: Double
    let coverage: Double
    let isRight: Bool
  }

  private let knowledge: Knowledge

  /// Every so many topics are left out together.
  private static let folds = 9

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  func write() {
    let answerable = answerableSamples()
    let uncovered = uncoveredSamples()
    print("answerable: \(answerable.count), uncovered: \(uncovered.count)")
    print("score  coverage  right answers kept  wrong answers given  uncovered answered")
    for leastCoverage in [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] {
      for step in 5...16 {
        let leastScore = Double(step) * 0.02
        func passes(_ sample: Sample) -> Bool {
          sample.score >= leastScore && sample.coverage >= leastCoverage
        }
        func percent(_ count: Int, of all: Int) -> String {
          tenths(100 * Double(count) / Double(max(1, all))).leftPadded(to: 7) + " %"
        }
        let right = answerable.filter { $0.isRight && passes($0) }.count
        let wrong = answerable.filter { !$0.isRight && passes($0) }.count
        let answered = uncovered.filter(passes).count
        print(
          "0.\(step * 2 < 10 ? "0" : "")\(step * 2)   \(tenths(leastCoverage))"
            + percent(right, of: answerable.count).leftPadded(to: 20)
            + percent(wrong, of: answerable.count).leftPadded(to: 20)
            + percent(answered, of: uncovered.count).leftPadded(to: 20))
      }
    }
  }

  private func answerableSamples() -> [Sample] {
    VoiceRun.voices(of: knowledge).flatMap { voice -> [Sample] in
      let responder = Responder(knowledge.keepingPhrasings { $0.voice != voice })
      return knowledge.phrasings.filter { knowledge.section($0.target) != nil }.flatMap { list in
        list.phrasings.filter { $0.voice == voice }.map {
          sample($0.text, section: list.target, of: responder)
        }
      }
    }
  }

  private func uncoveredSamples() -> [Sample] {
    (0..<Self.folds).flatMap { fold -> [Sample] in
      let left = Set(
        knowledge.notCovered.enumerated().filter { $0.offset % Self.folds == fold }
          .map(\.element.id))
      let responder = Responder(knowledge.leavingOut(topics: left))
      return knowledge.phrasings.filter { left.contains($0.target) }.flatMap { list in
        list.phrasings.map { sample($0.text, section: nil, of: responder) }
      }
    }
  }

  /// The score and coverage with which a section would answer; 0 when another
  /// subject wins or a card is shown.
  private func sample(_ text: String, section: String?, of responder: Responder) -> Sample {
    var state = ConversationState()
    let trace = responder.trace(text, in: &state)
    guard let decision = trace.decision, let best = decision.ranking.first,
      let id = best.subject.sectionID
    else { return Sample(score: 0, coverage: 0, isRight: false) }
    return Sample(
      score: best.hit.score, coverage: decision.coverage?.share ?? 0, isRight: id == section)
  }
}
