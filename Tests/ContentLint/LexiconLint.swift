package import KnowledgeBase
import TextAnalysis

/// Entries of the lexicon that cannot be meant so, or that nobody says.
package struct LexiconLint {
  private let synonyms: [Lexicon.Synonym]
  private let said: [[Term]]
  private let analyzer: Analyzer

  private static let file = "lexicon.yaml"

  /// Lists the entries of `lexicon`.
  package init(_ lexicon: Lexicon) {
    let analyzer = Analyzer(
      Analyzer.Settings(protectedWords: Set(lexicon.protectedWords.map(Normalizer.fold))))
    self.analyzer = analyzer
    synonyms = lexicon.synonyms
    said = synonyms.map { analyzer.terms(in: $0.say) }
  }

  /// Returns an error for every circle: entries each of which stands for the next say
  /// nothing about which of them is the article's word.
  package func cycles() -> [Finding] {
    let numbers = Dictionary(zip(said, said.indices), uniquingKeysWith: { _, last in last })
    let successors = synonyms.map { entry in
      entry.means.compactMap { numbers[analyzer.terms(in: $0)] }
    }
    return Cycles.find(in: successors).map { cycle in
      let names = cycle.map { "`\(synonyms[$0].say)` (line \(synonyms[$0].line))" }
      return finding(
        .error, cycle[0], "entries that stand for each other: " + names.joined(separator: ", "))
    }
  }

  /// Returns a remark for every entry that another one with the same stems overrides,
  /// and for every one that stands for itself.
  package func idleForms() -> [Finding] {
    let last = Dictionary(zip(said, said.indices), uniquingKeysWith: { _, last in last })
    return synonyms.indices.flatMap { number -> [Finding] in
      let entry = synonyms[number]
      var findings: [Finding] = []
      if let other = last[said[number]], other != number {
        findings.append(
          finding(
            .remark, number,
            "`\(entry.say)` has the stems of `\(synonyms[other].say)` at line "
              + "\(synonyms[other].line), which is used in its place"))
      }
      for word in entry.means where analyzer.terms(in: word) == said[number] {
        findings.append(
          finding(.remark, number, "`\(entry.say)` stands for `\(word)`, which has the same stem"))
      }
      return findings
    }
  }

  /// Returns a remark for every entry that comes in none of `texts`.
  package func unheard(in texts: [String]) -> [Finding] {
    let lengths = Set(said.map(\.count))
    var heard: Set<[Term]> = []
    for text in texts {
      let terms = analyzer.terms(in: text)
      for length in lengths where length > 0 && length <= terms.count {
        for start in 0...terms.count - length {
          heard.insert(Array(terms[start..<start + length]))
        }
      }
    }
    return synonyms.indices.filter { !heard.contains(said[$0]) }.map { number in
      finding(
        .remark, number,
        "`\(synonyms[number].say)` comes in no labelled question and no phrasing")
    }
  }

  /// Returns a remark about the entry that says `say`.
  package func remark(about say: String, _ message: String) -> Finding? {
    synonyms.firstIndex { $0.say == say }.map { finding(.remark, $0, message) }
  }

  private func finding(_ weight: Finding.Weight, _ number: Int, _ message: String) -> Finding {
    Finding(weight: weight, file: Self.file, line: synonyms[number].line, message: message)
  }
}
