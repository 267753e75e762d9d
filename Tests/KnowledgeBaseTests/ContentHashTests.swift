import TestSupport
import Testing

@testable import KnowledgeBase

struct ContentHashTests {
  private func hash(_ texts: [String: String]) -> String {
    ContentHash.hexadecimal(of: ContentFolder(texts: texts).files)
  }

  @Test func equalsTheHashOfPathLengthAndBytes() {
    // printf 'a.md\n2\nhi' | sha256sum; printf '' | sha256sum
    #expect(
      hash(["a.md": "hi"]) == "ebfd386338c4675896a39a9857f4e501d8c77ae35b0c50c34d26975dc0ea6445")
    #expect(
      hash([:]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func changesWithContentNameAndBoundary() {
    let hashes = [
      ["a.md": "one", "b.md": "two"], ["a.md": "one", "b.md": "Two"],
      ["a.md": "one", "c.md": "two"], ["a.md": "onetwo", "b.md": ""], ["a.md": "one"],
      ["a.md": "two", "b.md": "one"],
    ].map(hash)
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func staysTheSameWithStraysAndPlace() throws {
    let texts = ["articles/a.md": "one", "b.yaml": "two"]
    let disk = try TemporaryFolder(texts)
    #expect(ContentHash.hexadecimal(of: try ContentFolder(at: disk.path).files) == hash(texts))
    try disk.write([1, 2, 3], to: "articles/a.md~")
    try disk.write([1, 2, 3], to: ".DS_Store")
    try disk.write([1, 2, 3], to: "articles/picture.png")
    #expect(ContentHash.hexadecimal(of: try ContentFolder(at: disk.path).files) == hash(texts))
  }
}
