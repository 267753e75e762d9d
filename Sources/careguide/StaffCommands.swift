import ArgumentParser
import Conversation
import KnowledgeBase
import Rendering
import Safety
import Sessions

extension ContentOptions {
  /// Returns the content for a command that cannot do without it; otherwise
  /// reports why it cannot be served and shows the safety notice.
  func loadOrReport() throws -> Knowledge {
    do throws(KnowledgeError) {
      return try load()
    } catch {
      error.report(folder: knowledgePath)
      let responder = Responder(
        withoutArticles: Knowledge.safety(at: knowledgePath), setting: setting)
      try StandardOutput.write(responder.notice.text)
      throw error.exitCode
    }
  }
}

/// `careguide topics`
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "List the sections a patient can ask about.")

  @OptionGroup var content: ContentOptions

  @Option(help: "How the list is written.")
  var format: OutputFormat = .text

  func run() throws {
    let knowledge = try content.loadOrReport()
    let topics = TopicList(knowledge.sections)
    switch format {
    case .text:
      let notice = knowledge.safety.texts.notice(
        for: content.setting ?? knowledge.clinic.setting)
      try StandardOutput.write(topics.text + "\n\n" + notice.text)
    case .json: try StandardOutput.write(topics.json.line)
    }
  }
}

/// `careguide explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a question gets its reply.")

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("Say why this section was not chosen.", valueName: "id"))
  var section: String?

  @Option(help: "How the reasons are written.")
  var format: OutputFormat = .text

  @Argument(help: "The question; several words need no quotes.")
  var question: [String]

  func run() throws {
    let knowledge = try content.loadOrReport()
    if let section, knowledge.section(section) == nil {
      throw ValidationError("No section `\(section)`; `careguide topics` lists them.")
    }
    let responder = Responder(knowledge, setting: content.setting)
    var state = ConversationState()
    let trace = responder.trace(question.joined(separator: " "), in: &state)
    let report = TraceReport(trace, by: responder, section: section)
    switch format {
    case .text: try StandardOutput.write(report.text)
    case .json: try StandardOutput.write(report.json.line)
    }
  }
}

/// `careguide check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the content and replay the transcripts.",
    discussion: "Exit status 1 when anything failed or nothing was tested.")

  @OptionGroup var content: ContentOptions

  @Option(
    help: ArgumentHelp(
      "The folder with the expected conversations; beside the content by default.",
      valueName: "dir"),
    completion: .directory)
  var transcripts: String?

  @Option(help: "How the report is written.")
  var format: OutputFormat = .text

  func run() throws {
    let knowledge = try content.loadOrReport()
    let folder = transcripts ?? content.knowledgePath + "/../Transcripts"
    let hasTranscripts = transcripts != nil || Environment.folderExists(folder)
    let examples = try loading(content.knowledgePath) { () throws(KnowledgeError) in
      try Knowledge.safetyExamples(try ContentFolder(at: content.knowledgePath))
    }
    let conversations = try loading(folder) { () throws(KnowledgeError) in
      hasTranscripts ? try Transcript.readAll(at: folder) : []
    }
    let taughtHash = try loading(content.knowledgePath) { () throws(KnowledgeError) in
      try hashOfTaught()
    }
    let report = ContentCheck(
      knowledge, examples: examples, transcripts: conversations, taughtHash: taughtHash,
      today: Environment.today
    ).run(with: Responder(knowledge, setting: content.setting))
    switch format {
    case .text: try StandardOutput.write(report.text)
    case .json: try StandardOutput.write(report.json.line)
    }
    if !report.passed { throw ExitCode.negative }
  }

  /// Returns the hash of what a net would be learned from; `nil` when there are
  /// no messages to learn from, which is for the report to tell.
  private func hashOfTaught() throws(KnowledgeError) -> String? {
    do throws(KnowledgeError) {
      return try TaughtMessage.hash(of: content.knowledgePath)
    } catch {
      guard case .missing = error else { throw error }
      return nil
    }
  }

  /// Reports the faults of what is read from `folder` and ends with their code.
  private func loading<Value>(
    _ folder: String, _ load: () throws(KnowledgeError) -> Value
  ) throws -> Value {
    do throws(KnowledgeError) {
      return try load()
    } catch {
      error.report(folder: folder)
      throw error.exitCode
    }
  }
}
