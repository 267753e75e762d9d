import FoundationEssentials
import Glibc
import Testing

/// The program without content that it can serve: it says why to staff, and
/// keeps the safety message up for patients.
struct ContentFailureTests {
  private static let commands = [
    ["ask", "bean rows"], ["topics"], ["explain", "bean rows"], ["check"], ["pipe"], ["chat"],
  ]

  /// A folder in which several files have faults.
  private func brokenClinic() throws -> TemporaryFolder {
    try SmallClinic.folder(changing: [
      "articles/headless.md": "## Bean Rows\n\nBeans climb up poles.\n",
      "articles/shed.md": """
      ---
      title: The Shed
      source: a test
      status: nearly
      reviewed_by: a tester
      reviewed_on: 2026-02-30
      review_by: 2027-01-02
      color: green
      ---
      ## Shed

      Tools.

      """,
      "clinic.yaml": "name: \(SmallClinic.name)\nfax: 555\n",
      "phrasings/moon.txt": "## plain\nwhere is the moon\n",
    ])
  }

  @Test(arguments: commands)
  func listsEveryFaultWithFileAndLine(command: [String]) throws {
    let content = try brokenClinic()
    let outcome = try Program.run(
      command, content: content, input: "bean rows\n".utf8)
    #expect(outcome.exit == .code(65))
    let places = outcome.errorLines.map { line in
      line.replacing("careguide: \(content.path)/", with: "").prefix { $0 != " " }
    }
    #expect(
      places == [
        "articles/headless.md:1:", "articles/shed.md:4:", "articles/shed.md:6:",
        "articles/shed.md:8:", "clinic.yaml:2:", "phrasings/moon.txt:",
      ])
    #expect(outcome.output.contains("Call or text 988"))
    #expect(!outcome.output.contains("Beans"))
  }

  @Test(arguments: commands)
  func saysThatThereIsNoContent(command: [String]) throws {
    let outcome = try Program.run(
      command + ["--knowledge", "/nonexistent/Knowledge"], input: "bean rows\n".utf8)
    #expect(outcome.exit == .code(66))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorOutput.hasPrefix("careguide: "))
    #expect(outcome.errorOutput.contains("/nonexistent/Knowledge"))
    #expect(outcome.output.contains("Call or text 988"))
  }

  @Test func aFolderWithoutArticlesIsNoContent() throws {
    let content = try TemporaryFolder(SmallClinic.files.filter { !$0.key.hasPrefix("articles/") })
    let outcome = try Program.run(["ask", "bean rows"], content: content)
    #expect(outcome.exit == .code(66))
    #expect(outcome.output.contains("Call or text 988"))
  }

  @Test func aCrisisGetsTheCardWithoutContent() throws {
    let outcome = try Program.run([
      "ask", "--format", "json", "--knowledge", "/nonexistent", "I want to kill myself",
    ])
    let reply = try JSON(outcome.output)
    #expect(outcome.exit == .code(66))
    #expect(reply["kind"] == "crisis")
    #expect(reply["safety"]?["class"] == "crisis")
    #expect(reply["knowledge"] == .null)
    let text = try #require(reply["text"]?.string)
    #expect(try text == #require(reply["safety"]?["notice"]?.string))
    for line in ["988", "911", "741741", "838255", "staff member", "computer program"] {
      #expect(text.contains(line))
    }
  }

  @Test func aCrisisGetsTheClinicsCardWhenOnlyAnArticleIsBroken() throws {
    let content = try SmallClinic.folder(changing: ["articles/headless.md": "No head.\n"])
    let outcome = try Program.run(["ask", "I want to kill myself"], content: content)
    #expect(outcome.exit == .code(65))
    #expect(outcome.output == "You matter. Call or text 988.\nAsk Elm Clinic.\n")
  }

  @Test func aCrisisGetsTheBuiltInCardWhenTheRulesAreBroken() throws {
    let content = try SmallClinic.folder(changing: ["safety/crisis.yaml": "class: crisis\nrules: ["]
    )
    let outcome = try Program.run(["ask", "I want to kill myself"], content: content)
    #expect(outcome.exit == .code(65))
    #expect(outcome.output.contains("Call 911, or go to the nearest emergency room."))
  }

  @Test func answersEveryLineOfAPipeWithoutContent() throws {
    let outcome = try Program.run(
      Pipe.arguments + ["--knowledge", "/nonexistent"],
      input: [Pipe.ask("what is ketamine"), Pipe.ask("I want to kill myself"), "nonsense"]
        .joined(separator: "\n").utf8)
    let replies = try outcome.output.split(separator: "\n").map { try JSON($0) }
    #expect(outcome.exit == .code(66))
    #expect(replies.map { $0["kind"] } == ["error", "crisis", "error"])
    #expect(
      replies.map { $0["error"]?["code"] } == ["knowledge_unavailable", nil, "invalid_json"])
  }

  /// Root may read everything.
  @Test(.enabled(if: geteuid() != 0))
  func saysThatTheContentMayNotBeRead() throws {
    let content = try SmallClinic.folder()
    let article = content.path + "/articles/garden.md"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: article)
    let outcome = try Program.run(["ask", "bean rows"], content: content)
    #expect(outcome.exit == .code(77))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorOutput.contains(article))
    #expect(outcome.output.contains("988"))
  }
}
