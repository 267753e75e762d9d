package import Safety

/// What the program answers to one question.
///
/// There is one initializer and it takes a ``SafetyNotice``: a reply without
/// the safety message cannot be made.
package struct Reply: Hashable, Sendable {
  /// What sort of reply it is; the names are the interface's.
  package enum Kind: String, CaseIterable, Sendable {
    case answer
    case choice
    case notCovered = "not_covered"
    case personalAdvice = "personal_advice"
    case misuse
    case concernForOther = "concern_for_other"
    case danger
    case crisis
    case emergency
    case smallTalk = "small_talk"
    case error

    /// The kind of the reply that is the card of a safety class.
    init?(card safetyClass: SafetyClass) {
      self.init(rawValue: safetyClass.rawValue)
    }
  }

  /// A section offered or used, with its score.
  package struct RankedSection: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The title of the article it belongs to.
    package let article: String
    /// How well it fits the question, 0 to 1.
    package let score: Double
  }

  /// A section named for further reading.
  package struct Suggestion: Hashable, Sendable {
    package let id: String
    package let title: String
  }

  /// A word that was read as another.
  package struct Correction: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  /// Why a line could not be used.
  package struct Failure: Hashable, Sendable {
    /// A fixed name for programs.
    package let code: String
    /// What happened and what to do, for people.
    package let message: String

    /// Creates a failure.
    package init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// What a reply is made of besides its notice.
  package struct Content: Hashable, Sendable {
    /// What is said, without the notice; empty when the notice is a card.
    package var body = ""
    /// The article's words alone.
    package var passage: String?
    /// The sections that fit, best first, at most three.
    package var sections: [RankedSection] = []
    /// Sections named for further reading.
    package var suggestions: [Suggestion] = []
    /// The words that were read as others.
    package var corrections: [Correction] = []
    /// The section whose topic a follow-up question carried on.
    package var carried: String?
    /// Why the line could not be used.
    package var failure: Failure?

    /// Creates content that says `body`.
    package init(body: String = "") {
      self.body = body
    }
  }

  /// What sort of reply it is.
  package let kind: Kind
  /// What is said.
  package internal(set) var content: Content
  /// The safety class found; `nil` when there is none.
  package let safetyClass: SafetyClass?
  /// Help lines that come before everything else when there may be a risk.
  package let supportLines: String?
  /// The safety message.
  package let notice: SafetyNotice

  /// Creates a reply.
  package init(
    kind: Kind, content: Content, notice: SafetyNotice, safetyClass: SafetyClass? = nil,
    supportLines: String? = nil
  ) {
    self.kind = kind
    self.content = content
    self.notice = notice
    self.safetyClass = safetyClass
    self.supportLines = supportLines
  }

  /// Whether the notice is a card that stands in place of an answer.
  package var isCard: Bool { safetyClass.map { $0 != .support } ?? false }

  /// All a patient should see, as plain text: the card first in a safety
  /// reply, the notice last in any other.
  package var text: String {
    let parts =
      isCard ? [notice.text, content.body] : [supportLines ?? "", content.body, notice.text]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
