import ArgumentParser
import Conversation
import Glibc
import KnowledgeBase
import Rendering
import Safety
import Sessions

/// What every command that answers can be told.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder with the clinic's content.", valueName: "dir"),
    completion: .directory)
  var knowledge: String?

  @Option(help: "Which safety lines come first.")
  var setting: Setting?

  @Option(help: "When to use bold.")
  var color: TerminalStyle.Choice = .auto

  @Flag(help: "Serve articles that are not approved too.")
  var drafts = false

  /// Where the content is: as told, as the environment says, beside the working
  /// directory, or where an installation puts it.
  var knowledgePath: String {
    if let knowledge { return knowledge }
    if let path = Environment["CAREGUIDE_KNOWLEDGE"], !path.isEmpty { return path }
    let installed = Environment.folderOfProgram + "/../share/careguide/Knowledge"
    let here = "Knowledge"
    return !Environment.folderExists(here) && Environment.folderExists(installed)
      ? installed : here
  }

  /// Loads the content.
  func load() throws(KnowledgeError) -> Knowledge {
    try Knowledge(at: knowledgePath, includesDrafts: drafts)
  }

  /// Returns a responder, or, when the content cannot be served, one that has
  /// only the safety texts together with the reason.
  func responder() -> (responder: Responder, problem: KnowledgeError?) {
    do throws(KnowledgeError) {
      let responder = try Responder(
        loading: knowledgePath, includesDrafts: drafts, setting: setting)
      return (responder, nil)
    } catch {
      let safety = Knowledge.safety(at: knowledgePath)
      return (Responder(withoutArticles: safety, setting: setting), error)
    }
  }

  /// How emphasis looks on standard output.
  var style: TerminalStyle {
    let isTerminal = ByteStream.isTerminal(ByteStream.standardOutput) && Environment.knowsTerminal
    return TerminalStyle(
      color, isTerminal: isTerminal, noColor: Environment["NO_COLOR"].map { !$0.isEmpty } ?? false)
  }
}

extension Setting: ExpressibleByArgument {}
extension TerminalStyle.Choice: ExpressibleByArgument {}
extension PipeSession<FileOutput>.Format: ExpressibleByArgument {}
