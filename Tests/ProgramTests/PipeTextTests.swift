import Testing

/// The text interface: a question a line, a lone form feed behind each reply.
struct PipeTextTests {
  private let notice = "Call or text 988.\nAsk Elm Clinic.\n"

  /// Runs the pipe and returns the replies between the form feeds.
  private func replies(
    to input: some Sequence<UInt8>, content: TemporaryFolder, _ arguments: String...
  ) throws -> [String] {
    let outcome = try Program.run(arguments, content: content, input: input)
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(!outcome.output.utf8.contains(0x1B))
    var replies = outcome.output.split(separator: "\u{0C}\n", omittingEmptySubsequences: false)
    #expect(replies.popLast() == "", "no form feed behind the last reply")
    return replies.map(String.init)
  }

  @Test func eachReplyEndsWithALoneFormFeed() throws {
    let content = try SmallClinic.folder()
    let beans =
      "Beans climb up poles.\n\nFrom the article \"The Garden\", section \"Bean Rows\".\n\n"
    #expect(
      try replies(
        to: "bean rows\n\n \nI want to kill myself\nbean rows".utf8, content: content, "pipe")
        == [beans + notice, "You matter. Call or text 988.\nAsk Elm Clinic.\n", beans + notice])
  }

  @Test func everyLineStandsAlone() throws {
    let replies = try replies(to: "trees\n2\n".utf8, content: SmallClinic.folder(), "pipe")
    #expect(replies.count == 2)
    #expect(replies.first?.contains("1. Apple Trees\n2. Pear Trees\n") == true)
    #expect(replies.last?.contains("Pears") == false)
  }

  @Test func aLineThatCannotBeUsedGetsOneReply() throws {
    let long = String(repeating: "bean rows ", count: 10_000)
    let input =
      [0xFF, 0xFE, 0x0A] + Array("bean\0rows\n".utf8) + Array("\(long)\nbean rows\n".utf8)
    let replies = try replies(to: input, content: SmallClinic.folder(), "pipe")
    #expect(
      replies.map { $0.split(separator: "\n").first } == [
        "That line was not UTF-8 text.", "That line held a NUL character.",
        "That line was longer than 65536 bytes.", "Beans climb up poles.",
      ])
    #expect(replies.allSatisfy { $0.hasSuffix(notice) })
  }

  @Test func neitherEchoesNorColours() throws {
    let input = "\u{1B}[31mbean\u{07} rows\u{1B}[0m zebra\u{9B}31m\n"
    let replies = try replies(
      to: input.utf8, content: SmallClinic.folder(), "pipe", "--color", "always")
    #expect(replies.count == 1)
    #expect(!replies.joined().contains("zebra"))
  }

  @Test func isWhatRunsWithoutACommand() throws {
    let input = "what is ketamine\nhow much does it cost\n\nhi\n\u{0C}\n".utf8
    let named = try Program.run(["pipe", "--format", "text"], input: input)
    #expect(named.exit == .code(0))
    #expect(named.output.isEmpty == false)
    #expect(try Program.run([], input: input) == named)
    #expect(try Program.run(["pipe"], input: input) == named)
  }

  @Test func linesFitATerminal() throws {
    let questions = [
      "what is ketamine", "how does ketamine work on the brain", "how much does it cost",
    ]
    let output = try Program.run(["pipe"], input: questions.joined(separator: "\n").utf8).output
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }
}
