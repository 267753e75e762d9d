import ContentLint
import Conversation
import KnowledgeBase

/// What the entries of the lexicon do for the labelled questions: each question that
/// an entry was used on is asked again without the entry.
struct LexiconTrial {
  private let knowledge: Knowledge
  private let questions: [String]

  /// Creates a trial.
  ///
  /// - Parameter questions: none that is kept aside; what is dropped because it does
  ///   nothing for a question is tuned on that question.
  init(_ knowledge: Knowledge, questions: [String]) {
    self.knowledge = knowledge
    self.questions = questions
  }

  /// What a patient gets, from what was learned and from likeness to single texts,
  /// which serves when what was learned is out of date.
  private struct Outcome: Hashable {
    let learned: String
    let learnedSections: [String]
    let likeness: Decision.Outcome?
    let likenessSections: [String]
  }

  /// Two programs of the same content, with what was learned and without.
  private struct Pair {
    let learned: Responder
    let similarity: Responder

    init(_ knowledge: Knowledge) {
      learned = Responder(knowledge)
      similarity = Responder(knowledge.learning(nil))
    }

    func ask(_ question: String) -> (outcome: Outcome, entries: Set<String>) {
      var (first, second) = (ConversationState(), ConversationState())
      let learned = learned.trace(question, in: &first)
      let similarity = similarity.trace(question, in: &second)
      func sections(_ trace: Trace) -> [String] {
        trace.decision?.sections.prefix(3).compactMap(\.subject.sectionID) ?? []
      }
      let entries = [learned, similarity].flatMap { trace in
        ([trace.understanding].compactMap(\.self) + trace.others)
          .flatMap { $0.reading.expansions.map(\.say) }
      }
      return (
        Outcome(
          learned: learned.reply.text, learnedSections: sections(learned),
          likeness: similarity.decision?.outcome, likenessSections: sections(similarity)),
        Set(entries)
      )
    }
  }

  /// Returns the entries that were used on a question and changed nothing on any, and
  /// how many were used at all.
  func idleEntries() -> (idle: [String], used: Int) {
    let served = Pair(knowledge)
    var outcomes: [Outcome] = []
    var questionsOf: [String: [Int]] = [:]
    for (number, question) in questions.enumerated() {
      let (outcome, entries) = served.ask(question)
      outcomes.append(outcome)
      for entry in entries { questionsOf[entry, default: []].append(number) }
    }
    var idle: [String] = []
    for group in Self.groups(questionsOf) {
      let without = Pair(knowledge.leavingOut(synonyms: Set(group)))
      for entry in group {
        let isIdle = (questionsOf[entry] ?? []).allSatisfy { number in
          without.ask(questions[number]).outcome == outcomes[number]
        }
        if isIdle { idle.append(entry) }
      }
    }
    return (idle, questionsOf.count)
  }

  /// Returns the entries in groups in which no two were used on the same question:
  /// these can be left out together, which spares most of the indexing.
  private static func groups(_ questionsOf: [String: [Int]]) -> [[String]] {
    var groups: [(entries: [String], questions: Set<Int>)] = []
    for (entry, questions) in questionsOf.sorted(by: { $0.key < $1.key }) {
      if let place = groups.firstIndex(where: { $0.questions.isDisjoint(with: questions) }) {
        groups[place].entries.append(entry)
        groups[place].questions.formUnion(questions)
      } else {
        groups.append(([entry], Set(questions)))
      }
    }
    return groups.map(\.entries)
  }
}
