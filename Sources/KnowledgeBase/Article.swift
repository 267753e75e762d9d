/// An article of the clinic: what its head says about it, and its sections.
package struct Article: Sendable {
  /// The article's name in the program: its file name without the ending.
  package let id: String
  /// What stands above the text.
  package let frontMatter: FrontMatter
  /// The sections in the order of the article.
  package let sections: [Section]
}

/// A heading of an article with the text below it.
package struct Section: Hashable, Sendable {
  /// The name that never changes once published.
  package let id: String
  /// The heading.
  package let title: String
  /// The headings above it, outermost first, the article's title not among them.
  package let parents: [String]
  /// The paragraphs, as plain text, each on one line.
  package let paragraphs: [String]
  /// The article's title.
  package let articleTitle: String
  /// The line of the heading in the article's file, counted from 1.
  package let line: Int
}

/// What an article's head says about it.
package struct FrontMatter: Hashable, Sendable {
  /// Whether patients may see the article.
  package enum Status: String, CaseIterable, Sendable {
    case approved
    case draft
  }

  /// The article's title.
  package let title: String
  /// Where its facts come from.
  package let source: String
  /// Whether patients may see it.
  package let status: Status
  /// Who reviewed the text, or that a review is pending.
  package let reviewedBy: String
  /// The day of the last review, as an ISO 8601 date.
  package let reviewedOn: String
  /// The day by which the next review is due, as an ISO 8601 date.
  package let reviewBy: String

  /// Whether the text still awaits its review.
  package var reviewIsPending: Bool { reviewedBy.lowercased().hasPrefix("pending") }

  static func read(_ fields: YAMLReader) -> FrontMatter? {
    fields.allow("title", "source", "status", "reviewed_by", "reviewed_on", "review_by")
    let statusText = fields.string("status")
    let status = statusText.flatMap(Status.init)
    if statusText != nil, status == nil {
      fields.note(field: "status", "expected `approved` or `draft`")
    }
    let dates = ["reviewed_on", "review_by"].map { name -> String? in
      guard let date = fields.string(name) else { return nil }
      guard ISODate.isValid(date) else {
        fields.note(field: name, "`\(date)` is not a date; expected YYYY-MM-DD")
        return nil
      }
      return date
    }
    guard let title = fields.string("title"), let source = fields.string("source"),
      let status, let reviewedBy = fields.string("reviewed_by"), let reviewedOn = dates[0],
      let reviewBy = dates[1]
    else { return nil }
    return FrontMatter(
      title: title, source: source, status: status, reviewedBy: reviewedBy,
      reviewedOn: reviewedOn, reviewBy: reviewBy)
  }
}
