import TestSupport
import Testing

@testable import KnowledgeBase

struct ArticleReaderTests {
  private let log = FaultLog()

  private func read(_ text: String) -> Article? {
    ArticleReader(file: "articles/tea.md", log: log).read(text)
  }

  private func sections(_ body: String) throws -> [Section] {
    try #require(read(KnowledgeFiles.article(body: body))).sections
  }

  private func fault(_ line: Int?, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "articles/tea.md", line: line, message: message)
  }

  @Test func readsFrontMatterAndSections() throws {
    let article = try #require(
      read(
        KnowledgeFiles.article(
          ["source": "\"a book: page 3\""],
          body: """
            # Tea

            ## Making *a* Cup

            Pour `hot` water
            over the **leaves**.

            Wait.
            """)))
    #expect(article.id == "tea")
    #expect(
      article.frontMatter
        == FrontMatter(
          title: "Tea", source: "a book: page 3", status: .approved, reviewedBy: "A. Tester",
          reviewedOn: "2026-01-31", reviewBy: "2027-01-31"))
    #expect(
      article.sections == [
        Section(
          id: "making-a-cup", title: "Making a Cup", parents: [],
          paragraphs: ["Pour hot water over the leaves.", "Wait."], articleTitle: "Tea",
          line: KnowledgeFiles.frontMatterLines + 3)
      ])
    #expect(log.faults == [])
  }

  @Test(arguments: [
    ("What Is Tea?", "What Is Tea?", "what-is-tea"),
    ("What’s New, What's Old", "What’s New, What's Old", "whats-new-whats-old"),
    ("  Tea -- & -- Milk!  ", "  Tea -- & -- Milk!  ", "tea-milk"),
    ("24 Hours", "24 Hours", "24-hours"),
    ("Té Verde", "Té Verde", "té-verde"),
    ("Making a Cup {#brewing}", "Making a Cup", "brewing"),
    ("Cups{#cups-2}", "Cups", "cups-2"),
    ("Sets {a, b}", "Sets {a, b}", "sets-a-b"),
    ("???", "???", ""),
  ])
  func headingGivesTitleAndID(_ heading: String, _ title: String, _ id: String) {
    let split = ArticleReader.split(heading: heading)
    #expect(split.title == title)
    #expect(split.id == id)
  }

  @Test func headingAloneIsNoSectionButAParent() throws {
    let sections = try sections(
      """
      # Tea

      ## Kinds

      ### Green

      Light.

      ### Black

      Dark.

      ## Keeping

      Dry.
      """)
    #expect(sections.map(\.id) == ["green", "black", "keeping"])
    #expect(sections.map(\.parents) == [["Kinds"], ["Kinds"], []])
  }

  @Test func faultsNameTheirLine() {
    let body = """
      Too early.

      ## {#}

      - a list

      > a quote
      """
    _ = read(KnowledgeFiles.article(body: body))
    let top = KnowledgeFiles.frontMatterLines
    #expect(
      log.faults == [
        fault(top + 1, "a paragraph before the first heading"),
        fault(top + 3, "a heading without words"),
        fault(top + 5, "a list; expected headings and paragraphs"),
        fault(top + 7, "a block quote; expected headings and paragraphs"),
        fault(nil, "no section; expected headings (`## …`) with paragraphs below them"),
      ])
  }

  @Test(arguments: ["", "# Tea\n", "---\ntitle: Tea\n", "\n---\ntitle: Tea\n---\n"])
  func textWithoutFrontMatterIsRefused(_ text: String) {
    #expect(read(text) == nil)
    #expect(
      log.faults == [
        fault(1, "no front matter; expected `---`, fields such as `title: …`, and `---` again")
      ])
  }

  @Test func linesMayEndAsOnWindows() throws {
    let text = KnowledgeFiles.article(body: "## Keeping\n\nKeep it\ndry.\n\n- a list\n")
    let article = try #require(read(text.replacing("\n", with: "\r\n")))
    #expect(article.sections.map(\.paragraphs) == [["Keep it dry."]])
    #expect(article.frontMatter.reviewBy == "2027-01-31")
    #expect(
      log.faults == [
        fault(KnowledgeFiles.frontMatterLines + 6, "a list; expected headings and paragraphs")
      ])
  }
}
