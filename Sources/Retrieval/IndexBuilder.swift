import Glibc
public import TextAnalysis

/// Collects documents and makes an index of them.
///
///     var builder = IndexBuilder()
///     builder.add(terms: ["ketamin", "infus"])
///     let index = builder.build()
public struct IndexBuilder {
  private var termIDs: [Term: TermID] = [:]
  private var terms: [Term] = []
  /// For each term the documents holding it and how often.
  private var occurrences: [[(document: DocumentID, count: Int)]] = []
  private var documentCount = 0
  /// The term of each word that an analyzer remembers.
  private var termOfWord: [TermID] = []
  private static let noTerm = -1

  /// Creates a builder without documents.
  public init() {}

  /// Adds a document and returns its number.
  ///
  /// A document without terms is allowed: it is counted and never found.
  @discardableResult
  public mutating func add(terms documentTerms: [Term]) -> DocumentID {
    add(documentTerms.map { number(of: $0) })
  }

  /// Adds a document of words that `analyzer` remembers and returns its number:
  /// the quick way when many documents share their words. All documents added
  /// so must come from the same analyzer.
  @discardableResult
  public mutating func add(
    remembered words: [Analyzer.WordNumber], by analyzer: Analyzer
  ) -> DocumentID {
    var ids: [TermID] = []
    for word in words {
      while termOfWord.count <= word {
        termOfWord.append(
          analyzer.term(ofRemembered: termOfWord.count).map { number(of: $0) } ?? Self.noTerm)
      }
      if termOfWord[word] != Self.noTerm { ids.append(termOfWord[word]) }
    }
    return add(ids)
  }

  private mutating func add(_ ids: [TermID]) -> DocumentID {
    let document = documentCount
    documentCount += 1
    for id in ids {
      if let last = occurrences[id].last, last.document == document {
        occurrences[id][occurrences[id].count - 1].count += 1
      } else {
        occurrences[id].append((document, 1))
      }
    }
    return document
  }

  private mutating func number(of term: Term) -> TermID {
    if let id = termIDs[term] { return id }
    let id = terms.count
    termIDs[term] = id
    terms.append(term)
    occurrences.append([])
    return id
  }

  /// Returns the index of the documents added so far.
  public func build() -> InvertedIndex {
    let idf = occurrences.map { list in
      TFIDF.inverseDocumentFrequency(
        documentFrequency: list.count, documentCount: documentCount)
    }
    // Squares are summed in the order of term numbers, for every document alike.
    var squares = [Double](repeating: 0, count: documentCount)
    for (term, list) in occurrences.enumerated() {
      for (document, count) in list {
        let weight = TFIDF.termFrequency(count) * idf[term]
        squares[document] += weight * weight
      }
    }
    let norms = squares.map { $0.squareRoot() }
    let postings = occurrences.enumerated().map { term, list in
      list.map { document, count in
        Posting(
          document: document,
          weight: TFIDF.termFrequency(count) * idf[term] / norms[document])
      }
    }
    return InvertedIndex(
      termIDs: termIDs, terms: terms, inverseDocumentFrequencies: idf,
      postings: postings, documentCount: documentCount)
  }
}
