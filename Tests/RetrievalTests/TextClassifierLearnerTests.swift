import Retrieval
import Testing

struct TextClassifierLearnerTests {
  private typealias Example = (names: [String], labels: [String], importance: Double)

  private func learn(
    _ examples: [Example], labels: [String] = ["cat"],
    _ change: (inout TextClassifierLearner.Settings) -> Void = { _ in }
  ) -> TextClassifier {
    var settings = TextClassifierLearner.Settings()
    change(&settings)
    var learner = TextClassifierLearner(labels: labels, settings: settings)
    for example in examples {
      learner.add(
        FeatureList(example.names), labels: example.labels, importance: example.importance)
    }
    return learner.learn()
  }

  private func file(_ lines: String...) -> String { lines.map { $0 + "\n" }.joined() }

  private func text(_ classifier: TextClassifier) -> String {
    String(decoding: classifier.file, as: UTF8.self)
  }

  /// The names of the features that were kept, in the file's order.
  private func kept(_ classifier: TextClassifier) -> [String] {
    text(classifier).split(separator: "\n").dropFirst(4).map {
      String($0.prefix { $0 != "\t" })
    }
  }

  private static let pets: [Example] = [
    (["w:meow", "w:pet", "c:meo"], ["cat"], 1), (["w:purr", "w:pet", "c:pur"], ["cat"], 1),
    (["w:meow", "w:milk", "c:meo"], ["cat"], 1), (["w:bark", "w:pet", "c:bar"], ["dog"], 1),
    (["w:bark", "w:bone", "c:bar"], ["dog"], 1), (["w:tea", "w:milk", "c:tea"], [], 1),
    (["w:tea", "w:cup", "c:tea", "c:cup"], [], 1),
  ]

  // MARK: The file

