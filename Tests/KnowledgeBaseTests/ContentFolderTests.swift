import TestSupport
import Testing

@testable import KnowledgeBase

struct ContentFolderTests {
  @Test func filesComeInTheOrderOfTheirPaths() throws {
    let disk = try TemporaryFolder(["b.md": "", "a/z.txt": "", "a/b.yaml": "", "B.md": ""])
    #expect(
      try ContentFolder(at: disk.path).files.map(\.path) == ["B.md", "a/b.yaml", "a/z.txt", "b.md"])
  }

  @Test func straysArePassedOver() throws {
    let disk = try TemporaryFolder([
      "a.md": "", "a.md~": "", "a.bak": "", ".a.md.swp": "", ".hidden.md": "", ".git/b.md": "",
      "notes.pdf": "", "#a.md#": "",
    ])
    #expect(try ContentFolder(at: disk.path).files.map(\.path) == ["a.md"])
  }

  @Test func filesOfAFolderAreThoseDirectlyInIt() {
    let folder = ContentFolder(texts: [
      "articles/a.md": "", "articles/b.txt": "", "articles/more/c.md": "", "a.md": "",
      "articles-old/d.md": "",
    ])
    #expect(folder.files(in: "articles", ending: ".md").map(\.path) == ["articles/a.md"])
    #expect(folder.file("a.md")?.path == "a.md")
    #expect(folder.file("c.md") == nil)
  }

  @Test func aFolderThatIsNotThereIsMissing() throws {
    let disk = try TemporaryFolder(["file.md": ""])
    for path in [disk.path + "/none", disk.path + "/file.md"] {
      #expect(throws: KnowledgeError.missing(path: path)) { try ContentFolder(at: path) }
    }
  }

  @Test func aFileThatCannotBeReadIsUnreadable() throws {
    let disk = try TemporaryFolder()
    // A folder with the name of a file cannot be read as one, not even by root.
    try disk.write([], to: "articles.md/inner.txt")
    #expect(throws: KnowledgeError.unreadable(path: disk.path + "/articles.md")) {
      try ContentFolder(at: disk.path)
    }
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let disk = try TemporaryFolder()
    try disk.write([0xEF, 0xBB, 0xBF] + Array("one".utf8), to: "a.txt")
    let folder = try ContentFolder(at: disk.path)
    let file = try #require(folder.file("a.txt"))
    #expect(folder.text(of: file, log: FaultLog()) == "one")
  }

  @Test func aFileThatIsNotUTF8NamesTheLine() throws {
    let disk = try TemporaryFolder()
    try disk.write(Array("one\ntwo\n".utf8) + [0x63, 0xE9, 0x0A], to: "a.txt")
    let folder = try ContentFolder(at: disk.path)
    let log = FaultLog()
    let file = try #require(folder.file("a.txt"))
    #expect(folder.text(of: file, log: log) == nil)
    #expect(
      log.faults == [
        KnowledgeFault(file: "a.txt", line: 3, message: "not UTF-8; save the file as UTF-8 text")
      ])
  }
}
