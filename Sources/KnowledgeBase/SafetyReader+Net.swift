import Safety
import TextAnalysis

/// The net of examples: its weights, its thresholds, and the ideas of words.
extension SafetyReader {
  /// Reads what was learned from the examples; `nil` when nothing was.
  func readNet() -> (net: ExampleNet, source: String)? {
    // Half a net is none: the rules serve alone, and the check of the content fails.
    guard folder.file(Self.netFile) != nil, let file = folder.file(Self.netWeightsFile),
      let fields = document(0, of: Self.netFile), let head = LearnedFile.Head(fields)
    else { return nil }
    fields.allow("source", "weights", "thresholds")
    let numbers = head.thresholds
    numbers.allow("card", "support", "distress", "misuse", "advice", "harmless")
    let ideas = readWordIdeas()
    guard let card = numbers.number("card"), let support = numbers.number("support"),
      let distress = numbers.number("distress"), let misuse = numbers.number("misuse"),
      let advice = numbers.number("advice")
    else { return nil }
    guard
      let classifier = LearnedFile.classifier(
        file, hash: head.weights, index: "net.yaml", log: log)
    else { return nil }
    let thresholds = ExampleNet.Thresholds(
      card: card, support: support, distress: distress, misuse: misuse, advice: advice,
      harmless: harmless(numbers, below: support))
    guard let net = ExampleNet(classifier, ideas: ideas, thresholds: thresholds) else {
      log.note(
        file.path, 1,
        "expected the labels \(ExampleNet.labels.joined(separator: ", "))"
          + LearnedFile.learnAgain)
      return nil
    }
    return (net, head.source)
  }

  /// Reads the score below which rules give way. One that is not below `support` could
  /// silence rules on messages that the net itself finds alarming.
  private func harmless(_ numbers: YAMLReader, below support: Double) -> Double? {
    guard let harmless = numbers.optionalNumber("harmless") else { return nil }
    guard harmless < support else {
      numbers.note(
        field: "harmless", "`harmless` is not below `support`" + LearnedFile.learnAgain)
      return nil
    }
    return harmless
  }

  /// Whether the net is learned from the file at `path`.
  static func isLearnedFrom(_ path: String) -> Bool {
    path.hasPrefix(Self.path + "/")
      && ![Self.netFile, Self.netWeightsFile, linesFile, noticeFile].contains(path)
  }

  /// Reads `idea: word word …` lines; lines that begin with `#` are comments.
  func readWordIdeas() -> WordIdeas {
    var ideas = WordIdeas()
    guard let file = folder.file(Self.wordIdeasFile) else { return ideas }
    let bytes = file.bytes
    var start = 0
    var line = 0
    while start < bytes.count {
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let end = newline > start && bytes[newline - 1] == UInt8(ascii: "\r") ? newline - 1 : newline
      defer { start = newline + 1 }
      line += 1
      guard start < end, bytes[start] != UInt8(ascii: "#") else { continue }
      guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else {
        log.note(file.path, line, "expected `idea: word word`")
        continue
      }
      let idea = String(decoding: bytes[start..<colon], as: UTF8.self)
      for word in bytes[(colon + 1)..<end].split(separator: UInt8(ascii: " ")) {
        if !ideas.add(word.startIndex..<word.endIndex, in: bytes, to: idea) {
          let text = String(decoding: word, as: UTF8.self)
          log.note(file.path, line, "`\(text)` stands for an idea already")
        }
      }
    }
    return ideas
  }
}
