import Glibc
import Testing

/// The pipe as a process: its input, its output, its end and its memory.
struct PipeProcessTests {
  private func ping(_ id: Int) -> [UInt8] { Array("{\"id\":\(id),\"op\":\"ping\"}\n".utf8) }

  @Test func eachReplyIsThereBeforeTheNextQuestion() throws {
    var client = try PipeClient(content: SmallClinic.folder())
    for id in 0..<20 {
      let reply = try client.ask(Pipe.ask("bean rows", id: id).utf8)
      #expect(reply["id"] == .number(Double(id)))
      #expect(reply["kind"] == "answer")
    }
    client.child.closeInput()
    #expect(try client.child.waitForExit() == .code(0))
  }

  @Test func aTextReplyIsThereBeforeTheNextQuestion() throws {
    let child = try Program.start(["pipe"], content: SmallClinic.folder())
    for count in 1...5 {
      child.send("bean rows\n".utf8)
      try child.waitForOutput("reply \(count)") { output in
        output.count { $0 == 0x0C } == count && output.last == UInt8(ascii: "\n")
      }
    }
    child.closeInput()
    #expect(try child.waitForExit() == .code(0))
  }

  @Test(
    arguments: [
      ("{\"id\":1,\"op\":\"ping\"}", "{\"id\":2,\"op\":\"ping\"}", nil),
      ("{\"id\":1,\"op\":\"ping\"}", "{\"id\":2,\"op\":", "error"),
      ("", "{", "error"),
    ] as [(String, String, JSON?)])
  func aLastLineNeedsNoEnd(first: String, last: String, kind: JSON?) throws {
    let outcome = try Program.run(Pipe.arguments, input: "\(first)\n\(last)".utf8)
    let replies = try outcome.output.split(separator: "\n").map { try JSON($0) }
    #expect(outcome.exit == .code(0))
    #expect(outcome.output.last == "\n")
    #expect(replies.count == (first.isEmpty ? 1 : 2))
    #expect(replies.last?["kind"] == kind)
  }

  @Test(arguments: [["pipe"], Pipe.arguments, []])
  func noInputIsADoneJob(arguments: [String]) throws {
    #expect(
      try Program.run(arguments) == Program.Outcome(exit: .code(0), output: "", errorOutput: ""))
    #expect(
      try Program.run(shell: #"exec "$@" <&-"#, arguments)
        == Program.Outcome(exit: .code(0), output: "", errorOutput: ""))
  }

  @Test(arguments: [["pipe"], Pipe.arguments])
  func endsAtOnceWhenAskedTo(arguments: [String]) throws {
    let child = try Program.start(arguments)
    // An answer shows that the program is up and waits for more.
    child.send("{\"q\":\"what is ketamine\"}\n".utf8)
    try child.waitForOutput("reply") { $0.last == UInt8(ascii: "\n") }
    child.signal(SIGTERM)
    #expect(try child.waitForExit(within: .seconds(1)) == .code(0))
    #expect(child.errorOutput == [])
  }

  @Test func endsInTheMidstOfABusyClientWithWholeReplies() throws {
    let child = try Program.start(Pipe.arguments)
    child.send((0..<200_000).lazy.flatMap(ping))
    try child.waitForOutput("replies") { $0.count > 100_000 }
    child.signal(SIGTERM)
    #expect(try child.waitForExit(within: .seconds(1)) == .code(0))
    let lines = String(decoding: child.output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    let ids = try lines.dropLast().map { try JSON($0)["id"] }
    #expect(ids.count < 200_000)
    #expect(ids == ids.indices.map { .number(Double($0)) })
  }

  @Test func aReaderThatGoesAwayIsAQuietEnd() throws {
    let child = try Program.start(Pipe.arguments)
    child.send(ping(1))
    try child.waitForOutput("reply") { $0.last == UInt8(ascii: "\n") }
    child.closeOutput()
    child.send(ping(2) + ping(3))
    #expect(try child.waitForExit() == .code(0))
    #expect(child.errorOutput == [])
  }

  @Test func anOutputThatNeverWasIsAQuietEnd() throws {
    let outcome = try Program.run(
      shell: #"echo what is ketamine | "$@" >&-"#, ["pipe"])
    #expect(outcome == Program.Outcome(exit: .code(0), output: "", errorOutput: ""))
  }

  @Test func aFullDiskIsNotAQuietEnd() throws {
    let outcome = try Program.run(
      shell: #"echo what is ketamine | "$@" >/dev/full"#, ["pipe"])
    #expect(outcome.exit == .code(74))
    #expect(outcome.errorLines.count == 1)
  }

  @Test func memoryDoesNotGrowWithTheInput() throws {
    var client = try PipeClient()
    _ = try client.ask(ping(0).dropLast())
    let before = try #require(client.child.peakMemory)
    // Lines that stay, lines that are dropped, and one that is never at its end.
    for length in [60_000, 1_000_000, 64_000_000] {
      let reply = try client.ask(repeatElement(UInt8(ascii: "["), count: length))
      #expect(reply["kind"] == "error")
    }
    for id in 1...3_000 {
      let reply = try client.ask(ping(id).dropLast())
      #expect(reply["id"] == .number(Double(id)))
    }
    let after = try #require(client.child.peakMemory)
    #expect(after < before + 8_000_000)
    #expect(after < 64_000_000)
  }

  @Test func sessionsAreBounded() throws {
    let content = try SmallClinic.folder()
    let asks = (0..<1_001).map { Pipe.ask("trees", id: $0, session: "s\($0)") }
    let replies = try Pipe.replies(
      to: asks + [Pipe.ask("1", session: "s0"), Pipe.ask("1", session: "s1000")], content: content)
    #expect(replies.suffix(2).map { $0["kind"] } == ["not_covered", "answer"])
  }
}
