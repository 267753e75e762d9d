package import KnowledgeBase
package import Retrieval
package import Safety

/// Answers questions: triage, then small talk, then retrieval and the decision.
///
/// One path for every command; it never throws, and whatever it is given comes
/// back as a reply with the safety notice. Not safe to share between threads.
package final class Responder {
  /// What answers come from.
  private struct Library {
    let knowledge: Knowledge
    let index: SubjectIndex
    let smallTalk: SmallTalkMatcher
  }

  private let library: Library?
  private let safety: SafetyContent
  private let setting: Setting
  private let settings: DecisionSettings

  /// The content that is served; `nil` when none could be loaded.
  package var knowledge: Knowledge? { library?.knowledge }

  /// Creates a responder that answers from `knowledge`.
  ///
  /// - Parameters:
  ///   - knowledge: the content served.
  ///   - setting: which help comes first; the clinic's own setting by default.
  ///   - settings: the numbers that decide.
  package init(
    _ knowledge: Knowledge, setting: Setting? = nil,
    settings: DecisionSettings = DecisionSettings()
  ) {
    library = Library(
      knowledge: knowledge, index: SubjectIndex(knowledge),
      smallTalk: SmallTalkMatcher(knowledge.smallTalk))
    safety = knowledge.safety
    self.setting = setting ?? knowledge.clinic.setting
    self.settings = settings
  }

  /// Loads the content at `path` and creates a responder that answers from it.
  ///
  /// - Throws: as ``Knowledge/init(at:includesDrafts:)``.
  package init(
    loading path: String, includesDrafts: Bool = false, setting: Setting? = nil
  ) throws(KnowledgeError) {
    let (knowledge, index) = try Knowledge.load(
      try Knowledge.folder(at: path), includesDrafts: includesDrafts,
      meanwhile: SubjectIndex.init)
    library = Library(
      knowledge: knowledge, index: index, smallTalk: SmallTalkMatcher(knowledge.smallTalk))
    safety = knowledge.safety
    self.setting = setting ?? knowledge.clinic.setting
    settings = DecisionSettings()
  }

  /// Creates a responder that has no articles: it shows safety cards, and for
  /// everything else the notice.
  package init(withoutArticles safety: SafetyContent, setting: Setting? = nil) {
    library = nil
    self.safety = safety
    self.setting = setting ?? .kiosk
    settings = DecisionSettings()
  }

  /// The notice under an ordinary reply.
  package var notice: SafetyNotice { safety.texts.notice(for: setting) }

  /// Returns the reply to what was typed or sent.
  package func reply(to typed: String, in state: inout ConversationState) -> Reply {
    trace(typed, in: &state).reply
  }

  /// Returns the reply to input that could not be used: an error with the
  /// notice, or a safety card when what can be read of it calls for one.
  ///
  /// - Parameters:
  ///   - failure: why the input could not be used.
  ///   - readable: what can be read of it.
  package func reply(
    to failure: Reply.Failure, readable: String, in state: inout ConversationState
  ) -> Reply {
    trace(failure, readable: readable, in: &state).reply
  }

  private func trace(
    _ failure: Reply.Failure, readable: String, in state: inout ConversationState
  ) -> Trace {
    var trace = respond(
      to: nil, assessment: assess(readable, in: &state), in: &state, otherwise: error(failure))
    trace.reply = keepingLinesInView(trace.reply, state)
    return trace
  }

  private func error(_ failure: Reply.Failure) -> Reply {
    var content = Reply.Content(body: failure.message)
    content.failure = failure
    return Reply(kind: .error, content: content, notice: notice)
  }

  /// Returns the reply to what was typed or sent, with the record of how it
  /// came about.
  package func trace(_ typed: String, in state: inout ConversationState) -> Trace {
    let question: Question
    do throws(Question.Problem) {
      question = try Question(typed)
    } catch {
      // Too long to answer is not too long to be a cry for help.
      return trace(Wording.failure(for: error), readable: typed, in: &state)
    }
    var trace = respond(
      to: question, assessment: assess(typed, in: &state), in: &state,
      otherwise: error(
        Reply.Failure(code: "knowledge_unavailable", message: Wording.unavailable)))
    trace.reply = keepingLinesInView(trace.reply, state)
    state.last = trace.reply
    return trace
  }

  // MARK: The steps

  /// Returns what a message calls for; a short answer to a card about danger to
  /// life stays with the danger.
  private func assess(_ message: String, in state: inout ConversationState) -> Assessment {
    defer { state.cardJustShown = nil }
    return state.cardJustShown.map { safety.triage.assess(message, after: $0) }
      ?? safety.triage.assess(message)
  }

  /// Shows a card when triage finds one; otherwise asks the library, and when
  /// there is no question or no library falls back on `otherwise`.
  private func respond(
    to question: Question?, assessment: Assessment, in state: inout ConversationState,
    otherwise: Reply
  ) -> Trace {
    if let card = card(for: assessment, in: &state) {
      return Trace(question: question, assessment: assessment, reply: card)
    }
    var trace = Trace(question: question, assessment: assessment, reply: otherwise)
    if let question, let library {
      answer(question, from: library, in: &state, into: &trace)
    }
    if assessment.gravest == .support {
      trace.reply = supported(trace.reply, in: assessment.language)
    }
    return trace
  }

  private func card(for assessment: Assessment, in state: inout ConversationState) -> Reply? {
    guard let safetyClass = assessment.carded else { return nil }
    let repeats = state.cardsShown[safetyClass, default: 0]
    guard
      let (safetyClass, notice) = safety.texts.card(
        for: assessment, setting: setting, repeats: repeats),
      let kind = Reply.Kind(card: safetyClass)
    else { return nil }
    state.cardsShown[safetyClass] = repeats + 1
    state.offered = []
    state.rest = nil
    if safetyClass.isAboutLife {
      state.keepsLinesInView = true
      state.cardJustShown = safetyClass
    }
    return Reply(
      kind: kind, content: Reply.Content(), notice: notice, safetyClass: safetyClass)
  }

  private func supported(_ reply: Reply, in language: String) -> Reply {
    guard !reply.isCard, reply.supportLines == nil else { return reply }
    return Reply(
      kind: reply.kind, content: reply.content, notice: reply.notice, safetyClass: .support,
      supportLines: safety.texts.supportLines(in: language, for: setting))
  }

  private func keepingLinesInView(_ reply: Reply, _ state: ConversationState) -> Reply {
    state.keepsLinesInView ? supported(reply, in: "en") : reply
  }

  private func answer(
    _ question: Question, from library: Library, in state: inout ConversationState,
    into trace: inout Trace
  ) {
    if let reply = answerFromState(question, from: library, in: &state) {
      trace.reply = reply
      return
    }
    if let talk = library.smallTalk.match(question.text) {
      trace.smallTalk = talk.id
      trace.reply = smallTalk(talk, in: state)
      return
    }
    state.offered = []
    state.rest = nil
    let reading = library.index.reader.read(question.text)
    let decision = Decision(on: reading, in: library.index, settings: settings)
    trace.reading = reading
    trace.decision = decision
    trace.reply = reply(for: decision, reading: reading, from: library, in: &state)
  }

  /// Answers what only makes sense after the reply before: a number that picks
  /// an offered section, "more", "repeat".
  private func answerFromState(
    _ question: Question, from library: Library, in state: inout ConversationState
  ) -> Reply? {
    var words = question.text.lowercased().filter { !".!?)#".contains($0) }
    if words.hasSuffix(" please") { words.removeLast(" please".count) }
    if let number = Int(words), number > 0, state.offered.indices.contains(number - 1),
      let section = library.knowledge.section(state.offered[number - 1])
    {
      let rank = Reply.RankedSection(section, score: 1)
      return answer(
        from: section, paragraphs: Passage(paragraphs: section.paragraphs, scores: [1]).shown,
        ranked: [rank], in: &state)
    }
    if words == "more" {
      guard let rest = state.rest, !rest.paragraphs.isEmpty,
        let section = library.knowledge.section(rest.section)
      else { return ordinary(.smallTalk, Reply.Content(body: Wording.nothingMore)) }
      let paragraphs = rest.paragraphs.map { section.paragraphs[$0] }
      let next = Passage(
        paragraphs: paragraphs, scores: [1])
      return answer(
        from: section, paragraphs: rest.paragraphs[next.shown], ranked: [.init(section, score: 1)],
        remaining: Array(rest.paragraphs[next.shown.upperBound...]), in: &state)
    }
    return nil
  }

  private func smallTalk(_ talk: SmallTalk, in state: ConversationState) -> Reply {
    if talk.id == "repeat" {
      guard let last = state.last else {
        return ordinary(.smallTalk, Reply.Content(body: Wording.nothingSaid))
      }
      return last
    }
    return ordinary(.smallTalk, Reply.Content(body: talk.reply))
  }

  private func reply(
    for decision: Decision, reading: QuestionReading, from library: Library,
    in state: inout ConversationState
  ) -> Reply {
    let knowledge = library.knowledge
    let ranked = decision.sections.prefix(3).compactMap { subject -> Reply.RankedSection? in
      subject.subject.sectionID.flatMap(knowledge.section).map {
        Reply.RankedSection($0, score: subject.hit.score)
      }
    }
    let corrections = reading.corrections
    switch decision.outcome {
    case .answer:
      guard let first = ranked.first, let section = knowledge.section(first.id) else {
        return notCovered(topic: nil, ranked: [], from: knowledge, corrections)
      }
      let passage = Passage(
        paragraphs: section.paragraphs,
        scores: library.index.paragraphScores(of: section.id, for: reading.query))
      return answer(
        from: section, paragraphs: passage.shown, ranked: ranked, corrections: corrections,
        in: &state)
    case .choice(let count):
      let offered = Array(ranked.prefix(count))
      state.offered = offered.map(\.id)
      var content = Reply.Content(body: Wording.choice(offered.map(\.title)))
      content.sections = ranked
      content.corrections = corrections
      return ordinary(.choice, content)
    case .notCovered(let id):
      let topic = id.flatMap { id in knowledge.notCovered.first { $0.id == id } }
      return notCovered(topic: topic, ranked: ranked, from: knowledge, corrections)
    case .personalAdvice:
      let finding = Assessment.Finding(
        safetyClass: .personalAdvice, rule: "personal-advice-phrasings",
        means: "The question is like those that only the care team may answer.",
        language: "en", words: reading.contentWords.map(\.word))
      return card(for: Assessment(findings: [finding]), in: &state)
        ?? notCovered(topic: nil, ranked: [], from: knowledge, corrections)
    case .smallTalk(let id):
      guard
        let talk = knowledge.smallTalk.first(where: { $0.id == id }) ?? knowledge.smallTalk.first
      else { return notCovered(topic: nil, ranked: ranked, from: knowledge, corrections) }
      return smallTalk(talk, in: state)
    }
  }

  private func notCovered(
    topic: NotCoveredTopic?, ranked: [Reply.RankedSection], from knowledge: Knowledge,
    _ corrections: [Reply.Correction]
  ) -> Reply {
    let near = topic.map { $0.near.compactMap(knowledge.section) } ?? []
    let suggestions =
      near.isEmpty
      ? ranked.map { Reply.Suggestion(id: $0.id, title: $0.title) }
      : near.map { Reply.Suggestion(id: $0.id, title: $0.title) }
    var content = Reply.Content(
      body: Wording.notCovered(
        says: topic?.says ?? Wording.nothingFits, suggestions: suggestions.map(\.title),
        clinic: knowledge.clinic.callPhrase))
    content.suggestions = suggestions
    content.corrections = corrections
    return ordinary(.notCovered, content)
  }

  private func answer(
    from section: Section, paragraphs: some Sequence<Int>, ranked: [Reply.RankedSection],
    corrections: [Reply.Correction] = [], remaining: [Int]? = nil,
    in state: inout ConversationState
  ) -> Reply {
    let shown = Array(paragraphs)
    let passage = Passage.joined(shown.map { section.paragraphs[$0] })
    state.rest = (
      section.id, remaining ?? section.paragraphs.indices.filter { !shown.contains($0) }
    )
    var parts = [passage, Wording.source(section)]
    if !corrections.isEmpty { parts.insert(Wording.correction(corrections), at: 0) }
    var content = Reply.Content(body: parts.joined(separator: "\n\n"))
    content.passage = passage
    content.sections = ranked
    content.corrections = corrections
    return ordinary(.answer, content)
  }

  private func ordinary(_ kind: Reply.Kind, _ content: Reply.Content) -> Reply {
    Reply(kind: kind, content: content, notice: notice)
  }

  // MARK: Explaining

  /// Returns how a subject's score came about in `trace`, each part naming the
  /// text it comes from; `nil` when the subject shares no word with the question.
  package func explanation(of subject: Subject, in trace: Trace) -> Explanation? {
    guard let library, let reading = trace.reading,
      let ranked = trace.decision?.ranking.first(where: { $0.subject == subject })
    else { return nil }
    return library.index.ranking.explain(ranked.hit, for: reading.query)
  }

  /// Returns the best units of a subject in `trace`, with their cosine: the
  /// texts that its score comes from.
  package func bestUnits(of subject: Subject, in trace: Trace) -> [(text: String, score: Double)] {
    guard let library,
      let ranked = trace.decision?.ranking.first(where: { $0.subject == subject })
    else { return [] }
    return ranked.hit.best.map { (library.index.units[$0.document].text, $0.score) }
  }

  /// What recognises danger.
  package var triage: Triage { safety.triage }

  /// The numbers that decide.
  package var decisionSettings: DecisionSettings { settings }
}

extension Reply.RankedSection {
  fileprivate init(_ section: Section, score: Double) {
    self.init(id: section.id, title: section.title, article: section.articleTitle, score: score)
  }
}
