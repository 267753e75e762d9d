import FoundationEssentials
import Testing

struct AskTests {
  /// Asks with the reply as JSON.
  private func ask(_ arguments: String...) throws -> JSON {
    try JSON(Program.run(["ask", "--format", "json"] + arguments).output)
  }

  @Test(arguments: [
    ("benefits-of-ketamine", "What are the benefits of ketamine for depression?"),
    ("understanding-depression", "What is depression?"),
    ("prevalence-of-depression", "How common is depression?"),
    ("traditional-treatments", "What are the traditional treatments for depression?"),
    ("science-behind-ketamine", "What is the science behind ketamine?"),
    ("what-is-ketamine", "What is ketamine?"),
    ("how-ketamine-works-on-the-brain", "How does ketamine work on the brain?"),
    ("process-of-ketamine-therapy", "What is the process of ketamine therapy?"),
    ("immediate-effects", "What are the immediate effects of ketamine?"),
    ("long-term-benefits", "What are the long-term benefits of ketamine?"),
    ("sustained-mood-improvement", "How long does a better mood last?"),
    ("enhanced-cognitive-function", "Does ketamine help thinking, memory and focus?"),
    ("conclusion", "What is the conclusion of the article?"),
    ("spravato", "What is SPRAVATO?"),
    ("contact", "How do I reach the clinic?"),
  ])
  func answersFromTheSectionAskedFor(section: String, question: String) throws {
    let outcome = try Program.run(["ask", "--format", "json", question])
    let reply = try JSON(outcome.output)
    #expect(outcome.exit == .code(0))
    #expect(outcome.errorOutput == "")
    #expect(reply["kind"] == "answer")
    #expect(reply["sections"]?.elements.first?["id"] == .string(section))
    #expect(reply["safety"]?["class"] == "none")
    let text = try #require(reply["text"]?.string)
    let notice = try #require(reply["safety"]?["notice"]?.string)
    #expect(try text.contains(#require(reply["passage"]?.string)))
    #expect(text.hasSuffix(notice))
    #expect(notice.contains("865 Wellness+Ketamine"))
  }

  @Test func textSaysWhatTheJSONSays() throws {
    let outcome = try Program.run(["ask", "what is ketamine"])
    let text = try #require(ask("what is ketamine")["text"]?.string)
    #expect(
      outcome.output.split(whereSeparator: \.isWhitespace)
        == text.split(whereSeparator: \.isWhitespace))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 78 })
    #expect(!outcome.output.utf8.contains(0x1B))
  }

  @Test func takesSeveralWordsAsOneQuestion() throws {
    #expect(
      try Program.run(["ask", "what", "is", "ketamine"])
        == Program.run(["ask", "what is ketamine"])
    )
  }

  @Test func ranksAtMostThreeSectionsBestFirst() throws {
    let reply = try ask("What are the benefits of ketamine for depression?")
    let scores = try #require(reply["sections"]).elements.compactMap { $0["score"]?.number }
    #expect((2...3).contains(scores.count))
    #expect(scores == scores.sorted(by: >))
    #expect(scores.allSatisfy { (0...1).contains($0) })
  }

  @Test func saysWhatItReadAMisspelledWordAs() throws {
    let reply = try ask("What is ketamin?")
    #expect(reply["corrections"] == [["from": "ketamin", "to": "ketamine"]])
    #expect(reply["sections"]?.elements.first?["id"] == "what-is-ketamine")
  }

  @Test func exitsWithOneWhenTheArticlesDoNotSay() throws {
    let outcome = try Program.run(["ask", "--format", "json", "how much does it cost"])
    let reply = try JSON(outcome.output)
    #expect(outcome.exit == .code(1))
    #expect(outcome.errorOutput == "")
    #expect(reply["kind"] == "not_covered")
    #expect(reply["sections"] == [])
    #expect(reply["suggestions"]?.elements.isEmpty == false)
  }

  @Test(arguments: [
    ("empty_question", ""), ("empty_question", " \t\n"),
    ("question_too_long", String(repeating: "a", count: 2_001)),
  ])
  func exitsWithUsageWhenThereIsNoUsableQuestion(code: String, question: String) throws {
    let outcome = try Program.run(["ask", "--format", "json", question])
    let reply = try JSON(outcome.output)
    #expect(outcome.exit == .code(64))
    #expect(reply["kind"] == "error")
    #expect(reply["error"]?["code"] == .string(code))
    #expect(reply["text"]?.string?.contains("865 Wellness+Ketamine") == true)
  }

  @Test func showsTheCardAloneInACrisis() throws {
    let content = try SmallClinic.folder()
    let outcome = try Program.run(
      ["ask", "I want to kill myself among the apple trees"], content: content)
    #expect(
      outcome
        == Program.Outcome(
          exit: .code(0), output: "You matter. Call or text 988.\nAsk Elm Clinic.\n",
          errorOutput: ""))
  }

  @Test func putsTheLinesOfTheSettingIntoTheNotice() throws {
    let content = try SmallClinic.folder()
    let answer =
      "Beans climb up poles.\n\nFrom the article \"The Garden\", section \"Bean Rows\".\n\n"
    let lines = [nil: "Ask Elm Clinic.", "kiosk": "Ask Elm Clinic.", "remote": "Call Elm Clinic."]
    for (setting, line) in lines {
      let option = setting.map { ["--setting", $0] } ?? []
      #expect(
        try Program.run(["ask", "bean rows"] + option, content: content).output
          == answer + "Call or text 988.\n\(line)\n")
    }
  }

  @Test func servesADraftToStaffOnly() throws {
    let content = try SmallClinic.folder(changing: [
      "articles/shed.md": SmallClinic.article(
        "## Garden Shed\n\nThe shed holds tools.", status: "draft")
    ])
    #expect(try Program.run(["ask", "garden shed"], content: content).exit == .code(1))
    let forStaff = try Program.run(["ask", "--drafts", "garden shed"], content: content)
    #expect(forStaff.exit == .code(0))
    #expect(forStaff.output.hasPrefix("The shed holds tools.\n"))
  }

  @Test func findsTheContentWhereItIsToldTo() throws {
    let content = try SmallClinic.folder()
    let named = try Program.run(["ask", "bean rows"], content: content, directory: "/")
    let fromEnvironment = try Program.run(
      ["ask", "bean rows"], environment: ["CAREGUIDE_KNOWLEDGE": content.path], directory: "/")
    let namedOverEnvironment = try Program.run(
      ["ask", "bean rows"], content: content, environment: ["CAREGUIDE_KNOWLEDGE": "/nonexistent"])
    #expect(named.output.hasPrefix("Beans climb up poles.\n"))
    #expect(fromEnvironment == named)
    #expect(namedOverEnvironment == named)
  }

  @Test func findsTheContentOfAnInstallation() throws {
    let prefix = try TemporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: prefix.path + "/bin", withIntermediateDirectories: true)
    try manager.copyItem(atPath: Program.path, toPath: prefix.path + "/bin/careguide")
    for (name, text) in SmallClinic.files {
      try prefix.write(text, to: "share/careguide/Knowledge/" + name)
    }
    let child = try Child(
      prefix.path + "/bin/careguide", ["ask", "bean rows"], environment: Program.environment,
      directory: "/")
    #expect(try child.waitForExit() == .code(0))
    #expect(String(decoding: child.output, as: UTF8.self).hasPrefix("Beans climb up poles.\n"))
  }
}
