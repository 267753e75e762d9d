package import Conversation
package import KnowledgeBase
package import Rendering
import Safety
import TextAnalysis

/// Checks the content that is served: reading grades, the age of the help lines,
/// the net of examples, the safety examples, the sample questions, and the transcripts.
package struct ContentCheck {
  private let knowledge: Knowledge
  private let examples: [SafetyExample]
  private let transcripts: [Transcript]
  private let taughtHash: String?
  private let today: String

  /// The highest reading grade of a section.
  package static let highestSectionGrade = 8.0
  /// The highest reading grade of a safety text.
  package static let highestSafetyGrade = 6.0

  /// Creates a check of `knowledge` with the examples of its safety files and
  /// the expected conversations.
  ///
  /// - Parameters:
  ///   - taughtHash: the hash of what a net would be learned from now; `nil` when
  ///     there are no messages to learn from.
  ///   - today: the day on which the age of the help lines and of reviews is counted, as an
  ///     ISO 8601 date.
  package init(
    _ knowledge: Knowledge, examples: [SafetyExample], transcripts: [Transcript],
    taughtHash: String?, today: String
  ) {
    self.knowledge = knowledge
    self.examples = examples
    self.transcripts = transcripts
    self.taughtHash = taughtHash
    self.today = today
  }

  /// Runs all checks.
  ///
  /// - Parameter responder: answers from the same knowledge.
  package func run(with responder: Responder) -> CheckReport {
    var report = CheckReport()
    checkArticles(&report)
    checkSafetyTexts(&report)
    checkHelpLines(&report)
    checkNet(&report)
    checkLearned(&report)
    for missing in knowledge.safety.classesWithoutRules {
      report.note(
        at: "Knowledge/safety",
        "no rule for \(missing.rawValue); only what is built in recognises it")
    }
    checkExamples(&report)
    checkSampleQuestions(&report, responder)
    let replay = ReplaySession(responder)
    for transcript in transcripts {
      report.tested += transcript.turns.count
      for failure in replay.failures(of: transcript) {
        report.fail(
          at: "Transcripts/\(failure.transcript).yaml", line: failure.line,
          "\"\(failure.patient)\": expected \(failure.expected), got \(failure.got)")
      }
    }
    if examples.isEmpty, transcripts.allSatisfy(\.turns.isEmpty) {
      report.fail(
        at: "check", line: nil, "nothing was tested: no safety example and no transcript")
    }
    return report
  }

  private func checkArticles(_ report: inout CheckReport) {
    for article in knowledge.articles {
      let file = "Knowledge/articles/\(article.id).md"
      if article.frontMatter.reviewIsPending {
        report.note(at: file, article.frontMatter.reviewedBy)
      }
      let reviewBy = article.frontMatter.reviewBy
      // ISO dates compare as texts do.
      if reviewBy < today {
        report.note(at: file, "the next review was due on \(reviewBy)")
      }
      for section in article.sections {
        report.tested += 1
        let grade = ReadingGrade.fleschKincaid(section.paragraphs.joined(separator: "\n"))
        if grade > Self.highestSectionGrade {
          report.fail(
            at: file, line: nil,
            "the section \(section.id) reads at grade \(Self.tenths(grade)); expected at most "
              + Self.tenths(Self.highestSectionGrade))
        }
      }
    }
  }

  private func checkSafetyTexts(_ report: inout CheckReport) {
    for review in knowledge.safety.reviews where review.by.hasPrefix("pending") {
      report.note(at: "Knowledge/\(review.file)", review.by)
    }
    for (name, text) in knowledge.safety.texts.all {
      report.tested += 1
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.count > 20 || lines.contains(where: { $0.count > LineWrapping.standard }) {
        report.fail(
          at: "Knowledge/safety", line: nil,
          "the text \(name) does not fit 20 lines of \(LineWrapping.standard) characters")
      }
      // The formula's syllables are English.
      guard name.contains(" en ") else { continue }
      let grade = ReadingGrade.fleschKincaid(text)
      if grade > Self.highestSafetyGrade {
        report.fail(
          at: "Knowledge/safety", line: nil,
          "the text \(name) reads at grade \(Self.tenths(grade)); expected at most "
            + Self.tenths(Self.highestSafetyGrade))
      }
    }
  }

  private func checkHelpLines(_ report: inout CheckReport) {
    for line in knowledge.safety.lines {
      report.tested += 1
      switch line.freshness(on: today) {
      case .fresh: break
      case .due:
        report.fail(
          at: "Knowledge/\(HelpLine.file)", line: nil,
          "the line \(line.id) (\(line.number)) was last checked on \(line.checked), more than "
            + "\(HelpLine.daysBetweenChecks) days ago; hold it against its source")
      case .ahead:
        report.note(
          at: "Knowledge/\(HelpLine.file)",
          "the line \(line.id) (\(line.number)) was checked on \(line.checked), after today, "
            + today)
      }
    }
  }

  private func checkNet(_ report: inout CheckReport) {
    report.tested += 1
    let file = "Knowledge/safety/net.yaml"
    guard let source = knowledge.safety.netSource else {
      report.fail(at: file, line: nil, "the net of examples is missing; run `make learn`")
      return
    }
    if source != taughtHash {
      report.fail(
        at: file, line: nil,
        "the examples, rules or phrasings changed since the net was learned; run `make learn`")
    }
  }

  private func checkLearned(_ report: inout CheckReport) {
    report.tested += 1
    if knowledge.isLearnedStale {
      report.fail(
        at: "Knowledge/\(LearnedSubjects.file)", line: nil,
        "the articles, phrasings or topics changed since the subjects were learned, and what "
          + "was learned is not used; run `make learn`")
    }
  }

  private func checkExamples(_ report: inout CheckReport) {
    for example in examples {
      report.tested += 1
      let assessment = knowledge.safety.triage.assess(example.message)
      // What asks for the help lines may get a card: in doubt the graver one.
      let isRight =
        example.matches
        ? assessment.gravest == example.safetyClass
          || example.safetyClass == .support && assessment.gravest?.isAboutLife == true
        : !assessment.findings.contains { $0.safetyClass == example.safetyClass }
      guard !isRight else { continue }
      let found = assessment.findings.map(\.rule).joined(separator: ", ")
      report.fail(
        at: "Knowledge/\(example.file)", line: example.line,
        "\"\(example.message)\" must \(example.matches ? "" : "not ")be "
          + "\(example.safetyClass.rawValue); "
          + (found.isEmpty ? "no rule fired" : "fired: \(found)"))
    }
  }

  private func checkSampleQuestions(_ report: inout CheckReport, _ responder: Responder) {
    for question in knowledge.clinic.sampleQuestions {
      report.tested += 1
      var state = ConversationState()
      let kind = responder.reply(to: question, in: &state).kind
      if kind != .answer {
        report.fail(
          at: "Knowledge/clinic.yaml", line: nil,
          "the sample question \"\(question)\" gets \(kind.rawValue); expected an answer")
      }
    }
  }

  private static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(abs(scaled % 10))"
  }
}
