import Conversation
import KnowledgeBase
import TestSupport
import Testing

@testable import Rendering

struct TraceReportTests {
  private let responder: Responder

  init() throws {
    responder = Responder(try KnowledgeFiles().knowledge())
  }

  private func report(
    _ question: String, section: String? = nil, by responder: Responder? = nil
  ) -> TraceReport {
    let responder = responder ?? self.responder
    var state = ConversationState()
    return TraceReport(
      responder.trace(question, in: &state), by: responder, section: section)
  }

  // MARK: Numbers

  /// Checks that a part's value is what its own parts make it.
  private func addsUp(_ part: JSONValue) -> Bool {
    guard let value = part["value"]?.double else { return false }
    if case .array(let parts) = part["sum"] {
      let sum = parts.reduce(0) { $0 + ($1["value"]?.double ?? .nan) }
      return abs(sum - value) < 1e-9 && parts.allSatisfy(addsUp)
    }
    if case .array(let parts) = part["product"] {
      let product = parts.reduce(1) { $0 * ($1["value"]?.double ?? .nan) }
      return abs(product - value) < 1e-9 && parts.allSatisfy(addsUp)
    }
    return true
  }

  @Test func theNumbersAddUp() throws {
    let clinic = Responder(try RealKnowledge.load())
    let questions = [
      ("how hot must water for green tea leaves be", responder),
      ("how fast does ketamine work compared with pills for depression", clinic),
      ("what does it cost", clinic), ("brain fog", clinic),
    ]
    for (question, responder) in questions {
      let report = report(question, by: responder).json
      guard case .array(let scores) = report["decision"]?["scores"],
        case .array(let ranking) = report["decision"]?["ranking"]
      else {
        Issue.record("no scores for \(question)")
        continue
      }
      #expect(scores.count >= 2)
      for score in scores {
        let total = try #require(score["score"]?.double)
        guard case .array(let terms) = score["terms"] else {
          Issue.record("no terms")
          continue
        }
        #expect(!terms.isEmpty)
        #expect(abs(terms.reduce(0) { $0 + ($1["value"]?.double ?? .nan) } - total) < 1e-9)
        for term in terms { #expect(addsUp(term), "\(question)") }
        let ranked = ranking.first { $0["subject"] == score["subject"] }
        #expect(ranked?["score"]?.double.map { abs($0 - total) < 1e-9 } ?? true)
      }
      guard let coverage = report["decision"]?["coverage"],
        case .array(let words) = coverage["words"]
      else {
        Issue.record("no coverage for \(question)")
        continue
      }
      let all = words.reduce(0) { $0 + ($1["weight"]?.double ?? .nan) }
      let covered = words.filter { $0["covered"] == .bool(true) }
        .reduce(0) { $0 + ($1["weight"]?.double ?? .nan) }
      let share = try #require(coverage["share"]?.double)
      #expect(abs(share - covered / all) < 1e-9)
    }
  }

  // MARK: Texts

  @Test func aQuestionsWayIsTold() {
    let lines = report("how hot must watter for a cuppa be", section: "keeping").text
      .split(separator: "\n").map(String.init)
    #expect(lines[0] == "question    how hot must watter for a cuppa be")
    #expect(lines[1] == "reply       answer")
    #expect(lines[2] == "safety      no rule fired")
    #expect(lines[3] == "correction  watter → water")
    #expect(lines[4] == "synonym     cuppa → tea (weight 0.5000)")
    #expect(lines[5] == "decision    the section `brewing` fits best")
    #expect(lines[6].hasPrefix("coverage    1.0000 of the question, least 0.5000: hot yes, "))
    #expect(lines[7] == "threshold   0.2200")
    #expect(lines[8].hasPrefix("paragraphs  ¶1 0."))
    #expect(lines[9].hasPrefix("runner-up   what-is-tea, 0."))
    #expect(lines[9].hasSuffix(" behind brewing"))
    #expect(lines[10] == "asked       keeping shares no word with the question")
    #expect(lines[11] == "ranking")
    #expect(lines[12].hasPrefix("  1. brewing 0."))
    #expect(lines.contains { $0.hasPrefix("score of brewing  0.") })
    #expect(lines.contains { $0.hasPrefix("  like \"how hot must the water be\" (cosine 0.") })
  }

  @Test func aCardsRuleIsTold() {
    let report = report("hits me and I want to die", section: "brewing")
    #expect(
      report.text
        == """
        question    hits me and I want to die
        reply       crisis
        safety      crisis: rule crisis-die, words "want to die": The person says that they want to die.
        safety      danger: rule danger-hits, words "hits me": A test.
                    the gravest class decides: emergency > crisis > danger > concern_for_other > \
        misuse > personal_advice > support
                    not emergency: no rule fired
                    not concern_for_other: no rule fired
                    not misuse: no rule fired
                    not personal_advice: no rule fired
        """)
    #expect(report.json["kind"] == "crisis")
    #expect(report.json["decision"] == nil)
    guard case .array(let findings) = report.json["safety"] else {
      Issue.record("no findings")
      return
    }
    #expect(
      findings.first
        == .object([
          "class": "crisis", "rule": "crisis-die", "language": "en",
          "means": "The person says that they want to die.",
          "words": .array(["want", "to", "die"]),
        ]))
  }

  @Test func smallTalkIsTold() {
    #expect(
      report("hello").text
        == "question    hello\nreply       small_talk\nsafety      no rule fired\nsmall talk  greeting"
    )
    #expect(report("hello").json["small_talk"] == "greeting")
  }

  @Test func whyASectionWasNotChosenIsTold() {
    let question = "how hot must the water be"
    #expect(
      report(question, section: "brewing").text.contains(
        "asked       brewing has the best score; the section `brewing` fits best"))
    let second = report(question, section: "green-leaves").text
    #expect(
      second.firstMatch(of: /asked +green-leaves is number \d, 0\.\d{4} behind brewing/) != nil)
    #expect(second.contains("score of green-leaves"))
    #expect(
      report("what does a tin cost", section: "keeping").text.firstMatch(
        of: /asked +keeping is number \d, 0\.\d{4} behind price/) != nil)
  }

  @Test func whyASectionMayNotAnswerIsTold() throws {
    let clinic = Responder(try RealKnowledge.load())
    let text = report("what is spravato", section: "what-is-ketamine", by: clinic).text
    #expect(
      text.contains(
        "what-is-ketamine may not answer on what the question names: only "), "\(text)")
    #expect(text.contains(" may (follow-ups.yaml)"))
  }

  @Test func aLineThatIsNoQuestionHasNone() {
    #expect(report("").text == "reply       error\nsafety      no rule fired")
    #expect(report("").json["question"] == nil)
  }
}

extension JSONValue {
  /// A field of an object.
  fileprivate subscript(name: String) -> JSONValue? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  /// The number, whole or not.
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
