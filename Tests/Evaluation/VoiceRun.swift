import Conversation
import KnowledgeBase

/// The phrasings as questions, voices left out of what is learned in turn: the
/// honest estimate for the next stranger.
struct VoiceRun {
  private let learning: SubjectLearning

  init(_ learning: SubjectLearning) {
    self.learning = learning
  }

  func write() {
    guard let thresholds = learning.knowledge.learned?.thresholds else { return }
    let knowledge = learning.knowledge
    var first = Tally()
    var firstThree = Tally()
    var answered = Tally()
    var refused = Tally()
    var advised = Tally()
    learning.forEachGroupLeftOut(thresholds: thresholds) { responder, voices in
      for list in knowledge.phrasings {
        for phrasing in list.phrasings where voices.contains(phrasing.voice) {
          let voice = phrasing.voice
          var state = ConversationState()
          let trace = responder.trace(phrasing.text, in: &state)
          if knowledge.section(list.target) != nil {
            let ranked = trace.decision?.sections.prefix(3).compactMap(\.subject.sectionID) ?? []
            first.count(voice, ranked.first == list.target)
            firstThree.count(voice, ranked.contains(list.target))
            answered.count(voice, trace.reply.kind == .answer || trace.reply.kind == .choice)
          } else if list.target == Phrasings.personalAdvice {
            advised.count(voice, trace.reply.kind == .personalAdvice)
          } else if knowledge.notCovered.contains(where: { $0.id == list.target }) {
            refused.count(voice, trace.reply.kind == .notCovered)
          }
        }
      }
    }
    first.write("a voice left out: right section first")
    firstThree.write("a voice left out: in the first three")
    answered.write("a voice left out: answered or offered")
    refused.write("a voice left out: not covered recognised")
    advised.write("a voice left out: personal advice recognised")
  }
}
