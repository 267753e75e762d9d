import Testing

@testable import Rendering

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("tea", 3), ("día", 3), ("di\u{301}a", 3), ("茶", 2), ("ｔｅａ", 6), ("🍵", 2),
    ("a\u{200B}b", 2), ("\u{1B}", 0), ("–…“”", 4),
  ])
  func countsTheColumnsOfATerminal(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
