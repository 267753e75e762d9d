package import KnowledgeBase
import TextAnalysis

/// Ways of asking that stand there twice, or nearly.
package struct PhrasingsLint {
  /// A way of asking and where it stands.
  package struct Entry: Hashable, Sendable {
    /// What it asks for.
    package let target: String
    /// Who talks like that.
    package let voice: String
    /// The text as it stands.
    package let text: String
    /// The line, counted from 1.
    package let line: Int
    /// Its words without case, accents and marks.
    package let normalForm: String

    /// The file it stands in.
    package var file: String { "phrasings/\(target).txt" }
    /// Where it stands.
    package var place: String { "\(file):\(line)" }
  }

  /// The likeness from which two are near duplicates: on a question of six words, one
  /// that is spelt otherwise or left out.
  package static let threshold = 0.8

  /// All ways of asking, in the order of the files.
  package let entries: [Entry]

  /// Lists the ways of asking of `knowledge`.
  package init(_ knowledge: Knowledge) {
    entries = knowledge.phrasings.flatMap { list in
      list.phrasings.map { phrasing in
        Entry(
          target: list.target, voice: phrasing.voice, text: phrasing.text, line: phrasing.line,
          normalForm: Tokenizer.words.tokens(in: phrasing.text).map { Normalizer.fold($0.text) }
            .joined(separator: " "))
      }
    }
  }

  /// Returns an error for every text that asks for two things, and a remark for every
  /// one that stands twice under the same.
  package func repeats() -> [Finding] {
    var first: [String: Entry] = [:]
    return entries.compactMap { entry in
      guard let earlier = first[entry.normalForm] else {
        first[entry.normalForm] = entry
        return nil
      }
      return Finding(
        weight: earlier.target == entry.target ? .remark : .error, file: entry.file,
        line: entry.line, message: "\"\(entry.text)\" also stands at \(earlier.place)")
    }
  }

  /// Returns a remark for every two texts that are nearly the same, the most alike
  /// first: those that ask for two things, and those that ask for one.
  package func nearDuplicates() -> (between: [Finding], within: [Finding]) {
    let pairs = NearDuplicates(threshold: Self.threshold)
      .pairs(among: entries.map(\.normalForm))
      .filter { entries[$0.first].normalForm != entries[$0.second].normalForm }
      .sorted {
        $0.likeness != $1.likeness
          ? $0.likeness > $1.likeness : ($0.first, $0.second) < ($1.first, $1.second)
      }
    func findings(ofOneTarget: Bool) -> [Finding] {
      pairs.compactMap { pair in
        let (first, second) = (entries[pair.first], entries[pair.second])
        guard (first.target == second.target) == ofOneTarget else { return nil }
        return Finding(
          weight: .remark, file: first.file, line: first.line,
          message: "\"\(first.text)\" is \(Int((pair.likeness * 100).rounded())) % like "
            + "\"\(second.text)\" at \(second.place)")
      }
    }
    return (findings(ofOneTarget: false), findings(ofOneTarget: true))
  }

  /// Returns the voices that each section lacks, in the order of the sections.
  ///
  /// - Parameter voices: those that it should have.
  package static func gaps(
    in knowledge: Knowledge, voices: [String]
  ) -> [(section: String, missing: [String])] {
    let present = Dictionary(
      knowledge.phrasings.map { ($0.target, Set($0.phrasings.map(\.voice))) },
      uniquingKeysWith: { $0.union($1) })
    return knowledge.sections.map { section in
      (section.id, voices.filter { present[section.id]?.contains($0) != true })
    }
  }
}
