import KnowledgeBase
import TestSupport
import Testing

@testable import Rendering

struct TopicListTests {
  @Test func listsSectionsForPeopleAndPrograms() throws {
    let list = TopicList(Array(try KnowledgeFiles().knowledge().sections.prefix(2)))
    #expect(list.text == "1. What Is Tea? [what-is-tea]\n2. Making a Cup [brewing]")
    #expect(list.titles == "1. What Is Tea?\n2. Making a Cup")
    #expect(
      list.json.line
        == #"[{"article":"Tea","id":"what-is-tea","title":"What Is Tea?"},"#
        + #"{"article":"Tea","id":"brewing","title":"Making a Cup"}]"#)
  }

  @Test func anEmptyListIsEmpty() {
    let list = TopicList([])
    #expect(list.text == "")
    #expect(list.titles == "")
    #expect(list.json == .array([]))
  }
}
