import Conversation
import KnowledgeBase

/// The phrasings as questions, one voice left out of the content in turn: the
/// honest estimate for the next stranger.
struct VoiceRun {
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// The voices that ask about most sections; others are too small to judge by.
  static func voices(of knowledge: Knowledge) -> [String] {
    var sections: [String: Int] = [:]
    for list in knowledge.phrasings where knowledge.section(list.target) != nil {
      for voice in Set(list.phrasings.map(\.voice)) { sections[voice, default: 0] += 1 }
    }
    return sections.filter { $0.value * 2 > knowledge.sections.count }.keys.sorted()
  }

  func write() {
    var first = Tally()
    var firstThree = Tally()
    var answered = Tally()
    var refused = Tally()
    var advised = Tally()
    for voice in Self.voices(of: knowledge) {
      let responder = Responder(knowledge.keepingPhrasings { $0.voice != voice })
      for list in knowledge.phrasings {
        for phrasing in list.phrasings where phrasing.voice == voice {
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
