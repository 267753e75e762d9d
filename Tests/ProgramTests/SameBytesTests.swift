import TestSupport
import Testing

/// The same question, session and content give the same bytes everywhere.
struct SameBytesTests {
  private static let questions = [
    "What is ketamine?", "what is ketamin", "how long does it last", "is it safe", "hi", "more",
    "1",
    "what are the benefits of ketamine for depression", "how much does it cost", "ketamine",
    "depression treatment", "¿Qué es la ketamina?", "I want to kill myself", "ISTANBUL ILLNESS",
  ]

  private static let environments: [[String: String]] = [
    [:],
    ["SWIFT_DETERMINISTIC_HASHING": "1"],
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
    ["LANG": "C", "LC_ALL": "C", "TZ": "America/New_York", "HOME": "/tmp"],
    ["LANG": "", "HOME": "", "PATH": "", "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "20"],
  ]

  private func everyOutput(
    _ arguments: [String], input: String = "", directories: [String] = [Program.root]
  ) throws -> [Program.Outcome] {
    try directories.flatMap { directory in
      try Self.environments.map {
        try Program.run(
          arguments + ["--knowledge", Program.root + "/Knowledge"], input: input.utf8,
          environment: $0, directory: directory)
      }
    }
  }

  @Test func inThePipe() throws {
    let input = Self.questions.enumerated().flatMap { id, question in
      [Pipe.ask(question, id: id), Pipe.ask(question, id: id, session: "a")]
    }
    let outputs = try everyOutput(
      Pipe.arguments, input: input.joined(separator: "\n"), directories: [Program.root, "/"])
    #expect(outputs.first?.output.split(separator: "\n").count == 2 * Self.questions.count)
    #expect(Set(outputs).count == 1)
  }

  @Test func forEveryLabelledQuestion() throws {
    let questions = try RealKnowledge.labelledQuestions()
    let input = questions.map { Pipe.ask($0) }.joined(separator: "\n")
    let outputs = try Self.environments.prefix(3).map {
      try Program.run(
        Pipe.arguments + ["--knowledge", Program.root + "/Knowledge"], input: input.utf8,
        environment: $0)
    }
    #expect(outputs.first?.output.split(separator: "\n").count == questions.count)
    #expect(Set(outputs).count == 1)
  }

  @Test(arguments: [
    ["ask", "what is ketamine"], ["ask", "--format", "json", "depression treatment"],
    ["explain", "--format", "json", "how long does a better mood last"], ["topics"],
    ["pipe", "--format", "text"],
  ])
  func inEveryCommand(arguments: [String]) throws {
    let outputs = try everyOutput(arguments, input: Self.questions.joined(separator: "\n"))
    #expect(outputs.first?.output.isEmpty == false)
    #expect(Set(outputs).count == 1)
  }

  @Test func inEveryOrderOfTheFolder() throws {
    // A folder lists its files in the order they were made, which must not show.
    let names = SmallClinic.files.keys.sorted()
    let outputs = try [names, names.reversed()].map { names in
      let folder = try TemporaryFolder()
      for name in names { try folder.write(SmallClinic.files[name] ?? "", to: "Knowledge/" + name) }
      return try Program.run(["ask", "--format", "json", "trees"], directory: folder.path)
    }
    #expect(outputs.first?.exit == .code(0))
    #expect(Set(outputs).count == 1)
  }
}
