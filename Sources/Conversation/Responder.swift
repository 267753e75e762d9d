package import KnowledgeBase
package import Retrieval
package import Safety

/// Answers questions: triage, then small talk, then retrieval and the decision.
///
/// One path for every command; it never throws, and whatever it is given comes
/// back as a reply with the safety notice. Not safe to share between threads.
package final class Responder {
  private let library: Library?
  private let safety: SafetyContent
  private let setting: Setting

  /// The content that is served; `nil` when none could be loaded.
  package var knowledge: Knowledge? { library?.knowledge }

  /// Creates a responder that answers from `knowledge`.
  ///
  /// - Parameters:
  ///   - knowledge: the content served.
  ///   - setting: which help comes first; the clinic's own setting by default.
  package init(_ knowledge: Knowledge, setting: Setting? = nil) {
    library = Library(knowledge, index: SubjectIndex(knowledge))
    safety = knowledge.safety
    self.setting = setting ?? knowledge.clinic.setting
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
    library = Library(knowledge, index: index)
    safety = knowledge.safety
    self.setting = setting ?? knowledge.clinic.setting
  }

  /// Creates a responder that has no articles: it shows safety cards, and for
  /// everything else the notice.
  package init(withoutArticles safety: SafetyContent, setting: Setting? = nil) {
    library = nil
    self.safety = safety
    self.setting = setting ?? .kiosk
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
      to: nil, assessment: assess(readable, in: state), in: &state, otherwise: error(failure))
    trace.reply = keepingLinesInView(trace.reply, state)
    remember(trace.reply, isAnswer: trace.reply.isCard, in: &state)
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
    } catch .empty {
      // Nothing was said, and nothing is forgotten.
      let problem = Wording.failure(for: .empty)
      return Trace(
        question: nil, assessment: Assessment(findings: []),
        reply: keepingLinesInView(error(problem), state))
    } catch {
      // Too long to answer is not too long to be a cry for help.
      return trace(Wording.failure(for: error), readable: typed, in: &state)
    }
    var trace = respond(
      to: question, assessment: assess(typed, in: state), in: &state,
      otherwise: error(
        Reply.Failure(code: "knowledge_unavailable", message: Wording.unavailable)))
    trace.reply = keepingLinesInView(trace.reply, state)
    remember(trace.reply, isAnswer: true, in: &state)
    return trace
  }

  /// Remembers a reply; a line that could not be used and calls for no card is forgotten.
  private func remember(_ reply: Reply, isAnswer: Bool, in state: inout ConversationState) {
    guard isAnswer else { return }
    state.last = reply
    if reply.safetyClass?.isAboutLife != true { state.cardJustShown = nil }
  }

  // MARK: The steps

  /// Returns what a message calls for; a short answer to a card about danger to
  /// life stays with the danger.
  private func assess(_ message: String, in state: ConversationState) -> Assessment {
    state.cardJustShown.map { safety.triage.assess(message, after: $0) }
      ?? safety.triage.assess(message)
  }

  /// Shows a card when triage finds one; otherwise asks the library, and when
  /// there is no question or no library falls back on `otherwise`.
  private func respond(
    to question: Question?, assessment: Assessment, in state: inout ConversationState,
    otherwise: Reply
  ) -> Trace {
    if let card = card(for: assessment, in: &state) {
      if card.kind == .personalAdvice, let question, let library {
        // "And with a beer?" leans on it.
        state.asked = (
          library.index.reader.read(question.text, unless: safety.triage.isWord), nil
        )
      }
      return Trace(question: question, assessment: assessment, reply: card)
    }
    var trace = Trace(question: question, assessment: assessment, reply: otherwise)
    let before = state
    if let question, let library {
      answer(question, from: library, in: &state, into: &trace)
    }
    if let question, let shown = before.cardJustShown, !trace.isSurelyAnswered,
      let assessment = safety.triage.assess(bare: question.text, after: shown)
    {
      // What was found of it as a question did not happen.
      state = before
      if let card = card(for: assessment, in: &state) {
        return Trace(question: question, assessment: assessment, reply: card)
      }
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
    state.listed = []
    state.rest = nil
    state.asked = nil
    if safetyClass.isAboutLife {
      state.languageOfLines = assessment.language
      state.cardJustShown = Triage.ShownCard(safetyClass, in: assessment.language)
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
    state.languageOfLines.map { supported(reply, in: $0) } ?? reply
  }

  private func answer(
    _ question: Question, from library: Library, in state: inout ConversationState,
    into trace: inout Trace
  ) {
    let answer = library.answer(
      question, notice: notice, isSpanish: trace.assessment.isSpanish,
      unless: safety.triage.isWord, in: &state, into: &trace)
    switch answer {
    case .reply(let reply): trace.reply = reply
    case .personalAdvice(let words):
      let finding = Assessment.Finding(
        safetyClass: .personalAdvice, rule: "personal-advice-phrasings",
        means: "The question is like those that only the care team may answer.",
        language: trace.assessment.language, words: words)
      let asked = state.asked
      if let card = card(for: Assessment(findings: [finding]), in: &state) { trace.reply = card }
      // "And with a beer?" leans on what was asked before it.
      state.asked = asked
    }
  }

  // MARK: Explaining

  /// Returns how a subject's score came about in `trace`, each part naming the
  /// text it comes from; `nil` when the subject shares no word with the question.
  package func explanation(of subject: Subject, in trace: Trace) -> Explanation? {
    guard let library, let understanding = trace.understanding else { return nil }
    return library.index.explanation(of: subject, in: understanding)
  }

  /// Returns the best units of a subject in `trace`, with their cosine: the
  /// texts that its score comes from.
  package func bestUnits(of subject: Subject, in trace: Trace) -> [(text: String, score: Double)] {
    guard let library, let reading = trace.reading else { return [] }
    return library.index.ranking.bestTexts(of: subject, for: reading)
  }

  /// Returns how well each paragraph of the section that fits best answers in `trace`, in
  /// article order; none where retrieval was not asked.
  package func paragraphScores(in trace: Trace) -> [Double] {
    guard let library, let reading = trace.reading,
      let id = trace.decision?.sections.first?.subject.sectionID,
      let section = library.knowledge.section(id)
    else { return [] }
    return library.index.paragraphScores(of: section, for: reading)
  }

  /// What recognises danger.
  package var triage: Triage { safety.triage }
}
