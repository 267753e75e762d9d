import Retrieval
import TextAnalysis

/// What a question was taken to mean.
package struct Understanding: Sendable {
  /// How it was read; a question that stands for another, as that one.
  package let reading: QuestionReading
  /// What it leans on, where it leans on the question before.
  package let leaning: Leaning?
  /// Whether the topic of the question before it was carried on.
  package let isCarried: Bool
  /// What was decided.
  package let decision: Decision
}

extension SubjectIndex {
  /// Returns what a question means.
  ///
  /// - Parameters:
  ///   - text: the question.
  ///   - previous: the question before it, if it was one about the content.
  ///   - section: the section that answered that.
  ///   - isWord: as for ``QuestionReader/read(_:unless:)``.
  func understand(
    _ text: String, after previous: QuestionReading?, answeredBy section: String?,
    unless isWord: (String) -> Bool
  ) -> Understanding {
    let reading = reader.read(text, unless: isWord)
    let words = reading.words.map(\.text)
    let leans = followUps.leans(words)
    guard let previous, leans || turns != nil else {
      return decide(on: reading, among: followUps.sections(for: words))
    }
    if let asked = followUps.asking(previous.words.map(\.text), of: words) {
      return decide(
        on: reader.read(asked.joined(separator: " "), unless: isWord),
        among: followUps.sections(for: asked), isCarried: true)
    }
    let leaning = leaning(of: reading, on: previous, answeredBy: section)
    // What "it" stands for may bind the answer to its own sections.
    let carriesSubject = leans && followUps.mentions(in: words).isEmpty
    let sections = followUps.sections(
      for: carriesSubject ? leaning.joined.words.map(\.text) : words)
    let alone = decide(on: reading, among: sections)
    let isEnough = alone.decision.leavesLittleDoubt(ofFollowUp: turns != nil)
    guard carriesSubject && sections != nil || !isEnough else { return alone }
    let both = decide(on: reading, leaningOn: leaning, among: sections)
    let isCarried =
      leans || both.decision.outcome != alone.decision.outcome
      || both.decision.sections.first?.subject != alone.decision.sections.first?.subject
    return Understanding(
      reading: reading, leaning: leaning, isCarried: isCarried, decision: both.decision)
  }

  /// Returns what a question leans on when it follows another.
  func leaning(
    of reading: QuestionReading, on previous: QuestionReading, answeredBy section: String?
  ) -> Leaning {
    let named = followUps.mentions(in: reading.words.map(\.text))
    return Leaning(
      previous: previous.words.map(\.text),
      joined: reading.joined(after: kept(of: previous, beside: named)), section: section)
  }

  /// Returns a question without the names that those in the next one stand in for.
  private func kept(
    of previous: QuestionReading, beside named: [FollowUps.Mention]
  ) -> QuestionReading {
    let gone = followUps.mentions(in: previous.words.map(\.text), thatGiveWayTo: named)
      .flatMap(\.words)
    guard !gone.isEmpty else { return previous }
    let words = previous.words.indices.filter { !gone.contains($0) }
      .map { previous.words[$0].text }
    return reader.read(words.joined(separator: " ")) { _ in true }
  }

  /// Returns what the next question may lean on: what was asked, with the names of
  /// the subjects that it carried on.
  func subject(of understanding: Understanding, after previous: QuestionReading?) -> QuestionReading
  {
    let reading = understanding.reading
    let words = reading.words.map(\.text)
    guard let previous, followUps.leans(words) else { return reading }
    let before = previous.words.map(\.text)
    let named = followUps.mentions(in: words)
    let gone = followUps.mentions(in: before, thatGiveWayTo: named)
    let carried = followUps.mentions(in: before).filter { !gone.contains($0) }.flatMap(\.words)
    return reading.putting(carried.map { previous.words[$0] })
  }

  private func decide(
    on reading: QuestionReading, leaningOn leaning: Leaning? = nil, among sections: Set<String>?,
    isCarried: Bool = false
  ) -> Understanding {
    let ranking = ranking(leaningOn: leaning)
    return Understanding(
      reading: reading, leaning: leaning, isCarried: isCarried,
      decision: Decision(on: reading, by: ranking, among: sections))
  }

  /// Returns how the score of `subject` came about; `nil` when it has none.
  func explanation(of subject: Subject, in understanding: Understanding) -> Explanation? {
    ranking(leaningOn: understanding.leaning)
      .explanation(of: subject, for: understanding.reading)
  }

  private func ranking(leaningOn leaning: Leaning?) -> any SubjectRanking {
    if let leaning { LeaningRanking(ranking, leaning, turns: turns) } else { ranking }
  }
}
