package import KnowledgeBase

/// The texts by which subjects are known: each paragraph with its headings, and
/// each way patients ask.
package struct SubjectUnits: Sendable {
  /// A text that speaks of a subject.
  package struct Unit: Sendable {
    /// A part of a section, or a patient's wording.
    package enum Source: Hashable, Sendable {
      case heading
      case paragraph(Int)
      case phrasing(voice: String)
    }
    /// The number of its subject.
    package let subject: Int
    /// What the text is.
    package let source: Source
    /// The text.
    package let text: String
  }

  /// The subjects, by number, in the order in which they are preferred between
  /// equal scores.
  package private(set) var subjects: [Subject] = []
  /// The texts of the articles, the titles of topics and the phrases of small talk.
  package private(set) var texts: [Unit] = []
  /// The ways patients ask for each subject, by its number.
  private var asked: [Phrasings?] = []

  /// All texts, by subject: its own, then the ways patients ask.
  package var units: [Unit] {
    var units: [Unit] = []
    var rest = texts[...]
    for (number, phrasings) in asked.enumerated() {
      let own = rest.prefix { $0.subject == number }
      rest = rest.dropFirst(own.count)
      units += own
      units += (phrasings?.phrasings ?? []).map {
        Unit(subject: number, source: .phrasing(voice: $0.voice), text: $0.text)
      }
    }
    return units
  }

  /// Lists the texts of `knowledge`.
  package init(_ knowledge: Knowledge) {
    let phrasings = Dictionary(
      knowledge.phrasings.map { ($0.target, $0) }, uniquingKeysWith: { a, _ in a })
    for section in knowledge.sections {
      let context = (section.parents + [section.title]).joined(separator: ". ")
      add(
        .section(section.id),
        [(.heading, section.title)]
          + section.paragraphs.enumerated().map { (.paragraph($0), context + ". " + $1) },
        asked: phrasings[section.id])
    }
    for topic in knowledge.notCovered {
      add(.notCovered(topic.id), [(.heading, topic.title)], asked: phrasings[topic.id])
    }
    add(.personalAdvice, [], asked: phrasings[Phrasings.personalAdvice])
    for talk in knowledge.smallTalk {
      add(.smallTalk(talk.id), talk.phrases.map { (.phrasing(voice: talk.id), $0) }, asked: nil)
    }
    add(.smallTalk(Phrasings.smallTalk), [], asked: phrasings[Phrasings.smallTalk])
  }

  private mutating func add(
    _ subject: Subject, _ texts: [(Unit.Source, String)], asked: Phrasings?
  ) {
    guard !texts.isEmpty || asked?.isEmpty == false else { return }
    let number = subjects.count
    subjects.append(subject)
    self.texts += texts.map { Unit(subject: number, source: $0, text: $1) }
    self.asked.append(asked)
  }
}
