package import Conversation
import Retrieval
import Safety

/// Why a reply is what it is, from the record that answering left.
package struct TraceReport {
  private let trace: Trace
  private let responder: Responder
  /// The subjects whose scores are taken apart.
  private let explained: [Subject]
  private let asked: Subject?

  /// How many subjects are shown with their scores.
  private static let shown = 10
  /// How many parts of a score are shown one by one.
  private static let shownParts = 24

  /// Creates a report on `trace`, which `responder` made.
  ///
  /// - Parameter section: a section to say of why it was not chosen.
  package init(_ trace: Trace, by responder: Responder, section: String? = nil) {
    self.trace = trace
    self.responder = responder
    asked = section.map(Subject.section)
    let ranking = trace.decision?.ranking ?? []
    var subjects = ranking.prefix(2).map(\.subject)
    if let best = trace.decision?.sections.first?.subject, !subjects.contains(best) {
      subjects.append(best)
    }
    if let asked, !subjects.contains(asked) { subjects.append(asked) }
    explained = subjects
  }

  // MARK: Text

  /// The report for people.
  package var text: String {
    var lines: [String] = []
    if let question = trace.question { lines.append("question    \(question.text)") }
    lines.append("reply       \(trace.reply.kind.rawValue)")
    lines += safetyLines
    if let talk = trace.smallTalk { lines.append("small talk  \(talk)") }
    lines += readingLines
    lines += decisionLines
    lines += scoreLines
    return lines.joined(separator: "\n")
  }

  private var safetyLines: [String] {
    let findings = trace.assessment.findings
    var lines = findings.map { finding in
      "safety      \(finding.safetyClass.rawValue): rule \(finding.rule), "
        + "words \"\(finding.words.joined(separator: " "))\": \(finding.means)"
    }
    if findings.isEmpty { lines.append("safety      no rule fired") }
    if let net = trace.assessment.net { lines += netLines(net) }
    if !findings.isEmpty {
      let order = SafetyClass.allCases.map(\.rawValue).joined(separator: " > ")
      lines.append("            the gravest class decides: \(order)")
      let found = Set(findings.map(\.safetyClass))
      lines += SafetyClass.carded.filter { !found.contains($0) }.map {
        "            not \($0.rawValue): \(whyNot($0))"
      }
    }
    return lines
  }

  /// Why a class was not found.
  private func whyNot(_ safetyClass: SafetyClass) -> String {
    guard let net = trace.assessment.net else { return "no rule fired" }
    return "no rule fired, and its likeness is \(Self.number(net.score(of: safetyClass.rawValue)))"
  }

  /// How many of the strongest products are shown.
  private static let shownProducts = 8

  /// How much the message is like the examples, and what that is made of.
  private func netLines(_ reading: ExampleNet.Reading) -> [String] {
    guard let net = responder.triage.net else { return [] }
    let scores = reading.scores.map { "\($0.label) \(Self.number($0.score))" }
    let explanation = net.explanation(of: reading)
    let products = explanation.details.sorted { abs($0.value) > abs($1.value) }
    let rest = products.dropFirst(Self.shownProducts).reduce(0) { $0 + $1.value }
    return [
      "likeness    danger \(Self.number(reading.danger)); a card from "
        + "\(Self.number(net.thresholds.card)), the help lines from "
        + "\(Self.number(net.thresholds.support))",
      "            \(scores.joined(separator: ", "))",
    ]
      + products.prefix(Self.shownProducts).map { part in
        let factors = part.details.map { "\(Self.number($0.value)) \($0.description)" }
        return "            \(Self.number(part.value))  \(part.description)"
          + (factors.isEmpty ? "" : " = \(factors.joined(separator: " × "))")
      } + [
        "            \(Self.number(rest))  all \(max(0, products.count - Self.shownProducts)) others"
      ]
  }

  private var readingLines: [String] {
    guard let reading = trace.reading else { return [] }
    var lines = reading.corrections.map { "correction  \($0.from) → \($0.to)" }
    lines += reading.expansions.map {
      "synonym     \($0.say) → \($0.means.joined(separator: ", ")) (weight \(Self.number($0.weight)))"
    }
    return lines
  }

  private var decisionLines: [String] {
    guard let decision = trace.decision else { return [] }
    let settings = decision.settings
    var lines = ["decision    \(decision.reason)"]
    if let coverage = decision.coverage {
      let words = coverage.words.map { "\($0.word) \($0.isCovered ? "yes" : "no")" }
      lines.append(
        "coverage    \(Self.number(coverage.share)) of the question, least "
          + "\(Self.number(settings.leastCoverage)): \(words.joined(separator: ", "))")
    }
    lines.append("threshold   \(Self.number(settings.leastScore))")
    if decision.outcome == .answer {
      let scores = responder.paragraphScores(in: trace).enumerated()
      lines.append(
        "paragraphs  " + scores.map { "¶\($0 + 1) \(Self.number($1))" }.joined(separator: ", "))
    }
    let sections = decision.sections
    if sections.count > 1 {
      lines.append(
        "runner-up   \(sections[1].subject.name), "
          + "\(Self.number(sections[0].score - sections[1].score)) behind "
          + "\(sections[0].subject.name)")
    }
    if let asked { lines.append("asked       \(whyNot(asked))") }
    lines += trace.others.map { "also asked  \($0.decision.reason)" }
    lines.append("ranking")
    for (place, ranked) in decision.ranking.prefix(Self.shown).enumerated() {
      let lead = settings.lead(of: ranked.subject)
      lines.append(
        "  \(place + 1). \(ranked.subject.name) \(Self.number(ranked.score))"
          + (lead == 0 ? "" : ", weighed against sections as \(Self.number(ranked.score + lead))"))
    }
    return lines
  }

  private var scoreLines: [String] {
    explained.flatMap { subject -> [String] in
      guard let explanation = responder.explanation(of: subject, in: trace) else { return [] }
      var lines = ["score of \(subject.name)  \(Self.number(explanation.value))"]
      for unit in responder.bestUnits(of: subject, in: trace) {
        lines.append("  like \"\(Self.shortened(unit.text))\" (cosine \(Self.number(unit.score)))")
      }
      return lines + partLines(explanation)
    }
  }

  /// The parts of a score, the strongest first when there are many; what is not
  /// shown is summed up, so that the lines still add up.
  private func partLines(_ explanation: Explanation) -> [String] {
    var parts = explanation.details
    var rest: [Explanation] = []
    if parts.count > Self.shownParts {
      parts.sort { abs($0.value) > abs($1.value) }
      rest = Array(parts.dropFirst(Self.shownParts))
      parts = Array(parts.prefix(Self.shownParts))
    }
    var lines = parts.flatMap { part in
      ["  \(Self.number(part.value))  \(part.description)\(Self.factors(of: part))"]
        + (part.combination == .sum ? part.details : []).map { detail in
          "    \(Self.number(detail.value))  \(detail.description)\(Self.factors(of: detail))"
        }
    }
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.value }
      lines.append("  \(Self.number(sum))  all \(rest.count) others")
    }
    return lines
  }

  private static func factors(of part: Explanation) -> String {
    guard part.combination == .product else { return "" }
    let factors = part.details.map { "\(number($0.value)) \($0.description)" }
    return " = " + factors.joined(separator: " × ")
  }

  private func whyNot(_ subject: Subject) -> String {
    guard let decision = trace.decision else {
      return "\(subject.name) was not looked at: the reply was decided before retrieval"
    }
    if let allowed = decision.allowedSections, let id = subject.sectionID, !allowed.contains(id) {
      return "\(subject.name) may not answer on what the question names: only "
        + allowed.sorted().joined(separator: ", ") + " may (follow-ups.yaml)"
    }
    guard let place = decision.ranking.firstIndex(where: { $0.subject == subject }) else {
      return "\(subject.name) shares no word with the question"
    }
    guard place > 0, let first = decision.ranking.first else {
      return "\(subject.name) has the best score; \(decision.reason)"
    }
    let behind = first.score - decision.ranking[place].score
    return "\(subject.name) is number \(place + 1), \(Self.number(behind)) behind "
      + first.subject.name + gap(between: first.subject, and: subject)
  }

  /// How many parts of the question are named that make a gap between subjects.
  private static let shownGaps = 3

  /// Names what in the question speaks most for one subject and not the other.
  private func gap(between first: Subject, and second: Subject) -> String {
    guard let a = responder.explanation(of: first, in: trace),
      let b = responder.explanation(of: second, in: trace)
    else { return "" }
    var gaps: [String: Double] = [:]
    for part in a.details { gaps[part.description, default: 0] += part.value }
    for part in b.details { gaps[part.description, default: 0] -= part.value }
    let widest = gaps.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(Self.shownGaps).filter { $0.value > 0 }
    guard !widest.isEmpty else { return "" }
    return ": most of it is "
      + widest.map { "`\($0.key)` (\(Self.number($0.value)))" }.joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    let padded = String(repeating: "0", count: 4 - fraction.count) + fraction
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000).\(padded)"
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 60 ? text : String(text.prefix(57)) + "..."
  }

  // MARK: JSON

  /// The report for programs.
  package var json: JSONValue {
    var fields: [String: JSONValue] = [
      "v": 1,
      "kind": .string(trace.reply.kind.rawValue),
      "safety": .array(
        trace.assessment.findings.map { finding in
          .object([
            "class": .string(finding.safetyClass.rawValue), "rule": .string(finding.rule),
            "means": .string(finding.means), "language": .string(finding.language),
            "words": .array(finding.words.map(JSONValue.string)),
          ])
        }),
    ]
    if let reading = trace.assessment.net, let net = responder.triage.net {
      fields["likeness"] = .object([
        "danger": .number(reading.danger), "card": .number(net.thresholds.card),
        "support": .number(net.thresholds.support),
        "scores": .object(
          Dictionary(
            reading.scores.map { ($0.label, JSONValue.number($0.score)) },
            uniquingKeysWith: { first, _ in first })),
        "parts": Self.json(net.explanation(of: reading)),
      ])
    }
    fields["question"] = trace.question.map { .string($0.text) }
    fields["small_talk"] = trace.smallTalk.map(JSONValue.string)
    if let reading = trace.reading {
      fields["corrections"] = .array(
        reading.corrections.map { .object(["from": .string($0.from), "to": .string($0.to)]) })
      fields["synonyms"] = .array(
        reading.expansions.map { expansion in
          .object([
            "say": .string(expansion.say),
            "means": .array(expansion.means.map(JSONValue.string)),
            "weight": .number(expansion.weight),
          ])
        })
    }
    if let decision = trace.decision {
      fields["decision"] = decisionJSON(decision)
    }
    return .object(fields)
  }

  private func decisionJSON(_ decision: Decision) -> JSONValue {
    let settings = decision.settings
    var fields: [String: JSONValue] = [
      "reason": .string(decision.reason),
      "threshold": .number(settings.leastScore),
      "least_coverage": .number(settings.leastCoverage),
      "ranking": .array(
        decision.ranking.prefix(Self.shown).map { ranked in
          .object([
            "subject": .string(ranked.subject.name), "score": .number(ranked.score),
            "lead": .number(settings.lead(of: ranked.subject)),
          ])
        }),
      "scores": .array(
        explained.compactMap { subject in
          responder.explanation(of: subject, in: trace).map { explanation in
            .object([
              "subject": .string(subject.name), "score": .number(explanation.value),
              "terms": .array(explanation.details.map(Self.json)),
            ])
          }
        }),
    ]
    if let coverage = decision.coverage {
      fields["coverage"] = .object([
        "share": .number(coverage.share),
        "words": .array(
          coverage.words.map { word in
            .object([
              "word": .string(word.word), "weight": .number(word.weight),
              "covered": .bool(word.isCovered),
            ])
          }),
      ])
    }
    if decision.outcome == .answer {
      fields["paragraphs"] = .array(responder.paragraphScores(in: trace).map { .number($0) })
    }
    if let asked { fields["asked"] = .string(whyNot(asked)) }
    if !trace.others.isEmpty {
      fields["also"] = .array(trace.others.map { .string($0.decision.reason) })
    }
    return .object(fields)
  }

  private static func json(_ explanation: Explanation) -> JSONValue {
    var fields: [String: JSONValue] = [
      "value": .number(explanation.value), "description": .string(explanation.description),
    ]
    if !explanation.details.isEmpty {
      fields[explanation.combination.rawValue] = .array(explanation.details.map(json))
    }
    return .object(fields)
  }
}
