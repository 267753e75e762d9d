import Retrieval
import TestSupport
import Testing

@testable import KnowledgeBase

struct LearnedSubjectsTests {
  private static let weights = "labels\ttea\nexamples\t1\nbias\t0\nfeatures\t1\nw:tea\t1\t500\n"

  private func files(
    source: String? = nil, hash: String? = nil, weights: String = Self.weights,
    thresholds: String = "{least_score: 0.1, topic_lead: 0.02, advice_lead: -0.03, "
      + "small_talk_lead: 0, choice_ratio: 0.9}",
    turns: String? = nil, turnsHash: String? = nil
  ) -> KnowledgeFiles {
    let source = source ?? LearnedSubjects.source(of: KnowledgeFiles().folder)
    let hash = hash ?? ContentHash.hexadecimal(of: Array(weights.utf8))
    var files = KnowledgeFiles([
      "subject-weights.txt": weights,
      "subjects.yaml": """
      source: "\(source)"
      weights: "\(hash)"
      thresholds: \(thresholds)

      """,
    ])
    if let turns {
      files.texts["turn-weights.txt"] = turns
      let hash = turnsHash ?? ContentHash.hexadecimal(of: Array(turns.utf8))
      files.texts["subjects.yaml", default: ""] += "turns: \"\(hash)\"\n"
    }
    return files
  }

  @Test func whatWasLearnedIsRead() throws {
    let learned = try #require(try files().knowledge().learned)
    #expect(learned.classifier.labels == ["tea"])
    #expect(
      learned.thresholds
        == .init(
          leastScore: 0.1, topicLead: 0.02, adviceLead: -0.03, smallTalkLead: 0, choiceRatio: 0.9))
  }

  @Test func whatWasLearnedOfTurnsIsReadToo() throws {
    let learned = try #require(try files(turns: Self.weights).knowledge().learned)
    #expect(learned.turns?.labels == ["tea"])
    #expect(try files().knowledge().learned?.turns == nil)
    // Half of what was learned is not used, and does not pass unseen.
    var half = files(turns: Self.weights)
    half.texts["turn-weights.txt"] = nil
    let knowledge = try half.knowledge()
    #expect(knowledge.learned == nil)
    #expect(knowledge.isLearnedStale)
    #expect(
      files(turns: Self.weights, turnsHash: "00").faults().map { "\($0.file): \($0.message)" } == [
        "turn-weights.txt: it is not the file that subjects.yaml speaks of; "
          + "`make learn` writes the file anew"
      ])
  }

  @Test func whatWasLearnedOfParagraphsIsReadToo() throws {
    var files = files()
    let hash = ContentHash.hexadecimal(of: Array(Self.weights.utf8))
    files.texts["subjects.yaml", default: ""] += "paragraphs: \"\(hash)\"\n"
    #expect(try files.knowledge().learned == nil)
    files.texts["paragraph-weights.txt"] = Self.weights
    #expect(try files.knowledge().learned?.paragraphs?.labels == ["tea"])
    #expect(LearnedSubjects.paragraphLabel(0, of: "tea") == "tea ¶1")
  }

  @Test func aFolderNeedNotHaveLearnedAnything() throws {
    let knowledge = try KnowledgeFiles().knowledge()
    #expect(knowledge.learned == nil)
    #expect(!knowledge.isLearnedStale)
  }

  @Test func whatIsOutOfDateIsNotUsed() throws {
    let knowledge = try files(source: "00").knowledge()
    #expect(knowledge.learned == nil)
    #expect(knowledge.isLearnedStale)
  }

  @Test(arguments: [
    "articles/tea.md", "phrasings/brewing.txt", "phrasings/new.txt", "turns/new.txt",
    "not-covered.yaml",
    "small-talk.yaml", "safety/word-ideas.txt",
  ])
  func itIsOutOfDateWhenWhatItWasLearnedFromChanges(_ file: String) {
    let folder = KnowledgeFiles().folder
    var changed = KnowledgeFiles()
    changed.texts[file, default: ""] += "\n"
    #expect(LearnedSubjects.source(of: changed.folder) != LearnedSubjects.source(of: folder))
  }

  @Test(arguments: ["clinic.yaml", "lexicon.yaml", "follow-ups.yaml", "safety/lines.yaml"])
  func theRestDoesNotMatter(_ file: String) {
    let folder = KnowledgeFiles().folder
    var changed = KnowledgeFiles()
    changed.texts[file, default: ""] += "\n"
    #expect(LearnedSubjects.source(of: changed.folder) == LearnedSubjects.source(of: folder))
  }

  @Test func anotherFileThanTheOneThatWasWrittenIsAFault() {
    #expect(
      files(hash: "00").faults().map { "\($0.file): \($0.message)" } == [
        "subject-weights.txt: it is not the file that subjects.yaml speaks of; "
          + "`make learn` writes the file anew"
      ])
    #expect(
      files(weights: "labels\ttea\nexamples\t1\nbias\t0\nfeatures\t1\nw:tea\t1\t500")
        .faults().map { "\($0.file): \($0.message)" } == [
          "subject-weights.txt: its last line is cut off; `make learn` writes the file anew"
        ])
  }

  @Test func theWaysPatientsAskAreReadWhenTheyAreAskedFor() throws {
    // What was learned serves without them, and they are the same.
    let lists = try files().knowledge().phrasings
    let read = try files(source: "00").knowledge().phrasings
    #expect(lists.map(\.target) == read.map(\.target))
    #expect(lists.map(\.phrasings) == read.map(\.phrasings))
    #expect(lists.map(\.isEmpty) == read.map(\.isEmpty))
  }

  @Test func aMissingThresholdIsAFault() {
    let faults = files(thresholds: "{least_score: 0.1}").faults()
    #expect(faults.count == 1)
    #expect(faults.first?.message.contains("topic_lead") == true)
  }
}
