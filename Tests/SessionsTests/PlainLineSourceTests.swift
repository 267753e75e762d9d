import Testing

@testable import Sessions

struct PlainLineSourceTests {
  @Test func asksBeforeEachLine() {
    let output = CollectedOutput()
    let input = Input.pipe(
      Array("one\n".utf8) + Array(repeating: UInt8(ascii: "a"), count: 70_000) + [0x0A, 0xFF])
    let events = input.withLines { lines in
      var source = PlainLineSource(lines, output: output)
      return (0..<4).map { _ in source.next(prompt: "? ", idle: nil) }
    }
    #expect(
      events == [
        .line("one", isWhole: true),
        .line(String(repeating: "a", count: LineReader.longestLine), isWhole: false),
        .line("\u{FFFD}", isWhole: true), .end,
      ])
    #expect(output.writes == ["? ", "? ", "? ", "? ", "\n"])
  }

  @Test func endsWhenNobodyReads() {
    let event = Input.lines(["one"]).withLines { lines in
      var source = PlainLineSource(lines, output: CollectedOutput(patience: 0))
      return source.next(prompt: "? ", idle: nil)
    }
    #expect(event == .terminated)
  }
}
