import Safety
package import TextAnalysis

/// Everything the program may say, loaded and checked.
package struct Knowledge: Sendable {
  /// The articles that are served, in the order of their file names.
  package let articles: [Article]
  /// The ways patients ask, by file name.
  package private(set) var phrasings: [Phrasings]
  /// What patients say and what it stands for.
  package private(set) var lexicon: Lexicon
  /// The topics no article answers.
  package private(set) var notCovered: [NotCoveredTopic]
  /// Talk that is no question.
  package let smallTalk: [SmallTalk]
  /// How questions lean on those before them.
  package let followUps: FollowUpWords
  /// The clinic.
  package let clinic: Clinic
  /// Triage and safety texts.
  package private(set) var safety: SafetyContent
  /// What was learned of the subjects; `nil` when nothing was, or the content
  /// changed since.
  package private(set) var learned: LearnedSubjects?
  /// Whether something was learned and is out of date.
  package private(set) var isLearnedStale = false
  /// The SHA-256 of the folder's content, in hexadecimal digits.
  ///
  /// Made when it is first asked for: few replies tell it.
  package var hash: String { lazyHash.value }
  private let lazyHash: Lazy<String>

  /// The sections of all articles in order.
  package var sections: [Section] { articles.flatMap(\.sections) }

  /// Returns the same content with only some of the phrasings: those of other
  /// voices when a voice is kept aside, or none at all.
  package func keepingPhrasings(where isKept: (Phrasings.Phrasing) -> Bool) -> Knowledge {
    var copy = self
    copy.learned = nil
    copy.phrasings = phrasings.map { list in
      Phrasings(target: list.target, phrasings: list.phrasings.filter(isKept))
    }
    return copy
  }

  /// Returns the same content as if nobody had thought of some topics.
  package func leavingOut(topics: Set<String>) -> Knowledge {
    var copy = self
    copy.learned = nil
    copy.notCovered.removeAll { topics.contains($0.id) }
    copy.phrasings.removeAll { topics.contains($0.target) }
    return copy
  }

  /// Returns the same content without the entries of the lexicon that say one of
  /// `expressions`.
  package func leavingOut(synonyms expressions: Set<String>) -> Knowledge {
    var copy = self
    copy.lexicon = lexicon.leavingOut(expressions)
    return copy
  }

  /// Returns the same content with something else learned of it.
  package func learning(_ learned: LearnedSubjects?) -> Knowledge {
    var copy = self
    copy.learned = learned
    return copy
  }

  /// Returns the section with `id`.
  package func section(_ id: String) -> Section? {
    sections.first { $0.id == id }
  }

  /// Loads a folder.
  ///
  /// - Parameter includesDrafts: whether articles that are not approved are
  ///   served too, for staff.
  /// - Throws: ``KnowledgeError/faults(_:)`` with all faults of all files, or
  ///   ``KnowledgeError/missing(path:)`` when no article is there.
  package init(_ folder: ContentFolder, includesDrafts: Bool = false) throws(KnowledgeError) {
    self = try Self.load(folder, includesDrafts: includesDrafts) { _ in }.knowledge
  }

  /// Loads a folder, and does some work with it while the safety rules are
  /// being read.
  ///
  /// Reading the rules takes about as long as indexing the articles, and
  /// neither needs the other: together they are most of a cold start.
  ///
  /// - Parameter work: what is done with the content; the safety content it
  ///   sees is the built-in one. It is left out when the content has faults.
  /// - Throws: as ``init(_:includesDrafts:)``.
  package static func load<Result>(
    _ folder: ContentFolder, includesDrafts: Bool = false,
    meanwhile work: (Knowledge) -> Result
  ) throws(KnowledgeError) -> (knowledge: Knowledge, result: Result) {
    let safety = Background { SafetyReader.content(of: folder) }
    let log = FaultLog()
    var knowledge = Knowledge(folder, includesDrafts: includesDrafts, log: log)
    let result = log.faults.isEmpty ? work(knowledge) : nil
    let (content, faults) = safety.value()
    let all = Set(log.faults + faults).sorted()
    guard all.isEmpty, let result else { throw .faults(all) }
    knowledge.safety = content
    return (knowledge, result)
  }

  /// Reads all but the safety content.
  private init(_ folder: ContentFolder, includesDrafts: Bool, log: FaultLog) {
    func read<Value>(_ path: String, _ make: (YAMLReader) -> Value?) -> Value? {
      guard let file = folder.file(path), let text = folder.text(of: file, log: log) else {
        return nil
      }
      return YAMLReader(text, file: path, log: log).flatMap(make)
    }
    let all = folder.files(in: "articles", ending: ".md").compactMap { file -> Article? in
      folder.text(of: file, log: log).flatMap { ArticleReader(file: file.path, log: log).read($0) }
    }
    articles = all.filter { includesDrafts || $0.frontMatter.status == .approved }
    learned = LearnedSubjects.read(folder, log: log)
    isLearnedStale = learned == nil && folder.file(LearnedSubjects.file) != nil
    let isReadBefore = learned != nil
    phrasings = folder.files(in: "phrasings", ending: ".txt").compactMap { file in
      let target = String(file.path.dropFirst("phrasings/".count).dropLast(".txt".count))
      // Only content without a fault is learned from, and what was learned serves
      // without the texts.
      if isReadBefore { return Phrasings(target: target, sound: file.bytes) }
      return folder.text(of: file, log: log).map { text in
        Phrasings.read(text, target: target, file: file.path, log: log)
      }
    }
    lexicon = read("lexicon.yaml", Lexicon.read) ?? .empty
    notCovered = read("not-covered.yaml", NotCoveredTopic.read) ?? []
    smallTalk = read("small-talk.yaml", SmallTalk.read) ?? []
    followUps = read(FollowUpWords.file, FollowUpWords.read) ?? .none
    let clinic = read("clinic.yaml", Clinic.read)
    if clinic == nil, folder.file("clinic.yaml") == nil {
      log.note("clinic.yaml", nil, "the file is missing; expected at least `name: …`")
    }
    self.clinic =
      clinic
      ?? Clinic(
        name: "the clinic", town: nil, phone: nil, hours: nil, setting: .kiosk, sampleQuestions: [])
    safety = .builtIn
    Self.checkReferences(
      articles: all, phrasings: phrasings, notCovered: notCovered, followUps: followUps, log: log)
    let served = folder.files.filter {
      $0.path != SafetyReader.netWeightsFile && $0.path != LearnedSubjects.weightsFile
    }
    lazyHash = Lazy { ContentHash.hexadecimal(of: served, includesDrafts: includesDrafts) }
    if articles.isEmpty, log.faults.isEmpty {
      log.note("articles", nil, "no approved article; expected `status: approved` in one at least")
    }
  }

  /// Loads the folder at `path`.
  package init(at path: String, includesDrafts: Bool = false) throws(KnowledgeError) {
    try self.init(try Self.folder(at: path), includesDrafts: includesDrafts)
  }

  /// Returns the files of the folder at `path`, which holds an article.
  package static func folder(at path: String) throws(KnowledgeError) -> ContentFolder {
    let folder = try ContentFolder(at: path)
    guard !folder.files(in: "articles", ending: ".md").isEmpty else {
      throw .missing(path: path + "/articles")
    }
    return folder
  }

  /// Loads what can be used of a folder's safety texts and rules when the rest
  /// cannot be served; the built-in ones when nothing can.
  package static func safety(at path: String) -> SafetyContent {
    guard let folder = try? ContentFolder(at: path) else { return .builtIn }
    let (content, faults) = SafetyReader.content(of: folder)
    if faults.isEmpty { return content }
    return SafetyReader.clinic(of: folder, log: FaultLog()).map(SafetyContent.builtIn) ?? .builtIn
  }

  /// Returns the example messages of the safety files.
  ///
  /// - Throws: ``KnowledgeError/faults(_:)`` when an example cannot be read.
  package static func safetyExamples(
    _ folder: ContentFolder
  ) throws(KnowledgeError) -> [SafetyExample] {
    let log = FaultLog()
    let examples = SafetyReader(folder: folder, clinic: nil, log: log).readExamples()
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return examples
  }

  /// Returns the ideas that words stand for when messages are compared.
  ///
  /// - Throws: ``KnowledgeError/faults(_:)`` when a line cannot be read.
  package static func wordIdeas(_ folder: ContentFolder) throws(KnowledgeError) -> WordIdeas {
    let log = FaultLog()
    let ideas = SafetyReader(folder: folder, clinic: nil, log: log).readWordIdeas()
    guard log.faults.isEmpty else { throw .faults(log.faults.sorted()) }
    return ideas
  }

  /// Notes names that point at nothing and names given twice.
  private static func checkReferences(
    articles: [Article], phrasings: [Phrasings], notCovered: [NotCoveredTopic],
    followUps: FollowUpWords, log: FaultLog
  ) {
    var owners: [String: String] = [:]
    for article in articles {
      let file = "articles/\(article.id).md"
      for section in article.sections {
        if let owner = owners[section.id] {
          log.note(file, section.line, "the section id `\(section.id)` is also in \(owner)")
        }
        owners[section.id] = file
      }
    }
    for topic in notCovered {
      if owners[topic.id] != nil {
        log.note(
          "not-covered.yaml", topic.line, "the topic `\(topic.id)` has the name of a section")
      }
      for near in topic.near where owners[near] == nil {
        log.note(
          "not-covered.yaml", topic.line,
          "the topic `\(topic.id)` suggests `\(near)`, which is no section")
      }
    }
    let subjects = Set(followUps.subjects.map(\.name))
    for subject in followUps.subjects {
      for section in subject.sections where owners[section] == nil {
        log.note(
          FollowUpWords.file, subject.line,
          "`\(subject.name)` names `\(section)`, which is no section")
      }
      for other in subject.beside where !subjects.contains(other) {
        log.note(
          FollowUpWords.file, subject.line,
          "`\(subject.name)` names `\(other)`, which is no subject")
      }
    }
    for list in followUps.lists {
      for section in [list.section] + list.names where owners[section] == nil {
        log.note(FollowUpWords.file, list.line, "a list names `\(section)`, which is no section")
      }
    }
    let topics = Set(notCovered.map(\.id))
    for phrasing in phrasings
    where owners[phrasing.target] == nil && !topics.contains(phrasing.target)
      && phrasing.target != Phrasings.personalAdvice && phrasing.target != Phrasings.smallTalk
    {
      log.note(
        "phrasings/\(phrasing.target).txt", nil,
        "`\(phrasing.target)` is no section, no topic of not-covered.yaml, and not "
          + "\(Phrasings.personalAdvice) or \(Phrasings.smallTalk)")
    }
    let sections = articles.flatMap(\.sections)
    for list in phrasings {
      let count = sections.first { $0.id == list.target }?.paragraphs.count ?? 0
      for phrasing in list.unchecked {
        guard let paragraph = phrasing.paragraph, paragraph < 1 || paragraph > count else {
          continue
        }
        log.note(
          "phrasings/\(list.target).txt", phrasing.line,
          "there is no paragraph \(paragraph): `\(list.target)` has \(count)")
      }
    }
  }
}
