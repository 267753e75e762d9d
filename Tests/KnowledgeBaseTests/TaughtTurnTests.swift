import TestSupport
import Testing

@testable import KnowledgeBase

struct TaughtTurnTests {
  private func read(_ turns: [String: String]) throws -> [TaughtTurn] {
    let disk = try TemporaryFolder(turns)
    return try TaughtTurn.readAll(at: disk.path, of: KnowledgeFiles().knowledge())
  }

  @Test func readsATurnALine() throws {
    let turns = try read([
      "turns/young.txt": "what is tea\twhat-is-tea\tand how do i make it\tbrewing\n\n",
      "turns/old.txt": "what does a tin cost\tprice\tmay I have it\tpersonal-advice",
      "phrasings/tea.txt": "not read", "turns/notes.md~": "not read",
    ])
    #expect(
      turns == [
        TaughtTurn(
          previous: "what does a tin cost", section: nil, text: "may I have it",
          target: "personal-advice", voice: "old"),
        TaughtTurn(
          previous: "what is tea", section: "what-is-tea", text: "and how do i make it",
          target: "brewing", voice: "young"),
      ])
  }

  @Test func thereNeedBeNone() throws {
    #expect(try read([:]).isEmpty)
  }

  @Test func everyLineThatCannotBeUsedIsAFault() throws {
    let expected =
      "expected a question, what answered it, the next and what answers that, tabs between"
    #expect(
      throws: KnowledgeError.faults([
        KnowledgeFault(file: "turns/a.txt", line: 1, message: expected),
        KnowledgeFault(file: "turns/a.txt", line: 3, message: expected),
        KnowledgeFault(
          file: "turns/a.txt", line: 4, message: "`cellar` is no section, topic or kind of talk"),
        KnowledgeFault(
          file: "turns/a.txt", line: 5, message: "`attic` is no section, topic or kind of talk"),
      ])
    ) {
      try read([
        "turns/a.txt": """
        what is tea\twhat-is-tea\tand how
        what is tea\twhat-is-tea\tand how\tbrewing
        what is tea\t\tand how\tbrewing
        what is tea\tcellar\tand how\tbrewing
        what is tea\twhat-is-tea\tand how\tattic
        """
      ])
    }
  }
}
