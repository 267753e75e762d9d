import Safety
import TestSupport
import Testing

@testable import KnowledgeBase

struct TaughtMessageTests {
  private func faults(_ texts: [String: String]) throws -> [KnowledgeFault] {
    let disk = try TemporaryFolder(texts)
    do throws(KnowledgeError) {
      _ = try TaughtMessage.readAll(at: disk.path)
      return []
    } catch {
      guard case .faults(let faults) = error else { return [] }
      return faults
    }
  }

  @Test func readsAMessageALine() throws {
    let disk = try TemporaryFolder([
      "young.tsv": "crisis\ten\tI want to die\n\nsafe\ten\tdying to try this tea\n",
      "old.tsv": "distress\tes\testoy triste\nconcern_for_other\ten\tmy son, he…",
      "notes.txt": "not read",
    ])
    #expect(
      try TaughtMessage.readAll(at: disk.path) == [
        TaughtMessage(label: .distress, language: "es", text: "estoy triste", voice: "old"),
        TaughtMessage(
          label: .safetyClass(.concernForOther), language: "en", text: "my son, he…", voice: "old"),
        TaughtMessage(
          label: .safetyClass(.crisis), language: "en", text: "I want to die", voice: "young"),
        TaughtMessage(label: .safe, language: "en", text: "dying to try this tea", voice: "young"),
      ])
  }

  @Test func linesMayEndAsOnWindows() throws {
    let disk = try TemporaryFolder(["a.tsv": "crisis\ten\tI want to die\r\nsafe\ten\tfine\r\n"])
    #expect(try TaughtMessage.readAll(at: disk.path).map(\.text) == ["I want to die", "fine"])
  }

  @Test(arguments: SafetyClass.carded)
  func everyCardedClassIsALabel(_ safetyClass: SafetyClass) {
    #expect(TaughtMessage.Label(safetyClass.rawValue) == .safetyClass(safetyClass))
  }

  @Test(arguments: ["", "support", "Crisis", "spanish", "crisis "])
  func otherNamesAreNoLabels(_ name: String) {
    #expect(TaughtMessage.Label(name) == nil)
  }

  @Test func everyLineThatCannotBeUsedIsAFault() throws {
    let expected = "expected class, language and message, tabs between"
    #expect(
      try faults([
        "b.tsv": "safe\ten\tfine\n\nsafe\ten\nsafe\ten\tone\ttwo\nsafe\ten\t\n",
        "a.tsv": "support\ten\tsad\nnone\ten\ttea\nonly words",
      ]) == [
        KnowledgeFault(
          file: "a.tsv", line: 1, message: "`support` is no class, `distress` or `safe`"),
        KnowledgeFault(file: "a.tsv", line: 2, message: "`none` is no class, `distress` or `safe`"),
        KnowledgeFault(file: "a.tsv", line: 3, message: expected),
        KnowledgeFault(file: "b.tsv", line: 3, message: expected),
        KnowledgeFault(file: "b.tsv", line: 4, message: expected),
        KnowledgeFault(file: "b.tsv", line: 5, message: expected),
      ])
  }

  @Test func aFileThatIsNotUTF8IsAFault() throws {
    let disk = try TemporaryFolder()
    try disk.write(Array("safe\ten\tone\n".utf8) + [0xE9], to: "a.tsv")
    #expect(
      throws: KnowledgeError.faults([
        KnowledgeFault(file: "a.tsv", line: 2, message: "not UTF-8; save the file as UTF-8 text")
      ])
    ) { try TaughtMessage.readAll(at: disk.path) }
  }

  @Test func noFilesAreMissing() throws {
    let disk = try TemporaryFolder(["a.txt": "safe\ten\tone\n"])
    for path in [disk.path, disk.path + "/none"] {
      #expect(throws: KnowledgeError.missing(path: path)) { try TaughtMessage.readAll(at: path) }
    }
  }

  // MARK: The hash

  private static let content = KnowledgeFiles([
    "safety/examples/young.tsv": "crisis\ten\tI want to die\n",
    "safety/examples/old.tsv": "safe\ten\tdying to try this tea\n",
    "safety/word-ideas.txt": "self: i me\n", "safety/ordinary-words.txt": "tea\n",
    "safety/net.yaml": "source: x\n", "safety/net-weights.txt": "labels\n",
  ]).texts

  private func hash(_ changes: [String: String] = [:]) throws -> String {
    let disk = try TemporaryFolder(Self.content.merging(changes) { $1 })
    return try TaughtMessage.hash(of: disk.path)
  }

  @Test(arguments: [
    "safety/examples/young.tsv", "safety/examples/new.tsv", "safety/word-ideas.txt",
    "safety/ordinary-words.txt", "safety/ideas.yaml", "safety/crisis.yaml",
    "phrasings/brewing.txt", "small-talk.yaml",
  ])
  func theHashChangesWithWhatIsLearnedFrom(_ file: String) throws {
    let text = (Self.content[file] ?? "") + "\n"
    #expect(try hash([file: text]) != hash())
  }

  @Test(arguments: [
    "safety/net.yaml", "safety/net-weights.txt", "safety/lines.yaml", "safety/notice.yaml",
    "articles/tea.md", "clinic.yaml", "lexicon.yaml", "not-covered.yaml",
    "safety/examples/young.tsv~",
  ])
  func theHashStaysTheSameWithTheRest(_ file: String) throws {
    let text = (Self.content[file] ?? "") + "\n"
    #expect(try hash([file: text]) == hash())
  }

  @Test func aMessageInAnotherFileIsAnotherHash() throws {
    let moved = [
      "safety/examples/young.tsv": "",
      "safety/examples/old.tsv": "safe\ten\tdying to try this tea\ncrisis\ten\tI want to die\n",
    ]
    #expect(try hash(moved) != hash())
    #expect(try hash() == hash())
  }
}
