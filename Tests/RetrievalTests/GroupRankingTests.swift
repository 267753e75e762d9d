import Testing

@testable import Retrieval

@Suite struct GroupRankingTests {
  /// Three groups: four documents, two, and one without terms.
  private static let ranking = {
    var builder = IndexBuilder()
    for terms in [
      ["cat", "dog"], ["cat"], ["dog", "fish"], ["cat", "dog", "cat"], ["fish"], ["dog"], [],
    ] {
      builder.add(terms: terms)
    }
    return GroupRanking(index: builder.build(), groups: [0, 0, 1, 0, 1, 0, 2])
  }()

  private func expectNear(_ hits: [GroupRanking.GroupHit], _ expected: [GroupRanking.GroupHit]) {
    #expect(hits.map(\.group) == expected.map(\.group))
    for (hit, other) in zip(hits, expected) {
      #expect(abs(hit.score - other.score) < 1e-12)
      #expect(hit.best.map(\.document) == other.best.map(\.document))
      for (best, otherBest) in zip(hit.best, other.best) {
        #expect(abs(best.score - otherBest.score) < 1e-12)
      }
    }
  }

  @Test func scoresByBestThreeAndCentroid() {
    // 1 / 4 + (1 + 0.8898… + 0.7551…) / 12 + 0.7814… / 2
    expectNear(
      Self.ranking.rank(Query(terms: ["cat"])),
      [
        GroupRanking.GroupHit(
          group: 0, score: 0.861_140_065_564_898_5,
          best: [
            Hit(document: 1, score: 1), Hit(document: 3, score: 0.889_832_993_385_316_6),
            Hit(document: 0, score: 0.755_112_824_102_408_8),
          ])
      ])
  }

  @Test func twoBestDocumentsAreDividedByThreeToo() {
    // 1 / 4 + (1 + 0.8030…) / 12 + 0.9494… / 2
    expectNear(
      Self.ranking.rank(Query(terms: ["dog", "fish"])),
      [
        GroupRanking.GroupHit(
          group: 1, score: 0.874_992_990_403_439,
          best: [
            Hit(document: 2, score: 1), Hit(document: 4, score: 0.803_028_938_037_097),
          ]),
        GroupRanking.GroupHit(
          group: 0, score: 0.439_786_096_796_325_4,
          best: [
            Hit(document: 5, score: 0.595_940_034_462_371_4),
            Hit(document: 0, score: 0.390_695_224_560_590_36),
            Hit(document: 3, score: 0.271_919_310_122_414_5),
          ]),
      ])
  }

  @Test(arguments: [[], ["bird"]])
  func nothingKnownRanksNothing(terms: [String]) {
    #expect(Self.ranking.rank(Query(terms: terms)) == [])
  }

  @Test func withoutDocumentsRanksNothing() {
    let ranking = GroupRanking(index: IndexBuilder().build(), groups: [])
    #expect(ranking.rank(Query(terms: ["cat"])) == [])
    #expect(!ranking.group(0, holds: "cat"))
  }

  @Test(arguments: [
    (0, "cat", true), (0, "dog", true), (0, "fish", false), (1, "cat", false), (1, "dog", true),
    (1, "fish", true), (2, "cat", false), (0, "bird", false), (7, "cat", false),
  ])
  func knowsWhichTermsAGroupHolds(group: Int, term: String, holds: Bool) {
    #expect(Self.ranking.group(group, holds: term) == holds)
  }

