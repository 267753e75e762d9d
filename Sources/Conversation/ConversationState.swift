import Safety

/// What is remembered from one question to the next, in memory only.
package struct ConversationState: Sendable {
  /// What is left of a section after a part of it was shown.
  struct Rest {
    let section: String
    /// Its paragraphs not shown yet.
    let paragraphs: [Int]
    /// Whether all of it was shown at once.
    let isWhole: Bool
  }

  /// How often the card of each class was shown.
  var cardsShown: [SafetyClass: Int] = [:]
  /// The card about danger to life that was the last reply.
  var cardJustShown: Triage.ShownCard?
  /// The language in which the help lines stay in view, since a card about life was shown.
  var languageOfLines: String?
  /// The sections offered to choose from.
  var offered: [String] = []
  /// Whether they were only named beside a reply that no article has the answer.
  var isOfferAside = false
  /// The sections that tell of what an answer listed, in its order.
  var listed: [String] = []
  /// The section shown last, and what is left of it.
  var rest: Rest?
  /// The last question about the content, which the next may lean on, and the
  /// section that answered it.
  var asked: (reading: QuestionReading, section: String?)?
  /// The last reply, for "say that again".
  var last: Reply?

  /// A conversation in which nothing was said yet.
  package init() {}

  /// Offers sections to choose from by number.
  package mutating func offer(_ sections: [String]) {
    offered = sections
    isOfferAside = false
  }

  /// Whether a number picks from a list of sections.
  package var isOffering: Bool { !offered.isEmpty }

  /// Whether the last section has paragraphs that were not shown.
  package var hasMore: Bool { rest.map { !$0.paragraphs.isEmpty } ?? false }
}
