import KnowledgeBase
import TestSupport
import Testing

@testable import Conversation

struct SubjectIndexTests {
  private let index: SubjectIndex

  init() throws {
    index = SubjectIndex(try KnowledgeFiles().knowledge())
  }

  @Test func paragraphsAreScoredInArticleOrder() {
    let query = index.reader.read("rain on the hills").query
    let scores = index.paragraphScores(of: "what-is-tea", for: query)
    #expect(scores.count == 2)
    #expect(scores[1] > scores[0])
    #expect(index.paragraphScores(of: "cellar", for: query) == [])
  }
}
