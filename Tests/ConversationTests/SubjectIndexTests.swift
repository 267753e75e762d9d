import KnowledgeBase
import Retrieval
import TestSupport
import Testing
import TextAnalysis

@testable import Conversation

struct SubjectIndexTests {
  private func scores(
    of id: String, for question: String, in knowledge: Knowledge
  ) throws -> [Double] {
    let index = SubjectIndex(knowledge)
    return index.paragraphScores(
      of: try #require(knowledge.section(id)), for: index.reader.read(question))
  }

  @Test func paragraphsAreScoredByLikenessInArticleOrder() throws {
    let knowledge = try KnowledgeFiles().knowledge()
    let scores = try scores(of: "what-is-tea", for: "rain on the hills", in: knowledge)
    #expect(scores.count == 2)
    #expect(scores[1] > scores[0])
    #expect(try self.scores(of: "what-is-tea", for: "zebra", in: knowledge) == [0, 0])
  }

  /// Which paragraph answers is learned where questions name it.
  @Test func paragraphsAreScoredByWhatWasLearned() throws {
    let plain = try KnowledgeFiles([
      "phrasings/what-is-tea.txt": """
      ## plain
      is it made of leaves ¶1
      what leaf is that ¶1
      what does it need to grow ¶2
      does it like a wet place ¶2
      tell me of tea
      """
    ]).knowledge()
    let learner = ParagraphLearner(plain, ideas: WordIdeas())
    let paragraphs = try #require(learner.learn())
    #expect(paragraphs.labels == ["what-is-tea ¶1", "what-is-tea ¶2"])
    let knowledge = plain.learning(
      LearnedSubjects(
        classifier: SubjectLearner(plain, ideas: WordIdeas()).learn(), paragraphs: paragraphs,
        ideas: WordIdeas(),
        thresholds: .init(
          leastScore: 0, topicLead: 0, adviceLead: 0, smallTalkLead: 0, choiceRatio: 0.9)))
    for (question, place) in [("a wet place", 1), ("which leaf", 0), ("tell me of it", 0)] {
      let scores = try scores(of: "what-is-tea", for: question, in: knowledge)
      #expect(scores.count == 2)
      #expect(scores[place] > scores[1 - place], "\(question)")
    }
    // Of other sections nothing was learned.
    let other = try scores(of: "keeping", for: "closed and dry", in: knowledge)
    #expect(try other == scores(of: "keeping", for: "closed and dry", in: plain))
  }

  @Test func nothingIsLearnedOfParagraphsThatNoQuestionNames() throws {
    #expect(ParagraphLearner(try KnowledgeFiles().knowledge(), ideas: WordIdeas()).learn() == nil)
  }
}
