import Safety
import TestSupport
import Testing
import TextAnalysis

@testable import KnowledgeBase

/// The net of examples and the ideas of its words, as the folder holds them.
struct SafetyReaderNetTests {
  private static let labels = ExampleNet.labels
  private static let weights = weights(labels: labels)

  private static func weights(labels: [String]) -> String {
    let zeros = String(repeating: "\t0", count: labels.count)
    return "labels\t\(labels.joined(separator: "\t"))\nexamples\t1\nbias\(zeros)\nfeatures\t1\n"
      + "w:tea\t1\(zeros)\n"
  }

  private static func net(
    of weights: String,
    thresholds: String = "{card: 4, support: 3.5, distress: 3, misuse: 2, advice: 1}"
  ) -> String {
    """
    source: abc
    weights: \(ContentHash.hexadecimal(of: Array(weights.utf8)))
    thresholds: \(thresholds)
    """
  }

  private func files(
    net: String? = Self.net(of: Self.weights), weights: String? = Self.weights, ideas: String? = nil
  ) -> KnowledgeFiles {
    var files = KnowledgeFiles()
    files.texts["safety/net.yaml"] = net
    files.texts["safety/net-weights.txt"] = weights
    files.texts["safety/word-ideas.txt"] = ideas
    return files
  }

  private func fault(_ file: String, _ line: Int?, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "safety/" + file, line: line, message: message)
  }

  private static let learn = "; `make learn` writes the file anew"

  @Test func readsTheNet() throws {
    let safety = try files().knowledge().safety
    #expect(safety.netSource == "abc")
    #expect(
      safety.triage.net?.thresholds
        == ExampleNet.Thresholds(card: 4, support: 3.5, distress: 3, misuse: 2, advice: 1))
    // All biases are 0, so that danger is what is added to the scores.
    let assessment = safety.triage.assess("what is tea")
    #expect(assessment.net?.danger == 2)
    #expect(assessment.findings == [])
  }

  @Test(arguments: [(nil, nil), (net(of: weights), nil), (nil, weights)] as [(String?, String?)])
  func withoutItsFilesThereIsNoNet(_ net: String?, _ weights: String?) throws {
    let safety = try files(net: net, weights: weights).knowledge().safety
    #expect(safety.triage.net == nil)
    #expect(safety.netSource == nil)
    #expect(safety.triage.assess("what is tea").net == nil)
    // The rules serve alone.
    #expect(safety.triage.assess("I want to die").gravest == .crisis)
  }

  @Test(arguments: [
    weights + "\n", String(weights.dropLast()), weights.replacing("w:tea\t1", with: "w:tea\t2"), "",
  ])
  func weightsThatWereChangedAreAFault(_ changed: String) {
    #expect(
      files(weights: changed).faults() == [
        fault("net-weights.txt", nil, "it is not the file that net.yaml speaks of" + Self.learn)
      ])
  }

  @Test(
    arguments: [
      (
        weights(labels: ["crisis"]), 1,
        "expected the labels emergency, crisis, danger, concern_for_other, misuse, "
          + "personal_advice, distress, spanish"
      ),
      (weights(labels: []), 1, "expected `labels` and their names"),
      (
        weights.replacing("examples\t1", with: "examples"), 2,
        "expected `examples` and 1 whole numbers"
      ),
      (weights.replacing("bias\t0", with: "bias"), 3, "expected `bias` and 8 whole numbers"),
      (String(weights.dropLast()), nil, "its last line is cut off"),
    ] as [(String, Int?, String)])
  func weightsThatCannotBeReadAreAFault(_ weights: String, _ line: Int?, _ message: String) {
    #expect(
      files(net: Self.net(of: weights), weights: weights).faults() == [
        fault("net-weights.txt", line, message + Self.learn)
      ])
  }

  @Test func whatTheNetFileMissesIsAFault() {
    #expect(
      files(net: "weights: x\nthresholds: {}").faults() == [
        fault("net.yaml", 1, "`source` is missing")
      ])
    #expect(
      files(net: "source: x\nthresholds: {}").faults() == [
        fault("net.yaml", 1, "`weights` is missing")
      ])
    #expect(
      files(net: Self.net(of: Self.weights, thresholds: "{card: 1, support: 0, distress: low}"))
        .faults() == [fault("net.yaml", 3, "`distress` is not a number")])
    #expect(
      files(net: Self.net(of: Self.weights, thresholds: "{card: 1}")).faults() == [
        fault("net.yaml", 3, "`support` is missing")
      ])
  }

  @Test(arguments: [(3.4, true), (3.5, false), (9, false), (-0.7, true)])
  func theScoreBelowWhichRulesGiveWayIsBelowThatOfTheHelpLines(
    _ harmless: Double, _ isFine: Bool
  ) throws {
    let files = files(
      net: Self.net(
        of: Self.weights,
        thresholds: "{card: 4, support: 3.5, distress: 3, misuse: 2, advice: 1, "
          + "harmless: \(harmless)}"))
    if isFine {
      #expect(try files.knowledge().safety.triage.net?.thresholds.harmless == harmless)
    } else {
      #expect(
        files.faults() == [
          fault("net.yaml", 3, "`harmless` is not below `support`" + Self.learn)
        ])
    }
  }

  // MARK: Ideas

  @Test func readsTheIdeasOfWords() throws {
    let text = "# comment: x\n\nself: i me\npartner:  wife husband\nnothing:\nchild: son"
    let ideas = try Knowledge.wordIdeas(files(ideas: text).folder)
    #expect(ideas.names == ["self", "partner", "child"])
    #expect(ideas.wordCount == 5)
    #expect(try Knowledge.wordIdeas(files().folder).names == [])
  }

  @Test func everyLineOfIdeasThatCannotBeUsedIsAFault() {
    let faults = [
      fault("word-ideas.txt", 3, "expected `idea: word word`"),
      fault("word-ideas.txt", 5, "`me` stands for an idea already"),
      fault("word-ideas.txt", 5, "`son` stands for an idea already"),
    ]
    let files = files(ideas: "self: i me\n# me: me\nwife husband\n\nchild: son me son kid\n")
    #expect(files.faults() == faults)
    #expect(throws: KnowledgeError.faults(faults)) { try Knowledge.wordIdeas(files.folder) }
  }

  @Test func withoutANetTheIdeasAreNotRead() throws {
    #expect(files(net: nil, ideas: "no ideas").faults() == [])
  }
}
