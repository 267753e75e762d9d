import ContentLint
import Conversation
import KnowledgeBase

/// Phrasings that lie closer to another subject than to their own, as far as all
/// other voices can tell.
struct SubjectContest {
  private let learning: SubjectLearning

  init(_ learning: SubjectLearning) {
    self.learning = learning
  }

  /// A phrasing, with its score for its own subject and for the best of the others.
  private struct Lost {
    let target: String
    let phrasing: Phrasings.Phrasing
    let own: Double
    let other: RankedSubject

    var lead: Double { other.score - own }
  }

  /// Returns a remark for each such phrasing, the furthest off first, and how many
  /// phrasings were compared.
  ///
  /// Those that never reach the ranking are passed over: triage or small talk answers
  /// them.
  func remarks() -> (remarks: [Finding], compared: Int) {
    let voices = Set(learning.knowledge.phrasings.flatMap { $0.phrasings.map(\.voice) }).sorted()
    var lost: [Lost] = []
    var compared = 0
    learning.forEachGroupLeftOut(of: voices, thresholds: .idle) { responder, voices in
      for list in learning.knowledge.phrasings {
        for phrasing in list.phrasings where voices.contains(phrasing.voice) {
          var state = ConversationState()
          guard let ranking = responder.trace(phrasing.text, in: &state).decision?.ranking,
            let own = ranking.first(where: { $0.subject.isTarget(list.target) }),
            let other = ranking.first(where: { !$0.subject.isTarget(list.target) })
          else { continue }
          compared += 1
          if other.score > own.score {
            lost.append(
              Lost(target: list.target, phrasing: phrasing, own: own.score, other: other))
          }
        }
      }
    }
    let remarks = lost.sorted {
      ($1.lead, $0.target, $0.phrasing.line) < ($0.lead, $1.target, $1.phrasing.line)
    }.map { lost in
      Finding(
        weight: .remark, file: "phrasings/\(lost.target).txt", line: lost.phrasing.line,
        message: "\"\(lost.phrasing.text)\" scores \(thousandths(lost.own)) here and "
          + "\(thousandths(lost.other.score)) for `\(lost.other.subject.name)`")
    }
    return (remarks, compared)
  }
}

extension Subject {
  /// Whether it is what the phrasings of a file ask for.
  fileprivate func isTarget(_ target: String) -> Bool {
    switch self {
    case .section(let id), .notCovered(let id), .smallTalk(let id): id == target
    case .personalAdvice: target == Phrasings.personalAdvice
    }
  }
}
