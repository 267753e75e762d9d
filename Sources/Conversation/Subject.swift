/// Something a question may be about, in the order in which it is preferred
/// between equal scores.
package enum Subject: Hashable, Sendable {
  /// A section of an article, by id.
  case section(String)
  /// A topic no article answers, by id.
  case notCovered(String)
  /// A question only the care team may answer.
  case personalAdvice
  /// Talk that is no question, by its kind.
  case smallTalk(String)

  /// The subject's name in explanations.
  package var name: String {
    switch self {
    case .section(let id), .notCovered(let id): id
    case .personalAdvice: "personal-advice"
    case .smallTalk(let id): "small-talk/\(id)"
    }
  }

  /// The id of the section, if it is one.
  package var sectionID: String? {
    if case .section(let id) = self { id } else { nil }
  }
}
