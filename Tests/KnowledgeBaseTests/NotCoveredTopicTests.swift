import TestSupport
import Testing

@testable import KnowledgeBase

struct NotCoveredTopicTests {
  @Test func readsTopicsInOrder() throws {
    let topics = try KnowledgeFiles([
      "not-covered.yaml": """
      topics:
        - id: price
          title: What it costs
          says: The article does not give prices.
          near: [keeping, brewing]
        - {id: colour, title: Colour, says: Nothing on colour.}
      """
    ]).knowledge().notCovered
    #expect(
      topics == [
        NotCoveredTopic(
          id: "price", title: "What it costs", says: "The article does not give prices.",
          near: ["keeping", "brewing"], line: 2),
        NotCoveredTopic(
          id: "colour", title: "Colour", says: "Nothing on colour.", near: [],
          line: 6),
      ])
  }

  @Test func faultsNameTheirLine() {
    let faults = KnowledgeFiles([
      "not-covered.yaml": """
      topics:
        - id: price
          title: What it costs
          says: The article does not give prices.
        - id: price
          title: Again
          says: The article does not give prices.
        - id: colour
          says: Nothing on colour.
          near: keeping
      """
    ]).faults()
    #expect(
      faults == [
        KnowledgeFault(
          file: "not-covered.yaml", line: 5, message: "the topic `price` is there twice"),
        KnowledgeFault(file: "not-covered.yaml", line: 8, message: "`title` is missing"),
        KnowledgeFault(
          file: "not-covered.yaml", line: 10,
          message: "`near` is not a list; expected `[a, b]` or lines that begin with `-`"),
      ])
  }
}
