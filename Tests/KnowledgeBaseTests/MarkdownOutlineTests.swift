import Testing

@testable import KnowledgeBase

struct MarkdownOutlineTests {
  @Test func emptyTextHasNoBlock() {
    #expect(MarkdownOutline.blocks(of: "") == [])
  }

  @Test func headingsAndParagraphsLoseTheirMarkup() {
    #expect(
      MarkdownOutline.blocks(
        of: """
          ## Tea *and* [milk](http://example.org)

          One line
          and the next.\\
          *All* of `it` &amp; more\\*.

          Title
          =====
          """) == [
          .heading(level: 2, text: "Tea and milk", line: 1),
          .paragraph(text: "One line and the next. All of it & more*.", line: 3),
          .heading(level: 1, text: "Title", line: 7),
        ])
  }

  @Test(arguments: [
    ("- a\n- b", "list"), ("> a", "block_quote"), ("    code", "code_block"),
    ("***", "thematic_break"),
    ("<div>\n</div>", "html_block"),
  ])
  func everythingElseIsNamed(_ markdown: String, _ kind: String) {
    #expect(MarkdownOutline.blocks(of: "a\n\n" + markdown).last == .other(kind: kind, line: 3))
  }

  @Test func tagsInsideAParagraphAreNotShown() {
    #expect(
      MarkdownOutline.blocks(of: "a <b>bold</b> word") == [
        .paragraph(text: "a bold word", line: 1)
      ])
  }
}
