package import TextAnalysis

/// Recognises messages that call for a safety card before any answer.
///
/// Knows no article and no index. All rules are tried on every message, and
/// all that fire are reported; the gravest class decides.
package struct Triage: Sendable {
  private let rules: [RecognitionRule]
  private let table: PhraseTable
  private let reader: MessageReader
  private let negations: PhraseTable.SetID?
  private let falseNegations: PhraseTable.SetID?
  private let firstPerson: PhraseTable.SetID?
  private let questionOpeners: PhraseTable.SetID?
  private let openers: PhraseCover
  private let pleasantries: Pleasantries
  private let answersToCard: PhraseCover
  private let reportsOfAct: PhraseCover
  /// The examples that messages are compared with, if any were learned.
  package private(set) var net: ExampleNet?

  /// The ideas with a meaning of their own for the engine.
  package enum ReservedIdea {
    /// Words that carry nothing and are dropped before matching.
    package static let fillers = "fillers"
    /// Words that turn what follows into its opposite.
    package static let negations = "negations"
    /// Phrases that hold a negation word and negate nothing ("I don't know").
    package static let falseNegations = "false-negations"
    /// Words for the person who types.
    package static let firstPerson = "first-person"
    /// How a question about some matter begins.
    package static let questionOpeners = "question-openers"
    /// Phrases that soften a message and say nothing against it.
    package static let pleasantries = "pleasantries"
    /// What a person in danger answers to a card: "yes", "tonight"; reports of an
    /// act may stand among them.
    package static let answersToCard = "answers-to-card"
    /// What a person answers who has acted already: "i already did".
    package static let reportsOfAct = "reports-of-act"
  }

  /// A card that was shown.
  package struct ShownCard: Hashable, Sendable {
    /// The danger it is about.
    package let safetyClass: SafetyClass
    /// The language it was shown in.
    package let language: String

    /// Creates a record of a card.
    package init(_ safetyClass: SafetyClass, in language: String) {
      self.safetyClass = safetyClass
      self.language = language
    }
  }

  /// Creates triage from rules.
  ///
  /// - Parameters:
  ///   - rules: the rules, in any order; the gravest class comes first in what
  ///     is found, then the order given.
  ///   - compiler: what read the rules' patterns; it knows the shared ideas, of
  ///     which ``ReservedIdea`` are used.
  ///   - ordinaryWords: words that must not be taken for rule words in disguise.
  ///   - net: the examples that messages are compared with.
  package init(
    rules: [RecognitionRule], from compiler: RuleCompiler,
    ordinaryWords: WordTable = WordTable(size: 2), net: ExampleNet? = nil
  ) {
    self.rules = Self.gravestFirst(rules, \.safetyClass)
    table = compiler.table
    negations = compiler.set(ofShared: ReservedIdea.negations)
    falseNegations = compiler.set(ofShared: ReservedIdea.falseNegations)
    firstPerson = compiler.set(ofShared: ReservedIdea.firstPerson)
    questionOpeners = compiler.set(ofShared: ReservedIdea.questionOpeners)
    openers = PhraseCover(compiler.phrases(ofShared: ReservedIdea.questionOpeners))
    pleasantries = Pleasantries(compiler.phrases(ofShared: ReservedIdea.pleasantries))
    let reports = compiler.phrases(ofShared: ReservedIdea.reportsOfAct)
    answersToCard = PhraseCover(
      compiler.phrases(ofShared: ReservedIdea.answersToCard) + reports)
    reportsOfAct = PhraseCover(reports)
    self.net = net
    reader = MessageReader(
      vocabulary: table.vocabulary,
      fillers: Set(compiler.phrases(ofShared: ReservedIdea.fillers)),
      ordinaryWords: ordinaryWords)
  }

  /// Returns the same triage with another net, or with none.
  package func replacing(net: ExampleNet?) -> Triage {
    var copy = self
    copy.net = net
    return copy
  }

  /// Returns the words of `message` in the form in which rules see them.
  package func normalForm(of message: String) -> [String] {
    reader.read(message).words.map(\.form)
  }

  /// Returns what `message` calls for.
  ///
  /// - Complexity: linear in the number of words, times the number of steps of
  ///   the patterns all of whose ideas occur.
  package func assess(_ message: String) -> Assessment {
    let message = reader.read(message)
    return assess(message, heard: heard(in: message.words))
  }

  private func assess(_ message: MessageReading, heard: [Heard]) -> Assessment {
    // A number picks from a list, and one word alone may mean anything: there is
    // nothing to compare; what it may mean is for the rules to say.
    guard let net, ExampleNet.areEnough(message.written) else {
      return Assessment(findings: Self.gravestFirst(heard.map(\.finding), \.safetyClass))
    }
    let reading = net.read(
      message.written, pleasantries: pleasantries, openers: openers)
    let listed = heard.map { heard in
      heard.finding.safetyClass.isAboutLife
        && net.findsNoDanger(at: heard.places, in: message.written, reading)
        ? heard.finding.inDoubt : heard.finding
    }
    let alike = net.findings(in: reading).filter { finding in
      !listed.contains { $0.safetyClass == finding.safetyClass }
    }
    return Assessment(findings: Self.gravestFirst(listed + alike, \.safetyClass), net: reading)
  }

  /// Returns what `message` calls for right after a card about danger to life: an answer
  /// to it stays with the danger, and what it is like as a message of its own does not count,
  /// unless it is like a graver danger.
  ///
  /// - Parameter shown: the card that was shown last.
  package func assess(_ message: String, after shown: ShownCard) -> Assessment {
    let message = reader.read(message)
    let heard = heard(in: message.words)
    let assessment = assess(message, heard: heard)
    let words = message.written.map(\.text)
    if answersToCard.covers(words) {
      var findings = [answer(words, to: shown)]
      if reportsOfAct.occurs(in: words) {
        findings.append(
          answer(words, to: shown, .emergency, "The person says that it has happened already."))
      }
      // A few words that answer something are like the examples by chance.
      return Assessment(
        findings: Self.gravestFirst(findings + heard.map(\.finding), \.safetyClass),
        net: assessment.net)
    }
    let speaksForItself = heard.contains { $0.finding.safetyClass.isAboutLife }
    guard isBare(message), !asks(message), !speaksForItself, let carded = assessment.carded,
      carded > shown.safetyClass
    else { return assessment }
    // "A bottle" is no question about drugs now; what is graver is.
    let grave = assessment.findings.filter(\.safetyClass.isAboutLife)
    return Assessment(
      findings: Self.gravestFirst([answer(words, to: shown)] + grave, \.safetyClass),
      net: assessment.net)
  }

  /// Returns what a message calls for that can only be an answer to a card about danger
  /// to life, unless it is surely known what it asks: a few words, with no question mark
  /// behind several. `nil` for any other message.
  package func assess(bare message: String, after shown: ShownCard) -> Assessment? {
    let message = reader.read(message)
    guard isBare(message) else { return nil }
    return Assessment(findings: [answer(message.written.map(\.text), to: shown)])
  }

  /// Whether a message is so short that it may be an answer.
  private func isBare(_ message: MessageReading) -> Bool {
    let words = message.written
    return words.count <= 1
      || words.count <= Self.mostBareWords && words.last?.isAsked != true
        && !words.contains { Self.requests.contains($0.text) }
  }

  /// Whether a message of several words asks something, by how it begins.
  private func asks(_ message: MessageReading) -> Bool {
    let words = message.written
    guard words.count > 1 else { return false }
    return Self.auxiliaries.contains(words[0].text)
      || net?.asks(words, openers: PhraseCover([])) == true
  }

  private func answer(
    _ words: [String], to shown: ShownCard, _ safetyClass: SafetyClass? = nil,
    _ means: String = "The person answers the card that was just shown."
  ) -> Assessment.Finding {
    Assessment.Finding(
      safetyClass: safetyClass ?? shown.safetyClass, rule: "after-\(shown.safetyClass.rawValue)",
      means: means, language: shown.language, words: words)
  }

  /// Returns the words of `message` as they are compared with examples.
  package func writtenWords(of message: String) -> [WrittenWord] {
    reader.read(message).written
  }

  /// Whether people write `word`, a word in normal form, often enough that it is no
  /// misspelling of another.
  package func isWord(_ word: String) -> Bool {
    net.map { $0.exampleCount(of: word) >= Self.knownFrequency } ?? false
  }

  /// Verbs that stand before whom they are about in a question, and seldom else.
  private static let auxiliaries: Set<String> = [
    "is", "are", "am", "can", "could", "do", "does", "will", "would", "should", "may",
  ]
  /// Words of a request that is put as no question: "tell me about ketamine".
  private static let requests: Set<String> = ["about", "explain", "sobre"]
  /// An answer of more words says enough to be read on its own.
  private static let mostBareWords = 4
  /// Among tens of thousands of messages a misspelling comes once or twice.
  private static let knownFrequency = 3

  /// What a rule found, and where among the words as written.
  private struct Heard {
    let finding: Assessment.Finding
    let places: [Range<Int>]
  }

  /// Returns what the rules find.
  private func heard(in words: [MessageWord]) -> [Heard] {
    guard !words.isEmpty else { return [] }
    let occurrences = table.occurrences(in: words)
    let matcher = RuleMatcher(
      words: words, occurrences: occurrences,
      isNegation: negated(words: words, occurrences: occurrences))
    let speaker = Set(places(of: firstPerson, in: occurrences).joined())
    let isAskedOnly =
      speaker.isEmpty
      && places(of: questionOpeners, in: occurrences).contains {
        words[$0.lowerBound].breakBefore == .sentence
      }
    func namesSpeaker(_ place: Range<Int>) -> Bool {
      // "I" stands before what it does, where a pattern need not name it.
      let isCut = words[place.lowerBound].breakBefore > .none
      let start = isCut ? place.lowerBound : max(0, place.lowerBound - 1)
      return !speaker.isDisjoint(with: start..<place.upperBound)
    }
    var found: [(finding: Assessment.Finding, places: [Range<Int>])] = []
    for rule in rules {
      var places = matcher.matches(rule.patterns, negation: rule.negation)
      if places.isEmpty { continue }
      let excuses = matcher.matches(rule.exceptions, negation: .ignored)
      places.removeAll { place in
        let isPersonal = !speaker.isDisjoint(with: max(0, place.lowerBound - 2)..<place.upperBound)
        return excuses.contains {
          Self.excuses($0, place, isPersonal: isPersonal, rule: rule, matcher)
        }
      }
      // Words that name the person who types say most.
      guard let place = places.first(where: namesSpeaker) ?? places.first else { continue }
      let isSupport = rule.askedAbout == .support && isAskedOnly
      let finding = Assessment.Finding(
        safetyClass: isSupport ? .support : rule.safetyClass, rule: rule.id, means: rule.means,
        language: rule.language, words: words[place].map(\.form))
      found.append((finding, places))
    }
    // A crisis found in words that do not name the person who types belongs to
    // the other person whom the same sentence worries about: "my son is
    // suicidal". What begins in another sentence is in doubt, and stays.
    let sentences = sentences(of: words)
    let worried = Set(
      found.filter { $0.finding.safetyClass == .concernForOther }.flatMap(\.places)
        .map { sentences[$0.lowerBound] })
    let kept = found.filter { finding, places in
      finding.safetyClass != .crisis
        || places.contains { namesSpeaker($0) || !worried.contains(sentences[$0.lowerBound]) }
    }
    return kept.map { finding, places in
      Heard(
        finding: finding,
        places: places.map { words[$0.lowerBound].place..<words[$0.upperBound - 1].place + 1 })
    }
  }

  /// Returns the number of the sentence that each word stands in.
  private func sentences(of words: [MessageWord]) -> [Int] {
    var sentence = 0
    return words.map { word in
      if word.breakBefore == .sentence { sentence += 1 }
      return sentence
    }
  }

  /// Whether an exception found at `excuse` keeps a rule silent on `place`: it
  /// must stand in the same sentence, and where danger to life is told of the
  /// person who types, in the very words. "There was a film about it and I want
  /// to die" is no film.
  private static func excuses(
    _ excuse: Range<Int>, _ place: Range<Int>, isPersonal: Bool, rule: RecognitionRule,
    _ matcher: RuleMatcher
  ) -> Bool {
    isPersonal && rule.safetyClass == .crisis
      ? excuse.overlaps(place) : matcher.shareSentence(excuse, place)
  }

  /// Returns elements in the order of their classes, those of one class as given.
  private static func gravestFirst<Element>(
    _ elements: [Element], _ safetyClass: (Element) -> SafetyClass
  ) -> [Element] {
    elements.enumerated().sorted { a, b in
      let (first, second) = (safetyClass(a.element), safetyClass(b.element))
      return first != second ? first < second : a.offset < b.offset
    }.map(\.element)
  }

  private func places(
    of idea: PhraseTable.SetID?, in occurrences: Occurrences
  ) -> [Range<Int>] {
    idea.map { Array(occurrences[$0]) } ?? []
  }

  private func negated(words: [MessageWord], occurrences: Occurrences) -> [Bool] {
    var flags = [Bool](repeating: false, count: words.count)
    for place in places(of: negations, in: occurrences) { for word in place { flags[word] = true } }
    for place in places(of: falseNegations, in: occurrences) {
      for word in place { flags[word] = false }
    }
    return flags
  }
}
