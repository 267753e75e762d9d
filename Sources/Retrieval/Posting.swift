/// A document's number in the index: its place in the order of adding.
public typealias DocumentID = Int

/// A term's number in the index: its place in the order of first appearance.
typealias TermID = Int

/// One document that holds a term.
struct Posting: Hashable, Sendable {
  let document: DocumentID
  /// TF-IDF of the term in the document, divided by the document's norm.
  let weight: Double
}
