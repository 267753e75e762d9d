import Foundation
import TestSupport
import Testing

@testable import KnowledgeBase

struct ContentFolderModesTests {
  private let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder([
      "clinic.yaml": "name: The Kettle", "articles/tea.md": "Tea.", ".git/config": "",
    ])
    for name in ["", "/articles", "/.git"] { try setMode(0o755, of: name) }
    for name in ["/clinic.yaml", "/articles/tea.md"] { try setMode(0o644, of: name) }
  }

  private func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: disk.path + name)
  }

  @Test func nothingIsFoundWhereOnlyTheOwnerWrites() {
    #expect(ContentFolder.writableByOthers(at: disk.path) == [])
  }

  @Test func findsFilesAndFoldersInOrder() throws {
    try setMode(0o775, of: "")
    try setMode(0o664, of: "/clinic.yaml")
    try setMode(0o757, of: "/articles")
    try setMode(0o646, of: "/articles/tea.md")
    #expect(
      ContentFolder.writableByOthers(at: disk.path)
        == [".", "articles", "articles/tea.md", "clinic.yaml"])
  }

  @Test func whatIsNotReadDoesNotCount() throws {
    try setMode(0o777, of: "/.git")
    try setMode(0o666, of: "/.git/config")
    #expect(ContentFolder.writableByOthers(at: disk.path) == [])
  }

  @Test func aLinkCountsAsWhatItLeadsTo() throws {
    for (name, goal) in [("link.md", "articles/tea.md"), ("gone.md", "nowhere.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: disk.path + "/" + name, withDestinationPath: goal)
    }
    #expect(ContentFolder.writableByOthers(at: disk.path) == [])
    try setMode(0o666, of: "/articles/tea.md")
    #expect(ContentFolder.writableByOthers(at: disk.path) == ["articles/tea.md", "link.md"])
  }

  @Test func whereThereIsNoFolderNothingCanBeSaid() {
    #expect(ContentFolder.writableByOthers(at: disk.path + "/missing") == nil)
    #expect(ContentFolder.writableByOthers(at: disk.path + "/clinic.yaml") == nil)
  }
}
