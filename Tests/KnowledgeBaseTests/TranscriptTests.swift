import TestSupport
import Testing

@testable import KnowledgeBase

struct TranscriptTests {
  private func faults(at path: String) -> [KnowledgeFault] {
    do throws(KnowledgeError) {
      _ = try Transcript.readAll(at: path)
      return []
    } catch {
      guard case .faults(let faults) = error else { return [] }
      return faults
    }
  }

  @Test func readsTurnsInTheOrderOfFilesAndLines() throws {
    let disk = try TemporaryFolder([
      "b.yaml": "about: a visit\nturns:\n  - patient: hello\n    kind: small_talk\n",
      "a.yaml": """
      turns:
        - {patient: how long, kind: answer, section: brewing}
        - {patient: "?", kind: error}
      """,
      "readme.md": "not a transcript",
    ])
    let transcripts = try Transcript.readAll(at: disk.path)
    #expect(transcripts.map(\.name) == ["a", "b"])
    #expect(
      transcripts.map(\.turns) == [
        [
          Transcript.Turn(patient: "how long", kind: "answer", section: "brewing", line: 2),
          Transcript.Turn(patient: "?", kind: "error", section: nil, line: 3),
        ],
        [Transcript.Turn(patient: "hello", kind: "small_talk", section: nil, line: 3)],
      ])
  }

  @Test func faultsOfAllFilesComeTogether() throws {
    let disk = try TemporaryFolder([
      "a.yaml": "turns:\n  - patient: hello\n",
      "b.yaml": "turn: []\n",
    ])
    #expect(
      faults(at: disk.path) == [
        KnowledgeFault(file: "a.yaml", line: 2, message: "`kind` is missing"),
        KnowledgeFault(
          file: "b.yaml", line: 1, message: "`turns` is missing; expected a list"),
        KnowledgeFault(
          file: "b.yaml", line: 1, message: "unknown field `turn`; expected one of about, turns"),
      ])
  }

  @Test func aFolderThatIsNotThereIsMissing() {
    #expect(throws: KnowledgeError.missing(path: "/no/such/folder")) {
      try Transcript.readAll(at: "/no/such/folder")
    }
  }
}
