import Conversation
import KnowledgeBase
import Safety

/// The labelled questions, each asked on its own.
struct LabelledRun {
  private let responder: Responder
  private let questions: [LabelledQuestion]

  init(_ knowledge: Knowledge, questions: [LabelledQuestion]) {
    responder = Responder(knowledge)
    self.questions = questions
  }

  func write(misses: Bool) {
    for isKeptAside in [false, true] {
      var kinds = Tally()
      var sections = Tally()
      var missed: [String] = []
      for question in questions where question.isKeptAside == isKeptAside {
        var state = ConversationState()
        let trace = responder.trace(question.text, in: &state)
        let isRight = Self.isRight(question, trace.reply)
        kinds.count(
          question.kind + (question.kind == "crisis" ? " \(question.section)" : ""), isRight)
        if question.kind == "answer" {
          let ranked = trace.decision?.sections.prefix(3).compactMap(\.subject.sectionID) ?? []
          sections.count("right section first", ranked.first == question.section)
          sections.count("in the first three", ranked.contains(question.section))
          sections.count("first, style \(question.style)", ranked.first == question.section)
        }
        if !isRight {
          let got = trace.reply.content.sections.first.map { " " + $0.id } ?? ""
          missed.append(
            "  \(question.kind) \(question.section): got \(trace.reply.kind.rawValue)\(got)"
              + "  \"\(question.text)\"")
        }
      }
      let part = isKeptAside ? "kept aside" : "tuned on"
      kinds.write("labelled questions, \(part): right reply")
      sections.write("labelled questions, \(part): ranking of answers")
      if misses, !isKeptAside {
        print("\nmisses of the part tuned on")
        for line in missed.sorted() { print(line) }
      }
    }
  }

  private static func isRight(_ question: LabelledQuestion, _ reply: Reply) -> Bool {
    switch question.kind {
    case "answer":
      reply.kind == .answer && reply.content.sections.first?.id == question.section
    case "safe": !(reply.safetyClass?.isAboutLife ?? false)
    default: reply.kind.rawValue == question.kind
    }
  }
}