  @Test func twoExamplesAreSolvedByHand() {
    // Each example is its one feature: (w - 1) + w/2 = 0, without a bias.
    #expect(
      text(learn([(["w:b"], [], 1), (["w:a", "w:a"], ["cat"], 1)]))
        == file(
          "labels\tcat", "examples\t2", "bias\t0", "features\t2", "w:a\t1\t667",
          "w:b\t1\t-667"))
  }

  @Test func theMoreAMistakeCountsTheNearerTheScore() {
    // Examples that say the same: the bias is (3 - 1) / 4, and no weight is left.
    #expect(
      text(learn([(["w:a"], ["cat"], 3), (["w:a"], [], 1)]))
        == file("labels\tcat", "examples\t2", "bias\t500", "features\t0"))
  }

  @Test func ofTheLeadingLabelsAFeatureIsLetGoByItsRatio() {
    // The scale is s = 1/2 + ln 2 / 2, the weight 1 / (1 + 1/(2 s²)).
    let classifier = learn([(["w:b"], [], 1), (["w:a"], ["cat"], 1)]) { $0.leadingLabels = 0..<1 }
    #expect(
      text(classifier)
        == file(
          "labels\tcat", "examples\t2", "bias\t0", "features\t2", "w:a\t1\t589",
          "w:b\t1\t-589"))
  }

  @Test func withoutExamplesNothingIsLearned() {
    #expect(
      text(learn([], labels: ["cat", "dog"]))
        == file("labels\tcat\tdog", "examples\t0", "bias\t0\t0", "features\t0"))
  }

  @Test func labelsThatAreNotLearnedForCountAsNone() {
    #expect(
      learn([(["w:a"], ["cat", "horse"], 1), (["w:b"], ["horse"], 1)]).file
        == learn([(["w:a"], ["cat"], 1), (["w:b"], [], 1)]).file)
  }

  @Test func theFileGoesRound() throws {
    let learned = learn(Self.pets, labels: ["cat", "dog"])
    let read = try TextClassifier(file: learned.file)
    #expect(read.labels == ["cat", "dog"])
    #expect(read.featureCount == learned.featureCount)
    #expect(read.file == learned.file)
    for (names, _, _) in Self.pets {
      #expect(read.scores(of: FeatureList(names)) == learned.scores(of: FeatureList(names)))
    }
  }

  @Test func learningTwiceGivesTheSameBytes() {
    #expect(
      learn(Self.pets, labels: ["cat", "dog"]).file
        == learn(Self.pets, labels: ["cat", "dog"]).file)
  }

  @Test func featuresStandInTheOrderOfTheirNames() {
    let names = kept(learn(Self.pets, labels: ["cat", "dog"]))
    #expect(names == names.sorted())
    #expect(names.first == "c:bar")
  }

  // MARK: What is learned

  @Test func theLabelsAreToldApart() {
    let classifier = learn(Self.pets, labels: ["cat", "dog"])
    for (names, labels, _) in Self.pets {
      let scores = classifier.scores(of: FeatureList(names))
      #expect(scores.map { $0 > 0 } == ["cat", "dog"].map(labels.contains), "\(names): \(scores)")
    }
    // New texts are like those that they share words with.
    let scores = classifier.scores(of: FeatureList(["w:meow", "w:purr"]))
    #expect(scores[0] > 0 && scores[1] < 0, "\(scores)")
  }

  @Test func theLargerThePenaltyTheLessASingleExampleCounts() {
    let scores = [0.1, 1, 10].map { regularisation in
      learn(Self.pets) { $0.regularisation = regularisation }.scores(
        of: FeatureList(["w:purr", "w:pet", "c:pur"]))[0]
    }
    #expect(scores[0] > scores[1] && scores[1] > scores[2], "\(scores)")
  }

  @Test func theExplanationAddsUpToTheScore() {
    let classifier = learn(Self.pets, labels: ["cat", "dog"])
    let list = FeatureList(["w:meow", "w:pet", "w:fish", "c:meo", "c:fis"])
    let score = classifier.scores(of: list).reduce(0, +)
    let value = classifier.explanation(of: list, for: ["cat": 1, "dog": 1], named: "pets").value
    #expect(abs(value - score) < 1e-9)
  }

  // MARK: The limit

  /// `w:cat` and `w:dog` tell two sides apart, the others stand on both.
  private static let sides: [Example] = (0..<8).map { number in
    let isCat = number < 4
    return (
      [isCat ? "w:cat" : "w:dog", "w:the", "w:\(number % 4)"], isCat ? ["cat"] : [], 1
    )
  }

  @Test func whatTellsNothingApartIsNotKept() {
    #expect(kept(learn(Self.sides)) == ["w:cat", "w:dog"])
  }

  @Test(
    arguments: [
      (0, []), (2, ["w:cat", "w:dog"]), (3, ["w:cat", "w:dog", "w:meow"]),
    ] as [(Int, [String])])
  func theLimitKeepsTheMostInfluential(_ limit: Int, _ names: [String]) {
    // `w:meow` stands in one example only.
    let examples =
      Self.sides + [(["w:cat", "w:meow"], ["cat"], 1), (["w:cat", "w:the"], ["cat"], 1)]
    #expect(kept(learn(examples) { $0.featureLimit = limit }) == names)
  }

  @Test func theMoreItsFrequencyCountsTheSoonerACommonFeatureIsKept() throws {
    // Both speak for cats: `w:purr` beside other words of four examples, `w:mouse` alone in one.
    let purring = ["w:fur", "w:tail", "w:paw", "w:claw"].map { word -> Example in
      (["w:purr", word], ["cat"], 1)
    }
    let dogs = (0..<8).map { number -> Example in (["w:dog", "w:\(number)"], ["dog"], 1) }
    let examples = purring + dogs + [(["w:mouse"], ["cat"], 1)]
    /// The least limit with which a feature is kept.
    func place(_ name: String, power: Double) throws -> Int {
      try #require(
        (1...20).first { limit in
          let classifier = learn(examples) {
            $0.featureLimit = limit
            $0.frequencyPower = power
          }
          return kept(classifier).contains(name)
        })
    }
    #expect(try place("w:mouse", power: 0) < place("w:purr", power: 0))
    #expect(try place("w:mouse", power: 2) > place("w:purr", power: 2))
  }

  private func weights(_ classifier: TextClassifier) -> [String: Double] {
    var weights: [String: Double] = [:]
    for name in kept(classifier) {
      for label in classifier.labels {
        let weight = classifier.weight(of: name, for: label)
        if weight != 0 { weights["\(name) \(label)"] = weight }
      }
    }
    return weights
  }

  @Test func ofTheWeightsTheMostInfluentialAreKept() throws {
    let all = weights(learn(Self.pets, labels: ["cat", "dog"]))
    let few = weights(learn(Self.pets, labels: ["cat", "dog"]) { $0.weightLimit = 4 })
    #expect(few.count == 4)
    let least = try few.keys.map { abs(try #require(all[$0])) }.min() ?? 0
    #expect(all.values.filter { abs($0) > 2 * least }.count <= 4)
  }

  @Test func whatIsKeptMakesUpForWhatIsNot() throws {
    // `c:mew` and `w:mew` always stand together; one of them has to do for both.
    let both = learn(Self.twins)
    let one = learn(Self.twins) { $0.featureLimit = 1 }
    let name = try #require(kept(one).first)
    #expect(kept(one).count == 1)
    #expect(one.weight(of: name, for: "cat") > 1.5 * both.weight(of: name, for: "cat"))
  }

  @Test func whatIsNotKeptCountsAsUnknownWhereItIsLearnedAgain() throws {
    // `w:tea` stands in one example and tells less than `w:mew`, beside which it stands.
    let examples: [Example] = [
      (["w:mew", "w:tea"], ["cat"], 1), (["w:mew"], ["cat"], 1), (["w:woof"], [], 1),
      (["w:woof"], [], 1),
    ]
    let one = learn(examples) { $0.featureLimit = 2 }
    #expect(kept(one) == ["w:mew", "w:woof"])
    // The scores of its own examples, with the unknown feature in the first's length, are
    // those that were fitted: their mean error is 0, as the bias is free of the penalty.
    let errors = examples.map { names, labels, _ in
      one.scores(of: FeatureList(names))[0] - (labels.isEmpty ? -1 : 1)
    }
    #expect(abs(errors.reduce(0, +)) < 0.005, "\(errors)")
  }

  private static let twins: [Example] = [
    (["w:mew", "c:mew"], ["cat"], 1), (["w:mew", "c:mew"], ["cat"], 1), ([], [], 1), ([], [], 1),
  ]

  @Test func manyLabelsAreLearnedInBlocks() {
    // More than two blocks of labels, each with its own example.
    let labels = (0..<19).map { "label \($0)" }
    let examples = labels.map { label -> Example in (["w:\(label)", "w:all"], [label], 1) }
    let classifier = learn(examples, labels: labels)
    for (number, label) in labels.enumerated() {
      let scores = classifier.scores(of: FeatureList(["w:\(label)", "w:all"]))
      #expect(scores.indices.max { scores[$0] < scores[$1] } == number)
    }
    // A label learned alone is learned the same.
    let alone = learn(examples, labels: [labels[17]])
    #expect(
      alone.weight(of: "w:label 17", for: "label 17")
        == classifier.weight(of: "w:label 17", for: "label 17"))
  }

  @Test func whatIsAbsentMayScoreZero() {
    // Each example is its one feature: without a bias for -1 and 1, halved here.
    #expect(
      text(
        learn([(["w:b"], [], 1), (["w:a", "w:a"], ["cat"], 1)]) { $0.absent = 0 })
        == file(
          "labels\tcat", "examples\t2", "bias\t500", "features\t2", "w:a\t1\t333",
          "w:b\t1\t-333"))
  }
}
