package import Retrieval
package import TextAnalysis

/// What was learned of how patients ask about each subject, and the numbers that
/// decide on it.
package struct LearnedSubjects: Sendable {
  /// The numbers that turn scores into a reply. A score is about 1 for a question
  /// like those of its subject and about 0 for any other.
  package struct Thresholds: Hashable, Sendable {
    /// The least score with which a subject is taken for what is asked.
    package var leastScore: Double
    /// What is added to the score of a topic that no article covers before it is
    /// compared with the sections'.
    package var topicLead: Double
    /// What is added to the score of a question for the care team.
    package var adviceLead: Double
    /// What is added to the score of small talk.
    package var smallTalkLead: Double
    /// How close the second section's score must be, as a share of the first's,
    /// for both to be offered.
    package var choiceRatio: Double

    /// Creates thresholds.
    package init(
      leastScore: Double, topicLead: Double, adviceLead: Double, smallTalkLead: Double,
      choiceRatio: Double
    ) {
      self.leastScore = leastScore
      self.topicLead = topicLead
      self.adviceLead = adviceLead
      self.smallTalkLead = smallTalkLead
      self.choiceRatio = choiceRatio
    }
  }

  /// Gives each subject a score; the labels are the subjects' names.
  package let classifier: TextClassifier
  /// What is to be added to the scores of a question that follows another; `nil`
  /// when that was not learned.
  package let turns: TextClassifier?
  /// Tells which paragraph of a section answers; the labels are ``paragraphLabel(_:of:)``.
  /// `nil` when that was not learned.
  package let paragraphs: TextClassifier?
  /// What words stand for.
  package let ideas: WordIdeas
  /// The numbers that decide.
  package let thresholds: Thresholds

  /// Creates what was learned.
  package init(
    classifier: TextClassifier, turns: TextClassifier? = nil, paragraphs: TextClassifier? = nil,
    ideas: WordIdeas, thresholds: Thresholds
  ) {
    self.classifier = classifier
    self.turns = turns
    self.paragraphs = paragraphs
    self.ideas = ideas
    self.thresholds = thresholds
  }

  /// The file with the thresholds and the hash of the weights.
  package static let file = "subjects.yaml"
  /// What ``file`` gives the hash of, so that it needs no second one.
  package static let weightsFile = "subject-weights.txt"

  /// What ``file`` gives a second hash of.
  package static let turnsFile = "turn-weights.txt"

  /// What ``file`` gives a third hash of.
  package static let paragraphsFile = "paragraph-weights.txt"

  /// Returns the label of a paragraph, counted from 0, of a section.
  package static func paragraphLabel(_ paragraph: Int, of section: String) -> String {
    "\(section) ¶\(paragraph + 1)"
  }

  /// Reads what was learned; `nil` when nothing was, or when the content has
  /// changed since: what is out of date is not used.
  static func read(_ folder: ContentFolder, log: FaultLog) -> LearnedSubjects? {
    guard let file = folder.file(file), let weights = folder.file(weightsFile),
      let text = folder.text(of: file, log: log),
      let fields = YAMLReader(text, file: file.path, log: log),
      let head = LearnedFile.Head(fields)
    else { return nil }
    fields.allow("source", "weights", "turns", "paragraphs", "thresholds")
    let numbers = head.thresholds
    numbers.allow("least_score", "topic_lead", "advice_lead", "small_talk_lead", "choice_ratio")
    guard let leastScore = numbers.number("least_score"),
      let topicLead = numbers.number("topic_lead"),
      let adviceLead = numbers.number("advice_lead"),
      let smallTalkLead = numbers.number("small_talk_lead"),
      let choiceRatio = numbers.number("choice_ratio")
    else { return nil }
    guard head.source == source(of: folder),
      let classifier = LearnedFile.classifier(
        weights, hash: head.weights, index: file.path, log: log)
    else { return nil }
    // What was learned is whole or is not used.
    var others: [TextClassifier?] = []
    for (field, name) in [("turns", turnsFile), ("paragraphs", paragraphsFile)] {
      guard let hash = fields.optionalString(field) else {
        others.append(nil)
        continue
      }
      guard let weights = folder.file(name) else { return nil }
      others.append(LearnedFile.classifier(weights, hash: hash, index: file.path, log: log))
    }
    return LearnedSubjects(
      classifier: classifier, turns: others[0], paragraphs: others[1],
      ideas: SafetyReader(folder: folder, clinic: nil, log: log).readWordIdeas(),
      thresholds: Thresholds(
        leastScore: leastScore, topicLead: topicLead, adviceLead: adviceLead,
        smallTalkLead: smallTalkLead, choiceRatio: choiceRatio))
  }

  /// Returns the hash of all that is learned from: the articles, the ways patients
  /// ask, the turns of conversations, the topics, the small talk and the ideas.
  package static func source(of folder: ContentFolder) -> String {
    let names = ["not-covered.yaml", "small-talk.yaml", SafetyReader.wordIdeasFile]
    return ContentHash.hexadecimal(
      of: folder.files.filter { file in
        file.path.hasPrefix("articles/") || file.path.hasPrefix("phrasings/")
          || file.path.hasPrefix(TaughtTurn.folder + "/") || names.contains(file.path)
      })
  }
}
