import KnowledgeBase
import Safety

/// Makes the answer to one question: what the conversation so far makes of it,
/// small talk, and the sections that fit.
struct AnswerDesk {
  let library: Library
  let notice: SafetyNotice
  let isSpanish: Bool
  let isWord: (String) -> Bool
  /// What was said so far.
  var state: ConversationState

  private var knowledge: Knowledge { library.knowledge }
  private var index: SubjectIndex { library.index }

  mutating func answer(_ question: Question, into trace: inout Trace) -> Library.Answer {
    if let reply = answerFromState(question) { return .reply(reply) }
    if let talk = library.smallTalk.match(question.text) {
      trace.smallTalk = talk.id
      return .reply(smallTalk(talk))
    }
    let text = library.smallTalk.withoutCourtesies(question.text)
    state.offered = []
    state.rest = nil
    let parts = QuestionParts.split(text)
    if parts.count > 1 {
      let understandings = understand(parts)
      if let reply = answer(all: understandings) {
        trace.understanding = understandings.first
        trace.others = Array(understandings.dropFirst())
        return .reply(reply)
      }
    }
    let understanding = understand([text])[0]
    trace.understanding = understanding
    let answer = self.answer(understanding)
    remember(understanding, answer)
    return answer
  }

  // MARK: What was said before

  /// Answers what only makes sense after the reply before: a number that picks
  /// an offered section, "more".
  private mutating func answerFromState(_ question: Question) -> Reply? {
    let words = question.text.lowercased().filter { !".!?".contains($0) }
    let read = index.reader.words(of: words)
    if let section = picked(question.number, read) {
      state.asked = (index.reader.read(section.title), section.id)
      return show(
        Passage(paragraphs: section.paragraphs).shown, of: section,
        ranked: [Reply.RankedSection(section, score: 1)])
    }
    if let number = question.number { return reply(toNumber: number) }
    guard words == "more" || index.followUps.asksForMore(read) else { return nil }
    guard let rest = state.rest, let section = knowledge.section(rest.section) else {
      return ordinary(.smallTalk, Reply.Content(body: Wording.nothingMore))
    }
    let ranked = [Reply.RankedSection(section, score: 1)]
    if rest.paragraphs.isEmpty {
      guard rest.isWhole else {
        return ordinary(.smallTalk, Reply.Content(body: Wording.nothingMore))
      }
      var reply = show(section.paragraphs.indices, of: section, ranked: ranked)
      reply.content.body = Wording.nothingElse + "\n\n" + reply.content.body
      return reply
    }
    let next = Passage(paragraphs: rest.paragraphs.map { section.paragraphs[$0] })
    return show(
      rest.paragraphs[next.shown], of: section, ranked: ranked,
      remaining: Array(rest.paragraphs[next.shown.upperBound...]))
  }

  /// Returns the section that a message picks, by number or in words, of those offered
  /// or, in words, of those that tell of what an answer listed.
  private func picked(_ number: Int?, _ words: [String]) -> Section? {
    if let number {
      guard number > 0, number <= state.offered.count else { return nil }
      return knowledge.section(state.offered[number - 1])
    }
    let sections = state.offered.isEmpty ? state.listed : state.offered
    // Of what was named aside, a question may hold "the first day".
    let isAside = state.isOfferAside && !state.offered.isEmpty
    let place: Int? =
      switch index.followUps.pick(words, isNothingElse: isAside) {
      case .place(let place): place
      case .last: sections.count - 1
      case .other:
        sections.count == 2 && !isAside
          ? sections.firstIndex { $0 != state.asked?.section } : nil
      case nil: nil
      }
    return place.flatMap { sections.indices.contains($0) ? knowledge.section(sections[$0]) : nil }
  }

