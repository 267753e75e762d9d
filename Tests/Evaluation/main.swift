import Conversation
import FoundationEssentials
import Glibc
import KnowledgeBase
import Safety

// Usage: Evaluation KNOWLEDGE [questions FILE… [--no-phrasings] | thresholds |
//        messages FILE… | learn | speed | ordinary-words DICTIONARY…]
//
//   questions       asks the labelled questions, then the phrasings with one voice
//                   left out in turn, and prints how many got the right reply
//   thresholds      what each threshold of the decision would cost on either side
//   messages        how triage judges the safety examples with their voice left
//                   out, and the labelled messages of the files
//   learn           learns the net of examples and writes its two files
//   speed           how long triage takes
//   ordinary-words  the words of dictionaries that triage would take for others

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: Evaluation KNOWLEDGE questions|thresholds|messages|learn|speed|ordinary-words …")
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
    for file in rest where !file.hasPrefix("--") {
      print("\n\(file)")
      let table = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
      LabelledRun(kept, questions: LabelledQuestion.read(table)).write(misses: true)
    }
    if !rest.contains("--no-phrasings") { VoiceRun(kept).write() }
  case "thresholds": ThresholdRun(knowledge).write()
  case "messages":
    try MessageRun(knowledge, learning: NetLearning(knowledge, folder: folder)).write()
    for file in rest { try MessageExam(knowledge.safety.triage).write(file) }
  case "learn":
    let learning = try NetLearning(knowledge, folder: folder)
    try NetFiles(
      folder: folder, run: MessageRun(knowledge, learning: learning), learning: learning
    ).write()
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
