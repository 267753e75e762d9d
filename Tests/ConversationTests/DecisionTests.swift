import KnowledgeBase
import Retrieval
import TestSupport
import Testing

@testable import Conversation

struct DecisionTests {
  private func decide(
    _ question: String, files: KnowledgeFiles = KnowledgeFiles(),
    settings: DecisionSettings = .bySimilarity
  ) throws -> Decision {
    let knowledge = try files.knowledge()
    let reader = SubjectIndex(knowledge).reader
    let ranking = SimilarityRanking(
      SubjectUnits(knowledge), analyzer: reader.analyzer, settings: settings)
    return Decision(on: reader.read(question), by: ranking)
  }

  @Test func theBestSectionAnswers() throws {
    let decision = try decide("how long should tea steep")
    #expect(decision.outcome == .answer)
    #expect(decision.reason == "the section `brewing` fits best")
    #expect(decision.sections.first?.subject == .section("brewing"))
    #expect(decision.coverage?.share == 1)
  }

  @Test func sectionsThatFitEquallyAreOffered() throws {
    // Sections of one shape, so that nothing but the heading tells them apart.
    let body = ["one", "two", "six"].map { "## \($0)\n\n\($0)\n\n" }.joined()
    let files = { (names: [String]) in
      KnowledgeFiles(
        [
          "articles/tea.md": KnowledgeFiles.article(body: body),
          "not-covered.yaml": "topics: []",
        ].merging(names.map { ("phrasings/\($0).txt", "## plain\nwhich blend suits\n") }) { $1 },
        without: ["phrasings/brewing.txt", "phrasings/price.txt"])
    }
    let two = try decide("which blend suits", files: files(["one", "two"]))
    #expect(two.outcome == .choice(count: 2))
    #expect(two.reason == "2 sections fit equally")
    // Equal scores stand in the order of the article.
    #expect(two.sections.map(\.subject) == [.section("one"), .section("two")])
    let three = try decide("which blend suits", files: files(["one", "six", "two"]))
    #expect(three.outcome == .choice(count: 3))
    #expect(
      three.sections.map(\.subject) == [.section("one"), .section("two"), .section("six")])
    var settings = DecisionSettings.bySimilarity
    settings.choiceRatio = 1.1
    #expect(
      try decide("which blend suits", files: files(["one", "two"]), settings: settings).outcome
        == .answer)
  }

  @Test func aTopicThatIsNotCoveredIsNamed() throws {
    let decision = try decide("is a tin expensive")
    #expect(decision.outcome == .notCovered(topic: "price"))
    #expect(decision.reason == "the topic `price` fits best and no article covers it")
  }

  @Test func nothingInCommonIsNotCovered() throws {
    let decision = try decide("zebra xylophone")
    #expect(decision.outcome == .notCovered(topic: nil))
    #expect(decision.reason == "no subject shares a word with the question")
    #expect(decision.ranking.isEmpty)
    #expect(decision.coverage == nil)
  }

  @Test func aLowScoreIsNotCovered() throws {
    var settings = DecisionSettings.bySimilarity
    settings.leastScore = 0.9
    let decision = try decide("water", settings: settings)
    #expect(decision.outcome == .notCovered(topic: nil))
    #expect(decision.reason.contains("too low"))
  }

  @Test func tooLittleOfTheQuestionIsNotCovered() throws {
    let decision = try decide("hot water boiler warranty inspection")
    #expect(decision.outcome == .notCovered(topic: nil))
    #expect(decision.reason.contains("too little of the question"))
    let share = try #require(decision.coverage?.share)
    #expect(share > 0 && share < DecisionSettings.bySimilarity.leastCoverage)
  }

  @Test func questionsForTheCareTeamAreToldApart() throws {
    #expect(try decide("can I mix it with heart pills").outcome == .personalAdvice)
  }

  @Test func smallTalkNeedsAHighScoreAndMostOfWhatWasTyped() throws {
    func outcome(
      _ question: String, score: Double, coverage: Double, sure: Double
    ) throws -> Decision.Outcome {
      var settings = DecisionSettings.bySimilarity
      settings.leastSmallTalkScore = score
      settings.leastSmallTalkCoverage = coverage
      settings.sureSmallTalkScore = sure
      return try decide(question, settings: settings).outcome
    }
    let talk = Decision.Outcome.smallTalk("small-talk")
    let nothing = Decision.Outcome.notCovered(topic: nil)
    #expect(try outcome("lovely weather", score: 0.1, coverage: 0.5, sure: 2) == talk)
    // Passed over, with no other subject left.
    #expect(try outcome("lovely weather", score: 0.99, coverage: 0.5, sure: 2) == nothing)
    let more = "lovely weather outside zebra xylophone"
    #expect(try outcome(more, score: 0.1, coverage: 0.9, sure: 2) == nothing)
    #expect(try outcome(more, score: 0.1, coverage: 0.1, sure: 2) == talk)
    // A score that leaves no doubt is enough.
    #expect(try outcome(more, score: 0.99, coverage: 0.9, sure: 0.1) == talk)
  }

  @Test func theServedSettingsKnowSmallTalk() throws {
    let decision = try decide("lovely weather outside")
    #expect(decision.outcome == .smallTalk("small-talk"))
    #expect(decision.reason == "it is small talk")
  }

  @Test func theRankingFallsAndHoldsEachSubjectOnce() throws {
    let decision = try decide("how hot must water for green tea leaves be")
    let scores = decision.ranking.map(\.score)
    #expect(scores == scores.sorted(by: >))
    #expect(Set(decision.ranking.map(\.subject)).count == decision.ranking.count)
    #expect(decision.sections.allSatisfy { $0.subject.sectionID != nil })
  }
}