  @Test func everyDocumentNeedsAGroup() async {
    await #expect(processExitsWith: .failure) {
      var builder = IndexBuilder()
      builder.add(terms: ["cat"])
      _ = GroupRanking(index: builder.build(), groups: [])
    }
  }

  @Test func everyGroupNumberNeedsADocument() async {
    await #expect(processExitsWith: .failure) {
      var builder = IndexBuilder()
      builder.add(terms: ["cat"])
      _ = GroupRanking(index: builder.build(), groups: [0, 0])
    }
  }

  @Test func explainsEveryTermsPart() throws {
    let query = Query(terms: ["dog", "bird", "fish"])
    let hit = try #require(Self.ranking.rank(query).first)
    let explanation = Self.ranking.explain(hit, for: query)
    func part(_ description: String, _ weight: Double, _ inUnit: Double, _ share: Double)
      -> Explanation
    {
      let isGroup = description == "in the whole group"
      return .product(
        description,
        [
          .given(weight, "weight in the question"),
          .given(inUnit, isGroup ? "weight in the group's centroid" : "weight in the unit"),
          .given(share, isGroup ? "share of the centroid" : "share of the unit"),
        ])
    }
    let (dog, fish) = (0.595_940_034_462_371_4, 0.803_028_938_037_097)
    let expected = Explanation.sum(
      "score",
      [
        .sum(
          "dog",
          [
            part("in unit 2", dog, dog, 1.0 / 3),
            part("in the whole group", dog, 0.313_824_044_619_674_67, 0.5),
          ]),
        .sum(
          "fish",
          [
            part("in unit 2", fish, fish, 1.0 / 3),
            part("in unit 4", fish, 1, 1.0 / 12),
            part("in the whole group", fish, 0.949_481_157_800_695_1, 0.5),
          ]),
      ])
    expectNear(explanation, expected)
  }

  private func expectNear(_ explanation: Explanation, _ expected: Explanation) {
    #expect(explanation.description == expected.description)
    #expect(explanation.combination == expected.combination)
    #expect(abs(explanation.value - expected.value) < 1e-12)
    #expect(explanation.details.count == expected.details.count)
    for (detail, other) in zip(explanation.details, expected.details) {
      expectNear(detail, other)
    }
  }

  // MARK: Against the formulas, on random corpora

  @Test(arguments: 0..<40 as Range<UInt64>)
  func agreesWithTheNaiveRanker(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    let naive = NaiveRanker(documents: corpus.documents)
    let ranking = GroupRanking(index: corpus.index, groups: corpus.groups)
    let members = Dictionary(grouping: corpus.groups.indices) { corpus.groups[$0] }
    for query in corpus.queries {
      let hits = ranking.rank(query.query)
      let expected = members.compactMapValues { naive.score(ofGroup: $0, for: query) }
      #expect(Set(hits.map(\.group)) == Set(expected.keys))
      #expect(hits.count == expected.count)
      let scores = ranking.index.scores(for: query.query)
      for hit in hits {
        #expect(abs(hit.score - expected[hit.group, default: -1]) < 1e-12, "\(query)")
        #expect((0...1 + 1e-12).contains(hit.score))
        let best = members[hit.group, default: []].map { Hit(document: $0, score: scores[$0]) }
          .filter { $0.score > 0 }.sorted { $0.precedes($1) }.prefix(3)
        #expect(hit.best == Array(best))
      }
      for (hit, next) in zip(hits, hits.dropFirst()) {
        #expect(hit.score > next.score || (hit.score == next.score && hit.group < next.group))
      }
    }
    for (group, documents) in members {
      for term in ranking.index.terms + ["unknown"] {
        let holds = documents.contains { corpus.documents[$0].contains(term) }
        #expect(ranking.group(group, holds: term) == holds)
      }
    }
  }

  /// Groups of the same documents have the same score to the last bit, and
  /// stand in the order of their numbers.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func equalGroupsStandInTheOrderOfTheirNumbers(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    let count = (corpus.groups.max() ?? 0) + 1
    var builder = IndexBuilder()
    for terms in corpus.documents + corpus.documents { builder.add(terms: terms) }
    let ranking = GroupRanking(
      index: builder.build(), groups: corpus.groups + corpus.groups.map { $0 + count })
    for query in corpus.queries {
      let hits = ranking.rank(query.query)
      let scores = Dictionary(uniqueKeysWithValues: hits.map { ($0.group, $0.score) })
      for group in 0..<count { #expect(scores[group] == scores[group + count]) }
      for (hit, next) in zip(hits, hits.dropFirst()) where hit.score == next.score {
        #expect(hit.group < next.group)
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func explanationAddsUpToTheScore(seed: UInt64) {
    let corpus = RandomCorpus(seed: seed)
    let ranking = GroupRanking(index: corpus.index, groups: corpus.groups)
    for query in corpus.queries {
      for hit in ranking.rank(query.query) {
        let explanation = ranking.explain(hit, for: query.query)
        #expect(abs(explanation.value - hit.score) < 1e-9, "\(query), group \(hit.group)")
        // One part for each term that the query and the group share.
        #expect(
          explanation.details.map(\.description)
            == query.query.frequencies.map(\.term).filter { ranking.group(hit.group, holds: $0) })
        expectConsistent(explanation)
      }
    }
  }

  private func expectConsistent(_ explanation: Explanation) {
    let values = explanation.details.map(\.value)
    switch explanation.combination {
    case .given: #expect(values.isEmpty)
    case .sum: #expect(!values.isEmpty && abs(values.reduce(0, +) - explanation.value) < 1e-12)
    case .product: #expect(!values.isEmpty && abs(values.reduce(1, *) - explanation.value) < 1e-12)
    }
    for detail in explanation.details { expectConsistent(detail) }
  }
}
