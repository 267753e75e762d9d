import Testing

@testable import Sessions

struct PagesTests {
  private let notice = "Call 988.\nAsk staff."

  private func text(lines: Int) -> String {
    (1...lines).map { "line \($0)" }.joined(separator: "\n") + "\n\n" + notice
  }

  @Test func whatFitsIsOnePage() {
    // Seven lines, a blank one above, the prompt and a blank one before it.
    #expect(Pages.cut(text(lines: 4), notice: notice, rows: 10) == [text(lines: 4)])
    #expect(Pages.cut(text(lines: 4), notice: notice, rows: 9).count > 1)
  }

  @Test func whatStandsBelowAReplyNeedsRoomToo() {
    let ending = "\n\nThere is more.\nType more."
    #expect(Pages.cut(text(lines: 4), notice: notice, ending: ending, rows: 13).count == 1)
    #expect(Pages.cut(text(lines: 4), notice: notice, ending: ending, rows: 12).count > 1)
    for rows in 12...40 {
      let pages = Pages.cut(text(lines: 30), notice: notice, ending: ending, rows: rows)
      for page in pages {
        let lines = (page + (page == pages.last ? ending : "")).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= rows - 3, "\(rows)")
      }
    }
  }

  @Test func eachPageOfAHighWindowEndsWithTheNotice() {
    let pages = Pages.cut(text(lines: 20), notice: notice, rows: 15)
    #expect(pages.count == 3)
    #expect(pages[0] == "line 1\n" + (2...7).map { "line \($0)\n" }.joined() + "\n" + notice)
    for page in pages {
      #expect(page.hasSuffix("\n\n" + notice))
    }
  }

  @Test func theLastPageOfALowWindowIsTheNotice() {
    let pages = Pages.cut(text(lines: 6), notice: notice, rows: 8)
    #expect(pages == ["line 1\nline 2\nline 3", "line 4\nline 5\nline 6", notice])
  }

  @Test(arguments: 1...40)
  func everyLineIsOnAPageThatFits(_ rows: Int) {
    let body = (1...30).map { $0 % 4 == 0 ? "" : "line \($0)" }
    let reply = body.joined(separator: "\n") + "\n\n" + notice
    let pages = Pages.cut(reply, notice: notice, rows: rows)
    let shown = pages.flatMap { $0.replacing(notice, with: "").split(separator: "\n") }
    #expect(shown.map(String.init) == body.filter { !$0.isEmpty })
    #expect(pages.last?.hasSuffix(notice) == true)
    for page in pages {
      #expect(
        page.split(separator: "\n", omittingEmptySubsequences: false).count <= max(rows - 3, 2))
      #expect(page.first?.isNewline == false)
    }
  }
}
