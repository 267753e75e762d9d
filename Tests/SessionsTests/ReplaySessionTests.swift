import Conversation
import KnowledgeBase
import TestSupport
import Testing

@testable import Sessions

struct ReplaySessionTests {
  private func failures(_ turns: String) throws -> [ReplaySession.Failure] {
    let disk = try TemporaryFolder(["visit.yaml": "turns:\n" + turns])
    let session = ReplaySession(Responder(try KnowledgeFiles().knowledge()))
    return try Transcript.readAll(at: disk.path).flatMap(session.failures)
  }

  @Test func whatComesAsExpectedIsNoFailure() throws {
    #expect(
      try failures(
        """
          - {patient: hello, kind: small_talk}
          - {patient: how long should tea steep, kind: answer, section: brewing}
          - {patient: how long should tea steep, kind: answer}
          - {patient: what does a tin cost, kind: not_covered}
          - {patient: I want to die, kind: crisis}
        """) == [])
  }

  @Test func whatComesOtherwiseIsToldWithItsLine() throws {
    #expect(
      try failures(
        """
          - {patient: hello, kind: answer}
          - {patient: how long should tea steep, kind: answer, section: keeping}
          - {patient: zebra, kind: notcovered}
          - {patient: I want to die, kind: answer, section: keeping}
        """) == [
          ReplaySession.Failure(
            transcript: "visit", line: 2, patient: "hello", expected: "answer", got: "small_talk"),
          ReplaySession.Failure(
            transcript: "visit", line: 3, patient: "how long should tea steep",
            expected: "answer keeping", got: "answer brewing"),
          ReplaySession.Failure(
            transcript: "visit", line: 4, patient: "zebra", expected: "notcovered",
            got: "not_covered"),
          ReplaySession.Failure(
            transcript: "visit", line: 5, patient: "I want to die", expected: "answer keeping",
            got: "crisis"),
        ])
  }

  @Test func theTurnsOfATranscriptAreOneConversation() throws {
    #expect(
      try failures(
        """
          - {patient: what is tea, kind: answer, section: what-is-tea}
          - {patient: say that again, kind: small_talk}
          - {patient: more, kind: answer, section: what-is-tea}
        """) == [])
  }
}
