import Testing

struct CheckTests {
  private let conversation = """
    about: a walk in the garden
    turns:
      - patient: trees
        kind: choice
      - patient: "2"
        kind: answer
        section: pear-trees
      - patient: where can i park
        kind: not_covered

    """

  /// Checks a folder that holds the content and, beside it, transcripts.
  private func check(
    changing changes: [String: String] = [:], transcripts: [String: String], _ options: String...
  ) throws -> Program.Outcome {
    var files: [String: String] = [:]
    for (name, text) in SmallClinic.files.merging(changes, uniquingKeysWith: { $1 }) {
      files["Knowledge/" + name] = text
    }
    for (name, text) in transcripts { files["Transcripts/" + name] = text }
    let folder = try TemporaryFolder(files)
    return try Program.run(["check"] + options, directory: folder.path)
  }

  @Test func passesGoodContent() throws {
    let outcome = try check(transcripts: ["garden.yaml": conversation])
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(outcome.output.wholeMatch(of: #/(?:note .*\n)*[0-9]+ tested, 0 failed\n/#) != nil)
  }

  @Test func reportsAnExampleThatIsNotRecognised() throws {
    let outcome = try check(
      changing: ["safety/crisis.yaml": SmallClinic.crisis(matches: ["kill myself", "I am sad"])],
      transcripts: ["garden.yaml": conversation])
    #expect(outcome.exit == .code(1))
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first
        == "FAILED  Knowledge/safety/crisis.yaml:13: \"I am sad\" must be crisis; no rule fired")
    #expect(lines.last?.hasSuffix(" tested, 1 failed") == true)
  }

  @Test func reportsATurnThatWentAnotherWay() throws {
    let outcome = try check(transcripts: [
      "garden.yaml": conversation.replacing("pear-trees", with: "apple-trees")
    ])
    #expect(outcome.exit == .code(1))
    #expect(
      outcome.output.split(separator: "\n").first
        == "FAILED  Transcripts/garden.yaml:5: \"2\": expected answer apple-trees, got answer pear-trees"
    )
  }

  @Test func reportsWordsThatAreHardToRead() throws {
    let hard = """
      ## Horticulture

      Horticultural experimentation demonstrates considerable physiological variability.
      """
    let outcome = try check(
      changing: ["articles/hard.md": SmallClinic.article(hard)],
      transcripts: ["garden.yaml": conversation])
    #expect(outcome.exit == .code(1))
    #expect(
      outcome.output.hasPrefix("FAILED  Knowledge/articles/hard.md: the section horticulture "))
  }

  @Test func failsWhenNothingWasTested() throws {
    let outcome = try check(
      changing: ["safety/crisis.yaml": SmallClinic.crisis(matches: [])], transcripts: [:])
    #expect(outcome.exit == .code(1))
  }

  @Test func reportsATranscriptThatCannotBeRead() throws {
    let outcome = try check(transcripts: [
      "garden.yaml": conversation, "shed.yaml": "turns:\n  - patient: hello\n",
    ])
    #expect(outcome.exit == .code(65))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorOutput.contains("/shed.yaml:2: `kind` is missing"))
  }

  @Test func reportsToProgramsToo() throws {
    let good = try JSON(
      check(transcripts: ["garden.yaml": conversation], "--format", "json").output)
    #expect(good["passed"] == .bool(true))
    #expect(good["failures"] == [])
    let bad = try check(
      transcripts: ["garden.yaml": conversation.replacing("not_covered", with: "answer")],
      "--format", "json")
    #expect(bad.exit == .code(1))
    #expect(
      try JSON(bad.output)["failures"] == [
        [
          "place": "Transcripts/garden.yaml", "line": 8,
          "message": "\"where can i park\": expected answer, got not_covered",
        ]
      ])
  }
}
