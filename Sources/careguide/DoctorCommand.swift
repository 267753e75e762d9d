import ArgumentParser
import KnowledgeBase
import Rendering
import Sessions

/// `careguide doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at what the program stands on.",
    discussion: "Exit status 1 when something must be mended.")

  @OptionGroup var content: ContentOptions

  @Option(help: "How the report is written.")
  var format: OutputFormat = .text

  func run() throws {
    let report = SystemCheck(
      Environment.surroundings, content: content.look(), today: Environment.today
    ).run()
    switch format {
    case .text: try StandardOutput.write(report.text)
    case .json: try StandardOutput.write(report.json.line)
    }
    if !report.passed { throw ExitCode.negative }
  }
}

extension ContentOptions {
  /// Returns what the content comes to, whether it can be served or not.
  fileprivate func look() -> SystemCheck.Content {
    let writable = ContentFolder.writableByOthers(at: knowledgePath)
    do throws(KnowledgeError) {
      let knowledge = try load()
      return SystemCheck.Content(
        path: knowledgePath, loading: .served(hash: knowledge.hash),
        lines: knowledge.safety.lines, writable: writable)
    } catch {
      return SystemCheck.Content(
        path: knowledgePath, loading: .refused(reasons: error.lines(folder: knowledgePath)),
        lines: Knowledge.safety(at: knowledgePath).lines, writable: writable)
    }
  }
}

extension Environment {
  /// What the process sees around it.
  fileprivate static var surroundings: SystemCheck.Surroundings {
    // The order in which the C library asks; an empty value counts as none.
    let locales = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { Self[$0] }
    return SystemCheck.Surroundings(
      locale: locales.first { !$0.isEmpty }, terminal: knowsTerminal ? Self["TERM"] : nil,
      isInTerminal: Conversations.isInTerminal,
      columns: ByteStream.window(ByteStream.standardOutput)?.columns,
      console: console, sysRq: sysRq, canRefusePrograms: Kiosk.canRefusePrograms)
  }
}
