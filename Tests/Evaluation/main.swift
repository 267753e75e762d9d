import Conversation
import Glibc
import KnowledgeBase
import Safety

// Usage: Evaluation KNOWLEDGE [questions FILE… [--no-phrasings] | dialogues FILE… |
//        lint FILE… | messages | misjudged | exam FILE… | learn [safety|subjects] | speed |
//        ordinary-words DICTIONARY…]
//
//   questions       asks the labelled questions, then the phrasings with voices
//                   left out in turn, and prints how many got the right reply
//   dialogues       plays whole conversations and prints how many turns got the right
//                   reply
//   lint            what should be looked at in the phrasings and the lexicon; fails when
//                   something must be mended
//   messages        how triage judges the safety examples with their voice left out
//   misjudged       the safety examples judged wrong with their voice left out
//   exam            how the served triage judges the labelled messages of the files
//   learn           learns the net of examples and the subjects and writes the
//                   files they are served from
//   speed           how long triage takes
//   ordinary-words  the words of dictionaries that triage would take for others

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: Evaluation KNOWLEDGE questions|dialogues|lint|messages|exam|learn|speed|…")
  exit(64)
}
let (folder, command, rest) = (arguments[1], arguments[2], Array(arguments.dropFirst(3)))
do {
  let knowledge = try Knowledge(at: folder)
  print("content \(knowledge.hash)")
  switch command {
  case "questions":
    let kept =
      rest.contains("--no-phrasings") ? knowledge.keepingPhrasings { _ in false } : knowledge
    var run = LabelledRun(kept)
    for file in rest where !file.hasPrefix("--") {
      print("\n\(file)")
      run.write(try LabelledQuestion.readAll(at: file))
    }
    run.writeAllKeptAside()
    if !rest.contains("--no-phrasings") {
      VoiceRun(try SubjectLearning(knowledge, folder: folder)).write()
    }
  case "dialogues":
    for file in rest {
      print("\n\(file)")
      DialogueRun(knowledge).write(
        try Transcript.readMany(at: file), misses: !LabelledQuestion.isKeptAside(file: file))
    }
  case "lint":
    let isClean = LintRun(
      folder: folder, learning: try SubjectLearning(knowledge, folder: folder),
      questions: try rest.flatMap(LabelledQuestion.readAll)
    ).write()
    if !isClean { exit(1) }
  case "messages":
    try MessageRun(knowledge, learning: NetLearning(knowledge, folder: folder)).write()
  case "misjudged":
    MessageRun(knowledge, learning: try NetLearning(knowledge, folder: folder)).writeMisjudged()
  case "exam":
    for file in rest { try MessageExam(knowledge.safety.triage).write(file) }
  case "learn":
    if rest != ["subjects"] {
      let learning = try NetLearning(knowledge, folder: folder)
      try NetFiles(
        folder: folder, run: MessageRun(knowledge, learning: learning), learning: learning
      ).write()
    }
    if rest != ["safety"] {
      try SubjectFiles(folder: folder, learning: SubjectLearning(knowledge, folder: folder)).write()
    }
  case "speed": SpeedRun(knowledge).write()
  case "ordinary-words": try OrdinaryWords(knowledge).write(dictionaries: rest)
  default:
    print("no such run: \(command)")
    exit(64)
  }
} catch {
  print("the content cannot be served: \(error)")
  exit(65)
}