  /// Answers a number that picks nothing: what was offered is offered again.
  private func reply(toNumber number: Int) -> Reply {
    let offered = state.offered.compactMap(knowledge.section)
    // A choice is between two at least.
    guard offered.count > 1 else {
      return ordinary(
        .notCovered,
        Reply.Content(
          body: Wording.silent(
            says: Wording.numberOfNothing(number), clinic: knowledge.clinic.callPhrase)))
    }
    var content = Reply.Content(body: Wording.choose(among: offered.map(\.title), not: number))
    content.sections = offered.prefix(3).map { Reply.RankedSection($0, score: 1) }
    return ordinary(.choice, content)
  }

  /// Returns what each question means, each leaning on the one before it.
  private func understand(_ questions: [String]) -> [Understanding] {
    var previous = state.asked?.reading
    var section = state.asked?.section
    return questions.map { question in
      let understanding = index.understand(
        question, after: previous, answeredBy: section, unless: isWord)
      previous = index.subject(of: understanding, after: previous)
      // What answers this one is not decided yet.
      section = nil
      return understanding
    }
  }

  private mutating func remember(_ understanding: Understanding, _ answer: Library.Answer) {
    var section: String?
    if case .reply(let reply) = answer {
      guard reply.kind != .smallTalk else { return }
      section = reply.content.sections.first?.id
    }
    state.asked = (
      index.subject(of: understanding, after: state.asked?.reading), section
    )
  }

  // MARK: Replies

  private func smallTalk(_ talk: SmallTalk) -> Reply {
    if talk.id == SmallTalk.again {
      guard let last = state.last else {
        return ordinary(.smallTalk, Reply.Content(body: Wording.nothingSaid))
      }
      guard !last.isCard else { return last }
      return Reply(
        kind: .smallTalk, content: Reply.Content(body: last.content.body), notice: notice,
        safetyClass: last.safetyClass, supportLines: last.supportLines)
    }
    return ordinary(.smallTalk, Reply.Content(body: talk.reply))
  }

  private mutating func answer(_ understanding: Understanding) -> Library.Answer {
    let ranked = ranked(understanding)
    switch understanding.decision.outcome {
    case .answer:
      guard let first = ranked.first, let section = knowledge.section(first.id) else {
        return .reply(notCovered(topic: nil, ranked: [], understanding))
      }
      return .reply(
        completed(
          show(paragraphs(of: section, for: understanding), of: section, ranked: ranked),
          [understanding]))
    case .choice(let count):
      let offered = Array(ranked.prefix(count))
      state.offered = offered.map(\.id)
      state.isOfferAside = false
      var content = Reply.Content(body: Wording.choice(offered.map(\.title)))
      content.sections = ranked
      return .reply(completed(ordinary(.choice, content), [understanding]))
    case .notCovered(let id):
      let topic = id.flatMap { id in knowledge.notCovered.first { $0.id == id } }
      return .reply(notCovered(topic: topic, ranked: ranked, understanding))
    case .personalAdvice:
      return .personalAdvice(words: understanding.reading.contentWords.map(\.word))
    case .smallTalk(let id):
      guard
        let talk = knowledge.smallTalk.first(where: { $0.id == id }) ?? knowledge.smallTalk.first
      else { return .reply(notCovered(topic: nil, ranked: ranked, understanding)) }
      return .reply(smallTalk(talk))
    }
  }

  /// Answers several questions of one line, the first first; `nil` unless each has
  /// an answer of its own, or is surely one that the articles are silent on.
  private mutating func answer(all understandings: [Understanding]) -> Reply? {
    // Nothing is remembered as shown when the whole line is answered instead.
    let before = (rest: state.rest, listed: state.listed)
    guard let reply = answerEach(of: understandings) else {
      (state.rest, state.listed) = before
      return nil
    }
    return reply
  }

