import KnowledgeBase

/// The program's own sentences around the articles' words. Short, plain, and
/// without numbers; safety texts stand elsewhere.
enum Wording {
  static func source(_ section: Section) -> String {
    "From the article \"\(section.articleTitle)\", section \"\(section.title)\"."
  }

  static func correction(_ corrections: [Reply.Correction]) -> String {
    let read = corrections.map { "\"\($0.from)\" as \"\($0.to)\"" }.joined(separator: ", ")
    return "I read \(read)."
  }

  static func choice(_ titles: [String]) -> String {
    "Your question could be about more than one thing. Which do you mean?\n" + numbered(titles)
  }

  static func choose(among titles: [String], not number: Int) -> String {
    "There is no number \(number) to choose. Please type one of these numbers.\n"
      + numbered(titles)
  }

  static func numberOfNothing(_ number: Int) -> String {
    "I do not know what the number \(number) stands for. Please ask in words."
  }

  private static func numbered(_ titles: [String]) -> String {
    titles.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }

  static func notCovered(says: String, suggestions: [String], clinic: String) -> String {
    var text = silent(says: says, clinic: clinic)
    if !suggestions.isEmpty {
      text += "\n\nThe article does tell about:\n" + numbered(suggestions)
    }
    return text
  }

  static func silent(says: String, clinic: String) -> String {
    "\(says)\nPlease ask a staff member, or \(clinic)."
  }

  /// Before an answer to a question in Spanish: the words of the article are
  /// English, and nobody has approved a translation.
  static let spanish =
    "El artículo está en inglés. El personal le puede ayudar.\n"
    + "(This article is in English. A staff member can help.)"

  static let nothingElse = "The article says no more on that than this."
  static let nothingFits = "The article does not say anything on that, as far as I can tell."
  static let nothingMore = "There is no more to read on. What would you like to know?"
  static let nothingSaid = "I have not said anything yet. What would you like to know?"
  static let unavailable =
    "I cannot open the clinic's article right now. Please ask a staff member."

  static func failure(for problem: Question.Problem) -> Reply.Failure {
    switch problem {
    case .empty:
      Reply.Failure(
        code: "empty_question", message: "There was no question in that. Please type one.")
    case .tooLong(let characters):
      Reply.Failure(
        code: "question_too_long",
        message: "That was \(characters) characters long. "
          + "Please ask in at most \(Question.longest).")
    }
  }
}
