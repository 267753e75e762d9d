import Dispatch
import KnowledgeBase
import Retrieval
import Safety
import Synchronization
import TextAnalysis

/// A message with what the net should say of it, in the words it is compared in.
struct NetMessage: Sendable {
  let label: TaughtMessage.Label
  let language: String
  let voice: String
  let text: String
  let words: [WrittenWord]
  /// Whether it is a way patients ask, and not one of the safety examples.
  let isQuestion: Bool
  /// How much a mistake on it counts beside others of its class.
  var importance = 1.0

  /// The label's name in tables.
  var name: String {
    switch label {
    case .safetyClass(let safetyClass): safetyClass.rawValue
    case .distress: ExampleNet.distress
    case .safe: isQuestion ? "ordinary question" : "safe look-alike"
    }
  }
}

/// Learns the net from the safety examples and, as what is ordinary, from the
/// ways patients ask and go on asking.
struct NetLearning: Sendable {
  let messages: [NetMessage]
  let ideas: WordIdeas

  /// Voices are left out in this many groups.
  private static let groupCount = 6
  /// The examples that stand with the rules must hold whatever is learned.
  private static let importanceOfListed = 5.0
  /// Messages that only look like danger are the hard ones.
  private static let importanceOfLookAlike = 2.0
  /// What patients ask is what the program is for: a card there is the worst false alarm.
  private static let importanceOfQuestion = 1.5
  private static let listed = "listed with the rules"
  private static let smallTalk = "small talk"

  init(_ knowledge: Knowledge, folder: String) throws(KnowledgeError) {
    let content = try ContentFolder(at: folder)
    let triage = knowledge.safety.triage
    ideas = try Knowledge.wordIdeas(content)
    let taught = try TaughtMessage.readAll(at: folder + "/" + TaughtMessage.folder).map {
      NetMessage(
        label: $0.label, language: $0.language, voice: $0.voice, text: $0.text,
        words: triage.writtenWords(of: $0.text), isQuestion: false,
        importance: $0.label == .safe ? Self.importanceOfLookAlike : 1)
    }
    let listed = try Knowledge.safetyExamples(content).map { example in
      let ofClass: TaughtMessage.Label =
        example.safetyClass == .support ? .distress : .safetyClass(example.safetyClass)
      return NetMessage(
        label: example.matches ? ofClass : .safe, language: "en", voice: Self.listed,
        text: example.message, words: triage.writtenWords(of: example.message),
        isQuestion: false, importance: Self.importanceOfListed)
    }
    let questions = knowledge.phrasings.flatMap { list in
      let isAdvice = list.target == Phrasings.personalAdvice
      return list.phrasings.map {
        NetMessage(
          label: isAdvice ? .safetyClass(.personalAdvice) : .safe,
          language: $0.voice.hasPrefix("spanish") ? "es" : "en", voice: $0.voice, text: $0.text,
          words: triage.writtenWords(of: $0.text), isQuestion: true,
          importance: Self.importanceOfQuestion)
      }
    }
    let turns = try TaughtTurn.readAll(at: folder, of: knowledge).map { turn in
      let isAdvice = turn.target == Phrasings.personalAdvice
      return NetMessage(
        label: isAdvice ? .safetyClass(.personalAdvice) : .safe, language: "en",
        voice: "turns \(turn.voice)", text: turn.text, words: triage.writtenWords(of: turn.text),
        isQuestion: true,
        importance: Self.importanceOfQuestion)
    }
    let talk = knowledge.smallTalk.flatMap { talk in
      talk.phrases.map {
        NetMessage(
          label: .safe, language: "en", voice: Self.smallTalk, text: $0,
          words: triage.writtenWords(of: $0), isQuestion: true,
          importance: Self.importanceOfQuestion)
      }
    }
    messages = taught + listed + questions + turns + talk
  }

  /// Returns a classifier of all messages but those of some voices.
  func learn(leavingOut voices: Set<String> = []) -> TextClassifier {
    var learner = ExampleNetLearner(ideas: ideas)
    for message in messages where !voices.contains(message.voice) {
      var safetyClass: SafetyClass?
      if case .safetyClass(let known) = message.label { safetyClass = known }
      learner.add(
        message.words, safetyClass: safetyClass, isDistress: message.label == .distress,
        isSpanish: message.language == "es", importance: message.importance)
    }
    return learner.learn()
  }

  /// Returns what `body` makes of groups of messages, and of what was learned without
  /// any message of the voices in the group; as many at once as there are cores.
  func mapGroupsLeftOut<Result: Sendable>(
    _ body: @Sendable (TextClassifier, [NetMessage]) -> Result
  ) -> [Result] {
    let voices = Set(messages.map(\.voice)).sorted()
    let results = Mutex([Result?](repeating: nil, count: Self.groupCount))
    DispatchQueue.concurrentPerform(iterations: Self.groupCount) { group in
      let left = Set(
        voices.enumerated().filter { $0.offset % Self.groupCount == group }.map(\.element))
      let result = body(learn(leavingOut: left), messages.filter { left.contains($0.voice) })
      results.withLock { $0[group] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
