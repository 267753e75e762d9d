import Conversation
import FoundationEssentials
import Glibc
import KnowledgeBase

// Usage: Evaluation KNOWLEDGE QUESTIONS [--misses] [--no-phrasings] [--thresholds]
//
// Asks every labelled question through the production path and prints, for the
// part that may be tuned on and the part kept aside, how many got the right
// kind and the right section; then the same with one voice of the phrasings
// left out in turn. With --thresholds prints instead what each threshold of the
// decision would cost on either side; with --ordinary-words and dictionaries
// (a word a line) the words that triage would take for something else.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: Evaluation KNOWLEDGE QUESTIONS [--misses] [--no-phrasings]")
  exit(64)
}
let table = try String(
  decoding: Data(contentsOf: URL(filePath: arguments[2])), as: UTF8.self)
let questions = LabelledQuestion.read(table)
guard !questions.isEmpty else {
  print("no question in \(arguments[2])")
  exit(65)
}
do {
  var knowledge = try Knowledge(at: arguments[1])
  if arguments.contains("--no-phrasings") {
    knowledge = knowledge.keepingPhrasings { _ in false }
  }
  print("content \(knowledge.hash)")
  if let option = arguments.firstIndex(of: "--ordinary-words") {
    try OrdinaryWords(knowledge).write(dictionaries: arguments[(option + 1)...])
    exit(0)
  }
  if arguments.contains("--thresholds") {
    ThresholdRun(knowledge).write()
    exit(0)
  }
  LabelledRun(knowledge, questions: questions).write(misses: arguments.contains("--misses"))
  if !arguments.contains("--no-phrasings") { VoiceRun(knowledge).write() }
} catch {
  print("the content cannot be served: \(error)")
  exit(65)
}
