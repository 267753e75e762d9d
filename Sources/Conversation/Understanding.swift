import Retrieval
import TextAnalysis

/// What a question was taken to mean.
package struct Understanding: Sendable {
  /// How it was read; a question that stands for another, as that one.
  package let reading: QuestionReading
  /// This question and the one before it as one, where it leans on that.
  package let joined: QuestionReading?
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
  ///   - isWord: as for ``QuestionReader/read(_:unless:)``.
  func understand(
    _ text: String, after previous: QuestionReading?, unless isWord: (String) -> Bool
  ) -> Understanding {
    let reading = reader.read(text, unless: isWord)
    let words = reading.words.map(\.text)
    guard let previous, followUps.leans(words) else {
      return decide(on: reading, among: followUps.sections(for: words))
    }
    if let asked = followUps.asking(previous.words.map(\.text), of: words) {
      return decide(
        on: reader.read(asked.joined(separator: " "), unless: isWord),
        among: followUps.sections(for: asked), isCarried: true)
    }
    let joined = reading.joined(after: previous)
    // What "it" stands for may bind the answer to its own sections.
    let carriesSubject = followUps.mentions(in: words).isEmpty
    let sections = followUps.sections(for: carriesSubject ? joined.words.map(\.text) : words)
    let alone = decide(on: reading, among: sections)
    if carriesSubject && sections != nil || !alone.decision.isSure {
      return decide(on: reading, joined: joined, among: sections, isCarried: true)
    }
    return alone
  }

  /// Returns what the next question may lean on: what was asked, with the names of
  /// the subject that it carried on.
  func subject(of understanding: Understanding, after previous: QuestionReading?) -> QuestionReading
  {
    let reading = understanding.reading
    guard let previous, followUps.leans(reading.words.map(\.text)),
      followUps.mentions(in: reading.words.map(\.text)).isEmpty
    else { return reading }
    let named = followUps.mentions(in: previous.words.map(\.text)).flatMap(\.words)
    return reading.putting(named.map { previous.words[$0] })
  }

  private func decide(
    on reading: QuestionReading, joined: QuestionReading? = nil, among sections: Set<String>?,
    isCarried: Bool = false
  ) -> Understanding {
    let ranking = ranking(leaningOn: joined)
    return Understanding(
      reading: reading, joined: joined, isCarried: isCarried,
      decision: Decision(on: reading, by: ranking, among: sections))
  }

  /// Returns how the score of `subject` came about; `nil` when it has none.
  func explanation(of subject: Subject, in understanding: Understanding) -> Explanation? {
    ranking(leaningOn: understanding.joined)
      .explanation(of: subject, for: understanding.reading)
  }

  private func ranking(leaningOn joined: QuestionReading?) -> any SubjectRanking {
    if let joined { LeaningRanking(ranking, joined: joined) } else { ranking }
  }
}
