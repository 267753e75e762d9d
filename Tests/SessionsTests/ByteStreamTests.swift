import Glibc
import TestSupport
import Testing

@testable import Sessions

struct ByteStreamTests {
  @Test func whatIsWrittenIsRead() throws {
    let disk = try TemporaryFolder(["a.txt": ""])
    let file = unsafe open(disk.path + "/a.txt", O_RDWR)
    defer { close(file) }
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(ByteStream.write(bytes, to: file))
    lseek(file, 0, SEEK_SET)
    var read: [UInt8] = []
    while true {
      let piece = ByteStream.read(file, upTo: 4_096)
      if piece.isEmpty { break }
      read += piece
    }
    #expect(read == bytes)
  }

  @Test func nothingIsReadFromAFileThatIsNotOpen() {
    #expect(ByteStream.read(-1, upTo: 10) == [])
    #expect(!ByteStream.write([1], to: -1))
    #expect(ByteStream.write([], to: -1))
  }

  @Test func writingToAReaderThatIsGoneFails() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [CInt] = [0, 0]
    _ = unsafe pipe(&ends)
    close(ends[0])
    #expect(ByteStream.isReaderGone(ends[1]))
    #expect(!FileOutput(ends[1]).write("tea"))
    close(ends[1])
  }

  @Test func waitingTellsWhichFileCanBeRead() {
    var ends: [CInt] = [0, 0]
    _ = unsafe pipe(&ends)
    defer { for end in ends { close(end) } }
    #expect(ByteStream.waitForInput(on: [ends[0]], milliseconds: 0) == [])
    #expect(ByteStream.write([1], to: ends[1]))
    #expect(ByteStream.waitForInput(on: [ends[0]]) == [0])
    // A file at its end can be read too: there is nothing to wait for.
    #expect(Input.pieces([]).withDescriptor { ByteStream.waitForInput(on: [$0]) } == [0])
  }

  @Test func aPipeIsNoTerminal() {
    Input.pipe([]).withDescriptor { descriptor in
      #expect(!ByteStream.isTerminal(descriptor))
      #expect(ByteStream.window(descriptor) == nil)
    }
  }
}
