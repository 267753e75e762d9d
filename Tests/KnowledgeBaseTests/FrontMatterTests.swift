import TestSupport
import Testing

@testable import KnowledgeBase

struct FrontMatterTests {
  private func faults(_ fields: [String: String]) -> [KnowledgeFault] {
    KnowledgeFiles(["articles/tea.md": KnowledgeFiles.article(fields, body: body)]).faults()
  }

  private let body = """
    ## What Is Tea?

    A drink.

    ## Brewing

    Pour.

    ## Keeping

    Close.
    """

  private func fault(_ line: Int, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "articles/tea.md", line: line, message: message)
  }

  @Test(arguments: ["title", "source", "status", "reviewed_by", "reviewed_on", "review_by"])
  func everyFieldIsRequired(_ name: String) {
    #expect(faults([name: ""]).contains(fault(2, "`\(name)` is missing")))
  }

  @Test func unknownFieldNamesItsLineAndTheKnownOnes() {
    #expect(
      faults(["author": "somebody"]).contains(
        fault(
          8,
          "unknown field `author`; expected one of title, source, status, reviewed_by, "
            + "reviewed_on, review_by")))
  }

  @Test func statusIsApprovedOrDraft() {
    #expect(faults(["status": "final"]).contains(fault(4, "expected `approved` or `draft`")))
  }

  @Test(arguments: [("reviewed_on", 6), ("review_by", 7)])
  func datesMustExist(_ name: String, _ line: Int) {
    #expect(
      faults([name: "2026-02-30"]).contains(
        fault(line, "`2026-02-30` is not a date; expected YYYY-MM-DD")))
  }

  @Test func valueMustBeText() {
    #expect(faults(["title": "[a, b]"]).contains(fault(2, "`title` is empty; expected text")))
  }

  @Test(arguments: [
    ("pending: a clinician", true), ("Pending", true), ("Dr. A. Pending", false),
  ])
  func pendingReviewIsSaidFirst(_ reviewer: String, _ isPending: Bool) {
    let frontMatter = FrontMatter(
      title: "", source: "", status: .approved, reviewedBy: reviewer, reviewedOn: "", reviewBy: "")
    #expect(frontMatter.reviewIsPending == isPending)
  }
}
