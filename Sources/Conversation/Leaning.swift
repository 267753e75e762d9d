import Retrieval
import TextAnalysis

/// What a question leans on that follows another.
package struct Leaning: Sendable {
  /// The words of the question before.
  package let previous: [String]
  /// The question before it and this one, as one.
  package let joined: QuestionReading
  /// The section that answered the question before; `nil` when none did.
  package let section: String?

  /// Returns what the turn shows, to be compared with turns that were learned from.
  ///
  /// Four families: the question's words and pairs of words, its ends marked
  /// (`n:^ why`), those of the question before (`b:how fast`), what answered that
  /// (`p:immediate-effects`), and the question's words together with that
  /// (`x:immediate-effects|why`), since "for how long" asks of each section something
  /// else.
  func features(of reading: QuestionReading) -> FeatureList {
    var list = FeatureList()
    func add(_ name: String) {
      list.write(name.utf8)
      list.endFeature()
    }
    let answered = section ?? "-"
    for run in Self.runs(of: reading.words.map(\.text)) {
      add("n:" + run)
      add("x:" + answered + "|" + run)
    }
    for run in Self.runs(of: previous) { add("b:" + run) }
    add("p:" + answered)
    return list
  }

  /// Returns the words and the pairs of neighbours, with marks for the ends.
  private static func runs(of words: [String]) -> [String] {
    let marked = ["^"] + words + ["$"]
    return words + zip(marked, marked.dropFirst()).map { $0 + " " + $1 }
  }
}
