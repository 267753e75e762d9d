import Testing

struct TopicsTests {
  private static let sections = [
    "benefits-of-ketamine", "understanding-depression", "prevalence-of-depression",
    "traditional-treatments", "science-behind-ketamine", "what-is-ketamine",
    "how-ketamine-works-on-the-brain", "process-of-ketamine-therapy", "immediate-effects",
    "long-term-benefits", "sustained-mood-improvement", "enhanced-cognitive-function",
    "conclusion", "spravato", "contact",
  ]

  @Test func listsTheSectionsInTheArticlesOrder() throws {
    let outcome = try Program.run(["topics", "--format", "json"])
    #expect(outcome.exit == .code(0))
    #expect(
      try JSON(outcome.output).elements.compactMap { $0["id"]?.string } == Self.sections)
  }

  @Test func listsTheSectionsForPeople() throws {
    #expect(
      try Program.run(["topics"], content: SmallClinic.folder())
        == Program.Outcome(
          exit: .code(0),
          output: """
            1. Apple Trees [apple-trees]
            2. Pear Trees [pear-trees]
            3. Bean Rows [bean-rows]

            Call or text 988.
            Ask Elm Clinic.

            """, errorOutput: ""))
  }
}
