import Testing

struct ExplainTests {
  private func explain(_ arguments: String..., content: TemporaryFolder? = nil) throws -> JSON {
    let outcome = try Program.run(["explain", "--format", "json"] + arguments, content: content)
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    return try JSON(outcome.output)
  }

  /// Whether each value is the sum or the product of what stands below it.
  private func addsUp(_ part: JSON) -> Bool {
    guard let value = part["value"]?.number else { return false }
    let parts = part["sum"] ?? part["product"]
    guard let values = parts?.elements.map({ $0["value"]?.number ?? .nan }) else { return true }
    let whole = part["sum"] == nil ? values.reduce(1, *) : values.reduce(0, +)
    return abs(whole - value) < 1e-9 && parts?.elements.allSatisfy(addsUp) == true
  }

  @Test(arguments: [
    "What is ketamine?", "how long does a better mood last",
    "what is the process of ketamin therapy",
  ])
  func contributionsAddUpToTheScore(question: String) throws {
    let reasons = try explain(question)
    let scores = try #require(reasons["decision"]?["scores"]).elements
    #expect(scores.count >= 2)
    for entry in scores {
      let score = try #require(entry["score"]?.number)
      let terms = try #require(entry["terms"]).elements
      #expect(terms.isEmpty == false)
      #expect(terms.allSatisfy(addsUp))
      #expect(abs(terms.compactMap { $0["value"]?.number }.reduce(0, +) - score) < 1e-9)
    }
  }

  @Test func explainsTheReplyThatAskGives() throws {
    let question = "what is the process of ketamin therapy"
    let reply = try JSON(Program.run(["ask", "--format", "json", question]).output)
    let reasons = try explain(question)
    #expect(reasons["kind"] == reply["kind"])
    #expect(reasons["corrections"] == reply["corrections"])
    let first = try #require(reply["sections"]).elements.first
    let ranked = try #require(reasons["decision"]?["ranking"]).elements.first
    #expect(ranked?["subject"] == first?["id"])
    let scores = [first, ranked].compactMap { $0?["score"]?.number }
    #expect(scores.count == 2)
    #expect(try abs(#require(scores.first) - #require(scores.last)) < 1e-6)
  }

  @Test func tellsTheReasonsToPeople() throws {
    let outcome = try Program.run(["explain", "what", "is", "ketamine"])
    #expect(outcome.exit == .code(0))
    let starts = [
      "question ", "reply ", "safety ", "decision ", "coverage ", "threshold ", "runner-up ",
    ]
    for start in starts {
      #expect(outcome.output.split(separator: "\n").contains { $0.hasPrefix(start) })
    }
    #expect(outcome.output.contains("score of what-is-ketamine "))
  }

  @Test func saysWhyASectionWasNotChosen() throws {
    #expect(
      try explain("--section", "contact", "what is ketamine")["decision"]?["asked"]?.string?
        .hasPrefix("contact is number ") == true)
    let outcome = try Program.run(
      ["explain", "--section", "bean-rows", "apple"], content: SmallClinic.folder())
    #expect(outcome.output.contains("\nasked       bean-rows shares no word with the question\n"))
  }

  @Test func namesTheSafetyRuleThatDecided() throws {
    let reasons = try explain("I want to kill myself", content: SmallClinic.folder())
    #expect(reasons["kind"] == "crisis")
    #expect(reasons["safety"]?.elements.map { $0["rule"] } == ["crisis-plain"])
    #expect(reasons["safety"]?.elements.map { $0["words"] } == [["kill", "myself"]])
    #expect(reasons["decision"] == nil)
  }
}
