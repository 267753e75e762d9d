import KnowledgeBase
import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Conversation

/// What is learned of the small folder about tea.
struct LearnedRankingTests {
  private let knowledge: Knowledge
  private let ranking: LearnedRanking
  private let reader: QuestionReader

  init() throws {
    let plain = try KnowledgeFiles().knowledge()
    let learned = LearnedSubjects(
      classifier: SubjectLearner(plain, ideas: WordIdeas()).learn(), ideas: WordIdeas(),
      thresholds: LearnedSubjects.Thresholds(
        leastScore: 0.1, topicLead: 0.02, adviceLead: -0.02, smallTalkLead: 0, choiceRatio: 0.9))
    knowledge = plain.learning(learned)
    ranking = try #require(LearnedRanking(learned, content: SubjectUnits(plain)))
    reader = SubjectIndex(knowledge).reader
  }

  @Test(
    arguments: [
      ("how long should i steep tea", "brewing"), ("is a tin expensive", "price"),
      ("what is tea", "what-is-tea"), ("good morning", "small-talk/greeting"),
      ("can i drink it with my heart pills", "personal-advice"),
    ])
  func theSubjectAskedAboutComesFirst(_ question: String, _ subject: String) {
    let ranked = ranking.rank(reader.read(question))
    #expect(ranked.first?.subject.name == subject)
    #expect(ranked.count == SubjectUnits(knowledge).subjects.count)
    #expect(ranked.map(\.score) == ranked.map(\.score).sorted(by: >))
  }

  @Test(arguments: ["how long should tea steep", "zebra xylophone", "tea tea tea?", ""])
  func theExplanationAddsUpToTheScore(_ question: String) throws {
    let reading = reader.read(question)
    for ranked in ranking.rank(reading) {
      let explanation = try #require(ranking.explanation(of: ranked.subject, for: reading))
      #expect(abs(explanation.value - ranked.score) < 1e-9)
    }
  }

  @Test func wordsThatSpeakForASubjectAreCovered() {
    let coverage = ranking.coverage(
      of: reader.read("steep zebra"), by: .section("brewing"))
    #expect(coverage.words.map(\.isCovered) == [true, false])
    #expect(coverage.words[1].weight > coverage.words[0].weight)
  }

  @Test func whatWasLearnedForOtherSubjectsIsNotUsed() throws {
    let other = try KnowledgeFiles(
      ["not-covered.yaml": "topics: []"], without: ["phrasings/price.txt"]
    )
    .knowledge()
    let learned = try #require(knowledge.learned)
    #expect(LearnedRanking(learned, content: SubjectUnits(other)) == nil)
    // The folder is served by likeness then.
    let index = SubjectIndex(other.learning(learned))
    #expect(index.ranking is SimilarityRanking)
    #expect(SubjectIndex(knowledge).ranking is LearnedRanking)
  }

  @Test func theThresholdsDecide() throws {
    let settings = ranking.settings
    #expect(settings.leastScore == 0.1)
    #expect(settings.lead(of: .notCovered("price")) == 0.02)
    #expect(settings.lead(of: .personalAdvice) == -0.02)
    #expect(settings.lead(of: .section("brewing")) == 0)
    let decision = Decision(on: reader.read("is a tin expensive"), by: ranking)
    #expect(decision.outcome == .notCovered(topic: "price"))
  }

  @Test func aVoiceLeftOutIsNotLearnedFrom() {
    let learner = SubjectLearner(knowledge, ideas: WordIdeas())
    let all = learner.learn()
    let without = learner.learn(leavingOut: ["plain"])
    #expect(all.exampleCount(of: "w:expensive") == 1)
    #expect(without.exampleCount(of: "w:expensive") == 0)
    #expect(without.labels == all.labels)
  }
}
