import Retrieval
import Testing

struct TextClassifierTests {
  /// The example of the documentation in small: two labels, three features.
  private static let file = """
    labels\tcat\tdog
    examples\t3
    bias\t-500\t250
    features\t3
    c:meo\t0\t0\t10
    w:meow\t1\t1000\t-200
    w:pet\t3\t100\t300

    """

  private func classifier(_ file: String = Self.file) throws(TextClassifier.FileError)
    -> TextClassifier
  {
    try TextClassifier(file: Array(file.utf8))
  }

  private func scores(_ names: String...) throws -> [Double] {
    try classifier().scores(of: FeatureList(names))
  }

  private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  // MARK: The file

  @Test func theFileIsReadAndKept() throws {
    let classifier = try classifier()
    #expect(classifier.labels == ["cat", "dog"])
    #expect(classifier.featureCount == 3)
    #expect(classifier.file == Array(Self.file.utf8))
  }

  @Test func aClassifierWithoutFeaturesGivesItsBias() throws {
    let classifier = try classifier("labels\tcat\nexamples\t0\nbias\t-250\nfeatures\t0\n")
    #expect(classifier.featureCount == 0)
    #expect(classifier.scores(of: FeatureList(["w:meow"])) == [-0.25])
  }

  private static let labelsLine = TextClassifier.FileError.head(
    line: 1, expected: "`labels` and their names")

  private static func numbers(
    _ line: Int, _ name: String, _ count: Int
  ) -> TextClassifier.FileError {
    .head(line: line, expected: "`\(name)` and \(count) whole numbers")
  }

  @Test(
    arguments: [
      ("", labelsLine), ("labels", labelsLine), ("labels\n", labelsLine),
      ("labels\t\n", labelsLine),
      ("label\tcat\n", labelsLine), ("\nlabels\tcat\n", labelsLine),
      ("labels\tcat\n", numbers(2, "examples", 1)),
      ("labels\tcat\nexamples\n", numbers(2, "examples", 1)),
      ("labels\tcat\nexamples\t1.5\n", numbers(2, "examples", 1)),
      ("labels\tcat\nexamples\t1\t2\n", numbers(2, "examples", 1)),
      ("labels\tcat\nexample\t1\n", numbers(2, "examples", 1)),
      ("labels\tcat\nexamples\t1\n", numbers(3, "bias", 1)),
      ("labels\tcat\tdog\nexamples\t1\nbias\t1\n", numbers(3, "bias", 2)),
      ("labels\tcat\nexamples\t1\nbias\t1\t2\n", numbers(3, "bias", 1)),
      ("labels\tcat\nexamples\t1\nbias\tmuch\n", numbers(3, "bias", 1)),
      ("labels\tcat\nexamples\t1\nbias\t1\nfeatures\t0", numbers(4, "features", 1)),
      ("labels\tcat\nexamples\t1\nbias\t1\nfeatures\tmany\n", numbers(4, "features", 1)),
      (
        "labels\tcat\nexamples\t1\nbias\t1\nfeatures\t99999999999999999999\n",
        numbers(4, "features", 1)
      ),
      (
        "labels\tcat\nexamples\t1\nbias\t1\nfeatures\t-1\n",
        .head(line: 4, expected: "a number of features that fits the file")
      ),
      (
        "labels\tcat\nexamples\t1\nbias\t1\nfeatures\t999999999\n",
        .head(line: 4, expected: "a number of features that fits the file")
      ),
      ("labels\tcat\nexamples\t1\nbias\t1\nfeatures\t1\nw:a\t1", .cutOff),
    ] as [(String, TextClassifier.FileError)])
  func aFileThatIsNotWholeIsRefused(_ file: String, _ error: TextClassifier.FileError) {
    #expect(throws: error) { try classifier(file) }
  }

  @Test func aFileThatIsCutOffIsRefusedOrNotWhole() throws {
    let bytes = Array(Self.file.utf8)
    #expect(try TextClassifier(file: bytes).isWhole)
    for length in bytes.indices {
      let classifier = try? TextClassifier(file: Array(bytes.prefix(length)))
      #expect(classifier?.isWhole != true, "\(length) bytes")
    }
  }

