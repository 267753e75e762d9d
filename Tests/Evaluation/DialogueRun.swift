import Conversation
import KnowledgeBase

/// Whole conversations, in which questions lean on those before.
struct DialogueRun {
  private let responder: Responder

  init(_ knowledge: Knowledge) {
    responder = Responder(knowledge)
  }

  /// Prints how many turns of a file get the right reply.
  ///
  /// - Parameter misses: whether the turns that went wrong are shown.
  func write(_ dialogues: [Transcript], misses: Bool) {
    var turns = Tally()
    var missed: [String] = []
    for dialogue in dialogues {
      var state = ConversationState()
      for (place, turn) in dialogue.turns.enumerated() {
        let reply = responder.reply(to: turn.patient, in: &state)
        let section = reply.content.sections.first?.id
        let isRight = reply.kind.rawValue == turn.kind && (turn.section ?? section) == section
        turns.count("all turns", isRight)
        turns.count(place == 0 ? "first turns" : "later turns", isRight)
        turns.count("kind \(turn.kind)", isRight)
        if !isRight {
          missed.append(
            "  \(dialogue.name), turn \(place + 1) \"\(turn.patient)\": expected \(turn.kind) "
              + "\(turn.section ?? ""), got \(reply.kind.rawValue) \(section ?? "")")
        }
      }
    }
    turns.write("turns of dialogues: right reply")
    if misses { for line in missed { print(line) } }
  }
}
