import Conversation
import KnowledgeBase

/// The labelled questions, each asked on its own.
struct LabelledRun {
  private let responder: Responder
  private var keptAside: [AskedQuestion] = []

  init(_ knowledge: Knowledge) {
    responder = Responder(knowledge)
  }

  /// Asks the questions of a file and prints how they were answered; those that went
  /// wrong too, where they are not kept aside.
  mutating func write(_ questions: [LabelledQuestion]) {
    let asked = questions.map { AskedQuestion($0, of: responder) }
    keptAside += asked.filter(\.question.isKeptAside)
    for isKeptAside in [false, true] {
      let part = asked.filter { $0.question.isKeptAside == isKeptAside }
      guard !part.isEmpty else { continue }
      let name = "labelled questions, " + (isKeptAside ? "kept aside" : "tuned on")
      writeProportions(part, name: name)
      CoverageReport(part).write(name)
      if !isKeptAside { writeMisses(part) }
    }
  }

  /// Prints how all questions that are kept aside were answered, whatever their file.
  func writeAllKeptAside() {
    guard !keptAside.isEmpty else { return }
    let name = "labelled questions, all that are kept aside"
    writeProportions(keptAside, name: name)
    CoverageReport(keptAside).write(name)
  }

  private func writeProportions(_ part: [AskedQuestion], name: String) {
    var kinds = Tally()
    var sections = Tally()
    for asked in part {
      let question = asked.question
      kinds.count(
        question.kind + (question.kind == "crisis" ? " \(question.section)" : ""), asked.isRight)
      guard question.kind == "answer" else { continue }
      sections.count("right section first", asked.isRightFirst)
      sections.count("in the first three", asked.sections.prefix(3).contains(question.section))
      asked.showsAnswer(from: responder.knowledge?.section(question.section)).map {
        sections.count("the paragraph that answers is shown", $0)
      }
      sections.count("first, style \(question.style)", asked.isRightFirst)
    }
    kinds.write("\(name): right reply")
    sections.write("\(name): ranking of answers")
  }

  private func writeMisses(_ part: [AskedQuestion]) {
    print("\nmisses of the part tuned on")
    let misses = part.filter { !$0.isRight }.map { asked in
      let got = asked.trace.reply.content.sections.first.map { " " + $0.id } ?? ""
      return "  \(asked.question.kind) \(asked.question.section): got "
        + "\(asked.trace.reply.kind.rawValue)\(got)  \"\(asked.question.text)\""
    }
    for miss in misses.sorted() { print(miss) }
  }
}
