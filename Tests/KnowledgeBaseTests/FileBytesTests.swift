import TestSupport
import Testing

@testable import KnowledgeBase

struct FileBytesTests {
  // Files of several large pages are read as small ones are.
  @Test(arguments: [0, 1, 4096, 6_000_001])
  func aFileIsReadWhole(_ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let disk = try TemporaryFolder()
    try disk.write(bytes, to: "file")
    #expect(FileBytes.read(disk.path + "/file") == bytes)
  }

  @Test(arguments: ["", "/none", "/none/file"])
  func whatIsNoFileCannotBeRead(_ name: String) throws {
    let disk = try TemporaryFolder()
    #expect(FileBytes.read(disk.path + name) == nil)
  }
}
