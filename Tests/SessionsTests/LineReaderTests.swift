import Testing

@testable import Sessions

struct LineReaderTests {
  /// What a reader gave, in a form that can be compared.
  private enum Line: Equatable {
    case whole(String)
    case cut(bytes: Int)
  }

  private func read(_ input: Input) -> [Line] {
    input.withLines { reader in
      var reader = reader
      var lines: [Line] = []
      while true {
        switch reader.next() {
        case .line(let bytes): lines.append(.whole(String(decoding: bytes, as: UTF8.self)))
        case .tooLong(let bytes): lines.append(.cut(bytes: bytes.count))
        case .end: return lines
        case .signal: Issue.record("a signal where none is asked for")
        }
      }
    }
  }

  private func bytes(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "a"), count: count) }

  private let newline = Array("\n".utf8)

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
    ("a\n\nb\n\n", ["a", "", "b", ""]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]),
    ("\r\n", [""]), ("a\r\r\n", ["a\r"]), ("a\u{0}b\n", ["a\u{0}b"]), ("té\n茶", ["té", "茶"]),
    // A last line may end as on Windows and then not at all.
    ("a\r\nb\r", ["a", "b"]),
  ])
  func cutsAtLineEnds(_ text: String, _ lines: [String]) {
    let expected = lines.map(Line.whole)
    #expect(read(.pipe(Array(text.utf8))) == expected)
    #expect(read(.pieces(text.utf8.map { [$0] })) == expected)
  }

  @Test func aLineOf64KiBIsWhole() {
    let longest = String(decoding: bytes(65_536), as: UTF8.self)
    for end in ["\n", "\r\n", ""] {
      #expect(read(.pipe(bytes(65_536) + Array(end.utf8))) == [.whole(longest)])
    }
  }

  @Test(arguments: [65_537, 65_538, 81_920, 1_000_000])
  func aLongerLineIsConsumedAndCut(_ count: Int) {
    for end in ["\n", "\r\n"] {
      #expect(
        read(.pipe(Array("a\n".utf8) + bytes(count) + Array((end + "b\n").utf8)))
          == [.whole("a"), .cut(bytes: 65_536), .whole("b")])
    }
    #expect(read(.pipe(bytes(count))) == [.cut(bytes: 65_536)])
  }

  /// How a stream is cut into pieces on its way must not change what is read.
  @Test(arguments: [65_535, 65_536, 65_537, 70_000])
  func theWayALineArrivesDoesNotMatter(_ count: Int) {
    for end in ["\n", "\r\n", "\r"] {
      let all = bytes(count) + Array(end.utf8) + (end == "\r" ? [] : Array("next\n".utf8))
      let expected = read(.pipe(all))
      for length in [16_384, 16_383, 1_000] {
        let pieces = stride(from: 0, to: all.count, by: length).map {
          Array(all[$0..<min($0 + length, all.count)])
        }
        #expect(read(.pieces(pieces)) == expected)
      }
      // The line end on its own, and its halves.
      let first = stride(from: 0, to: count, by: 8_192).map {
        Array(all[$0..<min($0 + 8_192, count)])
      }
      #expect(read(.pieces(first + all[count...].map { [$0] })) == expected)
    }
  }
}
