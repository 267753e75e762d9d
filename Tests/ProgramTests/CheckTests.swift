import TestSupport
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

  /// Checks a folder that holds the content with its net and, beside it,
  /// transcripts.
  ///
  /// - Parameter later: files that change after the net was learned.
  private func check(
    changing changes: [String: String] = [:], later: [String: String] = [:],
    learns: Bool = true, transcripts: [String: String], _ options: String...
  ) throws -> Program.Outcome {
    var files: [String: String] = [:]
    for (name, text) in SmallClinic.files.merging(changes, uniquingKeysWith: { $1 }) {
      files["Knowledge/" + name] = text
    }
    for (name, text) in transcripts { files["Transcripts/" + name] = text }
    files["Knowledge/safety/examples/plain.tsv"] = "safe\ten\twhere is the garden\n"
    let folder = try TemporaryFolder(files)
    let net = learns ? try EmptyNet.files(learnedFrom: folder.path + "/Knowledge") : [:]
    for (name, text) in net.merging(later, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: "Knowledge/" + name)
    }
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

  @Test func reportsANumberThatIsDue() throws {
    func check(_ days: Int) throws -> Program.Outcome {
      try self.check(
        changing: ["safety/lines.yaml": SmallClinic.lines(checked: Day.ago(days))],
        transcripts: ["garden.yaml": conversation])
    }
    // A day to spare on either side: the zones of test and program may differ.
    #expect(try check(89).exit == .code(0))
    let outcome = try check(92)
    #expect(outcome.exit == .code(1))
    #expect(
      outcome.output.hasPrefix(
        "FAILED  Knowledge/safety/lines.yaml: the line crisis (988) was last checked on "))
  }

  @Test func reportsThatTheNetIsMissing() throws {
    let outcome = try check(learns: false, transcripts: ["garden.yaml": conversation])
    #expect(outcome.exit == .code(1))
    #expect(
      outcome.output.hasPrefix(
        "FAILED  Knowledge/safety/net.yaml: the net of examples is missing; run `make learn`\n"))
  }

  @Test(arguments: [
    "phrasings/parking.txt": "## plain\nwhere can i park\nwhere is the lot\n",
    "safety/crisis.yaml": SmallClinic.crisis(matches: ["I will kill myself"]),
    "safety/examples/plain.tsv": "safe\ten\twhere is the gate\n",
    "safety/examples/more.tsv": "safe\ten\twhere is the gate\n",
  ])
  func reportsThatTheNetWasLearnedFromSomethingElse(file: String, text: String) throws {
    let outcome = try check(later: [file: text], transcripts: ["garden.yaml": conversation])
    #expect(outcome.exit == .code(1))
    #expect(
      outcome.output.hasPrefix(
        "FAILED  Knowledge/safety/net.yaml: the examples, rules or phrasings changed since the net "
          + "was learned; run `make learn`\n"))
  }

  @Test func aNetWithoutExamplesIsNotBelieved() throws {
    let folder = try SmallClinic.folder(changing: EmptyNet.files(source: "none"))
    let outcome = try Program.run(["check"], content: folder)
    #expect(outcome.exit == .code(1))
    #expect(outcome.errorOutput == "")
    #expect(outcome.output.contains("run `make learn`"))
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
