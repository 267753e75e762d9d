import ContentLint
import Conversation
import KnowledgeBase

/// What should be looked at in the phrasings and the lexicon.
struct LintRun {
  private let folder: String
  private let learning: SubjectLearning
  private let questions: [LabelledQuestion]

  /// How many remarks of a kind are printed at most.
  private static let limit = 40

  /// Creates a run.
  ///
  /// - Parameter questions: the labelled questions; those kept aside are passed over.
  init(folder: String, learning: SubjectLearning, questions: [LabelledQuestion]) {
    self.folder = folder
    self.learning = learning
    self.questions = questions.filter { !$0.isKeptAside }
  }

  /// Prints all findings.
  ///
  /// - Returns: whether none of them is an error.
  func write() -> Bool {
    let phrasings = PhrasingsLint(learning.knowledge)
    let repeats = phrasings.repeats()
    let errors = repeats.filter { $0.weight == .error }
    write("the same phrasing under two subjects", errors, limit: .max)
    write("the same phrasing twice under one subject", repeats.filter { $0.weight == .remark })
    let percent = Int(PhrasingsLint.threshold * 100)
    let (between, within) = phrasings.nearDuplicates()
    write("phrasings of two subjects, alike by \(percent) % or more", between)
    write("phrasings of one subject, alike by \(percent) % or more", within)
    let (lost, compared) = SubjectContest(learning).remarks()
    write(
      "phrasings closer to another subject, of \(compared) asked with their voice left out", lost)
    writeGaps()
    let cycles = writeLexicon(phrasings)
    let errorCount = errors.count + cycles
    print("\nerrors: \(errorCount)")
    return errorCount == 0
  }

  private func write(_ title: String, _ findings: [Finding], limit: Int = Self.limit) {
    print("\n\(title): \(findings.count)")
    for finding in findings.prefix(limit) { print("  " + finding.description(in: folder)) }
    if findings.count > limit { print("  … and \(findings.count - limit) more") }
  }

  private func writeGaps() {
    let gaps = PhrasingsLint.gaps(in: learning.knowledge, voices: learning.voices)
    print("\nvoices that a section lacks, of \(learning.voices.count)")
    for (section, missing) in gaps {
      print(
        "  " + section.padded(to: 36) + (missing.isEmpty ? "-" : missing.joined(separator: ", ")))
    }
  }

  /// Prints what there is to say about the lexicon.
  ///
  /// - Returns: how many of these are errors.
  private func writeLexicon(_ phrasings: PhrasingsLint) -> Int {
    let lint = LexiconLint(learning.knowledge.lexicon)
    let cycles = lint.cycles()
    write("entries of the lexicon that stand for each other", cycles, limit: .max)
    write("entries that are overridden or stand for themselves", lint.idleForms(), limit: .max)
    let texts = questions.map(\.text)
    write(
      "entries that nobody says", lint.unheard(in: texts + phrasings.entries.map(\.text)),
      limit: .max)
    let (idle, used) = LexiconTrial(learning.knowledge, questions: texts).idleEntries()
    write(
      "entries without which no labelled question gets another reply, of \(used) that one says",
      idle.compactMap { lint.remark(about: $0, "`\($0)` changes no reply and no ranking") }
        .sorted { $0.line < $1.line },
      limit: .max)
    return cycles.count
  }
}