  @Test(arguments: ["w:b\t1\t5\nw:a\t1\t5\n", "w:a\t1\t5\nw:a\t1\t5\n", "w:a\t1\n", ""])
  func featuresOutOfOrderOrNumberAreNotWhole(_ features: String) throws {
    #expect(
      try !classifier("labels\tcat\nexamples\t1\nbias\t1\nfeatures\t2\n" + features).isWhole)
  }

  @Test func aWeightThatIsNoNumberCountsAsNothing() throws {
    let classifier = try classifier(
      "labels\tcat\tdog\nexamples\t1\nbias\t0\t0\nfeatures\t2\nw:a\t1\t500\tmuch\nw:b\n")
    #expect(classifier.scores(of: FeatureList(["w:a"])) == [0.5, 0])
    #expect(classifier.scores(of: FeatureList(["w:b"])) == [0, 0])
  }

  // MARK: Scores

  @Test func aTextThatShowsNothingHasTheBias() throws {
    #expect(try scores() == [-0.5, 0.25])
    #expect(try scores("w:fish", "w:me", "w:meow!") == [-0.5, 0.25])
  }

  @Test func theOnlyFeatureOfItsFamilyCountsInFull() throws {
    #expect(isNear(try scores("w:meow"), [0.5, 0.05]))
    #expect(isNear(try scores("w:pet"), [-0.4, 0.55]))
    #expect(isNear(try scores("w:meow", "w:meow"), [0.5, 0.05]))
    #expect(isNear(try scores("w:meow", "c:meo"), [0.5, 0.06]))
  }

  @Test func featuresOfAFamilyShareItsLength() throws {
    // Of three examples one holds `w:meow` and all hold `w:pet`.
    let (meow, pet) = (1.693_147_180_559_945_3, 1.0)
    let length = (meow * meow + pet * pet).squareRoot()
    let expected = [
      -0.5 + (meow * 1 + pet * 0.1) / length, 0.25 + (meow * -0.2 + pet * 0.3) / length,
    ]
    #expect(isNear(try scores("w:meow", "w:pet"), expected))
    #expect(try scores("w:pet", "w:meow") == scores("w:meow", "w:pet"))
  }

  @Test func anUnknownFeatureCountsForTheLengthOnly() throws {
    let (meow, unknown) = (1.693_147_180_559_945_3, 2.386_294_361_119_890_6)
    let weight = meow / (meow * meow + unknown * unknown).squareRoot()
    #expect(isNear(try scores("w:meow", "w:fish"), [-0.5 + weight, 0.25 - 0.2 * weight]))
    // Nor does it touch another family.
    #expect(isNear(try scores("w:meow", "c:fis"), [0.5, 0.05]))
  }

  private static let sparse = """
    labels\tcat\tdog\tbird\tfish
    examples\t3
    bias\t0\t0\t0\t0
    features\t3
    w:fin\t1\t3:900
    w:fly\t1\t2:700\t-100
    w:pet\t2\t100\t2:300\t9:5

    """

  @Test func labelsWithoutAWeightArePassedOver() throws {
    let classifier = try classifier(Self.sparse)
    func scores(_ name: String) -> [Double] { classifier.scores(of: FeatureList([name])) }
    #expect(isNear(scores("w:fin"), [0, 0, 0, 0.9]))
    #expect(isNear(scores("w:fly"), [0, 0, 0.7, -0.1]))
    // A label that is not there has no weight.
    #expect(isNear(scores("w:pet"), [0.1, 0, 0.3, 0]))
  }

  // MARK: Single features

  @Test func singleFeaturesAreLookedUp() throws {
    let classifier = try classifier(Self.sparse)
    #expect(classifier.exampleCount(of: "w:pet") == 2)
    #expect(classifier.exampleCount(of: "w:sea") == 0)
    #expect(classifier.weight(of: "w:fly", for: "fish") == -0.1)
    #expect(classifier.weight(of: "w:fly", for: "cat") == 0)
    #expect(classifier.weight(of: "w:fly", for: "horse") == 0)
    #expect(classifier.weight(of: "w:sea", for: "fish") == 0)
    #expect(
      classifier.inverseDocumentFrequency(of: "w:sea")
        > classifier.inverseDocumentFrequency(of: "w:fly"))
  }

  @Test func theFeaturesOfAFamilyAreListed() throws {
    var found: [String] = []
    try classifier().forEachFeature(ofFamily: UInt8(ascii: "w")) { found.append("\($0) \($1)") }
    #expect(found == ["w:meow 1", "w:pet 3"])
  }

  // MARK: Explanations

  @Test func theExplanationNamesEveryPart() throws {
    let explanation = try classifier().explanation(
      of: FeatureList(["w:pet", "c:meo"]), for: ["dog": 1, "cat": 1, "horse": 1], named: "pets")
    #expect(
      explanation
        == .sum(
          "score",
          [
            .given(-0.25, "bias"),
            .product(
              "c:meo",
              [.given(1, "weight in the text"), .given(0.01, "weight for pets")]),
            .product(
              "w:pet",
              [.given(1, "weight in the text"), .given(0.4, "weight for pets")]),
          ]))
  }

  @Test func partsThatAddNothingAreLeftOut() throws {
    let explanation = try classifier().explanation(
      of: FeatureList(["c:meo"]), for: ["cat": 1], named: "cat")
    #expect(explanation == .sum("score", [.given(-0.5, "bias")]))
  }

  @Test(
    arguments: [
      [], ["w:meow"], ["w:fish"], ["w:meow", "w:pet", "w:pet", "w:fish", "c:meo", "c:eow"],
    ] as [[String]])
  func theExplanationAddsUpToTheScore(_ names: [String]) throws {
    let classifier = try classifier()
    let list = FeatureList(names)
    let scores = classifier.scores(of: list)
    for (shares, score) in [
      (["cat": 1], scores[0]), (["dog": 0.5], 0.5 * scores[1]),
      (["cat": 1, "dog": 0.25], scores[0] + 0.25 * scores[1]), ([:], 0),
    ] {
      let value = classifier.explanation(of: list, for: shares, named: "it").value
      #expect(abs(value - score) < 1e-9)
    }
  }
}
