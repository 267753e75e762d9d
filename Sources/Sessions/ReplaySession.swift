package import Conversation
package import KnowledgeBase

/// Plays transcripts through the same path that patients' questions take.
package struct ReplaySession {
  /// A turn whose reply was not the expected one.
  package struct Failure: Hashable, Sendable {
    /// The transcript.
    package let transcript: String
    /// The line of the turn, counted from 1.
    package let line: Int?
    /// What the patient typed.
    package let patient: String
    /// What was expected, and what came.
    package let expected: String
    package let got: String
  }

  private let responder: Responder

  /// Creates a session that asks `responder`.
  package init(_ responder: Responder) {
    self.responder = responder
  }

  /// Returns the turns of `transcript` that went wrong.
  package func failures(of transcript: Transcript) -> [Failure] {
    var state = ConversationState()
    return transcript.turns.compactMap { turn in
      let reply = responder.reply(to: turn.patient, in: &state)
      let section = reply.content.sections.first?.id
      let isRight = reply.kind.rawValue == turn.kind && (turn.section ?? section) == section
      guard !isRight else { return nil }
      return Failure(
        transcript: transcript.name, line: turn.line, patient: turn.patient,
        expected: Self.words(turn.kind, turn.section), got: Self.words(reply.kind.rawValue, section)
      )
    }
  }

  private static func words(_ kind: String, _ section: String?) -> String {
    section.map { "\(kind) \($0)" } ?? kind
  }
}