  private mutating func answerEach(of understandings: [Understanding]) -> Reply? {
    var bodies: [String] = []
    var passages: [String] = []
    var sections: [Reply.RankedSection] = []
    for understanding in understandings {
      guard understanding.decision.isSure else { return nil }
      switch understanding.decision.outcome {
      case .answer:
        guard let first = ranked(understanding).first, let section = knowledge.section(first.id),
          !sections.contains(where: { $0.id == first.id })
        else { return nil }
        let reply = show(
          paragraphs(of: section, for: understanding), of: section, ranked: [first])
        bodies.append(reply.content.body)
        passages.append(reply.content.passage ?? "")
        sections.append(first)
      case .notCovered(let id):
        guard let topic = id.flatMap({ id in knowledge.notCovered.first { $0.id == id } }) else {
          return nil
        }
        bodies.append(Wording.silent(says: topic.says, clinic: knowledge.clinic.callPhrase))
      default: return nil
      }
    }
    guard !sections.isEmpty, let last = understandings.last else { return nil }
    var content = Reply.Content(body: bodies.joined(separator: "\n\n"))
    content.passage = Passage.joined(passages)
    content.sections = sections
    let reply = completed(ordinary(.answer, content), understandings)
    state.asked = (index.subject(of: last, after: state.asked?.reading), sections.last?.id)
    return reply
  }

  private func ranked(_ understanding: Understanding) -> [Reply.RankedSection] {
    understanding.decision.sections.prefix(3).compactMap { ranked in
      ranked.subject.sectionID.flatMap(knowledge.section).map {
        Reply.RankedSection($0, score: ranked.score)
      }
    }
  }

  private func paragraphs(of section: Section, for understanding: Understanding) -> Range<Int> {
    let scores = index.paragraphScores(of: section, for: understanding.reading)
    // Of equals the first.
    let best = scores.indices.reversed().max { scores[$0] < scores[$1] }
    return Passage(paragraphs: section.paragraphs, around: best ?? 0).shown
  }

  private mutating func notCovered(
    topic: NotCoveredTopic?, ranked: [Reply.RankedSection], _ understanding: Understanding
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
    state.offered = suggestions.map(\.id)
    state.isOfferAside = true
    return completed(ordinary(.notCovered, content), [understanding])
  }

  /// Shows paragraphs of a section, and remembers those that are left.
  private mutating func show(
    _ paragraphs: some Sequence<Int>, of section: Section, ranked: [Reply.RankedSection],
    remaining: [Int]? = nil
  ) -> Reply {
    let shown = Array(paragraphs)
    // A list stays in view while what it names is read.
    if !state.listed.contains(section.id) { state.listed = index.followUps.list(in: section.id) }
    let passage = Passage.joined(shown.map { section.paragraphs[$0] })
    state.rest = ConversationState.Rest(
      section: section.id,
      paragraphs: remaining ?? section.paragraphs.indices.filter { !shown.contains($0) },
      isWhole: shown.count == section.paragraphs.count)
    var content = Reply.Content(body: passage + "\n\n" + Wording.source(section))
    content.passage = passage
    content.sections = ranked
    return ordinary(.answer, content)
  }

  /// Says before an answer how the question was read.
  private func completed(_ reply: Reply, _ understandings: [Understanding]) -> Reply {
    var reply = reply
    var corrections: [Reply.Correction] = []
    for correction in understandings.flatMap(\.reading.corrections)
    where !corrections.contains(correction) { corrections.append(correction) }
    var lines = isSpanish ? [Wording.spanish] : []
    if !corrections.isEmpty { lines.append(Wording.correction(corrections)) }
    reply.content.corrections = corrections
    reply.content.carried = understandings.first?.isCarried == true ? state.asked?.section : nil
    reply.content.body = (lines + [reply.content.body]).joined(separator: "\n\n")
    return reply
  }

  private func ordinary(_ kind: Reply.Kind, _ content: Reply.Content) -> Reply {
    Reply(kind: kind, content: content, notice: notice)
  }
}

extension Reply.RankedSection {
  fileprivate init(_ section: Section, score: Double) {
    self.init(
      id: section.id, title: section.title, article: section.articleTitle,
      score: min(1, max(0, score)))
  }
}
