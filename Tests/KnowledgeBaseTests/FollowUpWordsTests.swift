import TestSupport
import Testing

@testable import KnowledgeBase

struct FollowUpWordsTests {
  private func files(_ text: String) -> KnowledgeFiles { KnowledgeFiles(["follow-ups.yaml": text]) }

  @Test func allWordsAreRead() throws {
    let words = try files(
      """
      refer: [it, that]
      open: [and]
      bare: [why]
      more: [tell me more]
      ordinals:
        - [first, 1st]
        - [second]
      last: [the last one]
      other: [the other]
      lists:
        - section: what-is-tea
          names: [brewing, keeping]
      subjects:
        - name: tea
          kind: drink
          say: [tea, leaves]
        - name: coffee
          say: [coffee]
          sections: [brewing]
          beside: [tea]
      """
    ).knowledge().followUps
    #expect(words.refer == ["it", "that"])
    #expect(words.open == ["and"])
    #expect(words.bare == ["why"])
    #expect(words.more == ["tell me more"])
    #expect(words.ordinals == [["first", "1st"], ["second"]])
    #expect(words.last == ["the last one"])
    #expect(words.other == ["the other"])
    #expect(words.lists.map(\.section) == ["what-is-tea"])
    #expect(words.lists.map(\.names) == [["brewing", "keeping"]])
    #expect(words.subjects.map(\.kind) == ["drink", ""])
    #expect(words.subjects.map(\.name) == ["tea", "coffee"])
    #expect(words.subjects[1].sections == ["brewing"])
    #expect(words.subjects[1].beside == ["tea"])
  }

  @Test func aFolderNeedNotHaveAny() throws {
    let words = try KnowledgeFiles().knowledge().followUps
    #expect(words.refer.isEmpty && words.subjects.isEmpty)
  }

  @Test func namesThatPointAtNothingAreFaults() {
    let faults = files(
      """
      lists:
        - {section: attic, names: [brewing, roof]}
      subjects:
        - {name: tea, say: [], sections: [cellar], beside: [milk]}
      """
    ).faults().map(\.message)
    #expect(faults.contains("a list names `attic`, which is no section"))
    #expect(faults.contains("a list names `roof`, which is no section"))
    #expect(faults.contains("`tea` names `cellar`, which is no section"))
    #expect(faults.contains("`tea` names `milk`, which is no subject"))
    #expect(faults.contains("`say` names no word"))
  }

  @Test func aListThatIsNoneIsAFault() {
    #expect(files("ordinals: [a]\nsubjects: []\n").faults().count == 1)
    #expect(files("ordinals: a\nsubjects: []\n").faults().count == 1)
  }
}
