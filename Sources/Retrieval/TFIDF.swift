import Glibc

/// The weighting that the index ranks with.
///
/// Equal to scikit-learn's `TfidfVectorizer(sublinear_tf=True, norm="l2",
/// smooth_idf=True)`: the weight of a term in a document is *tf* × *idf*, and
/// every document's weights are divided by their Euclidean length.
/// Source: scikit-learn user guide, "Tf–idf term weighting".
public enum TFIDF {
  /// Returns `1 + ln(count)`: a second mention of a word says less than the first.
  ///
  /// - Parameter count: occurrences of the term in one document, at least 1.
  public static func termFrequency(_ count: Int) -> Double {
    count == 1 ? 1 : 1 + log(Double(count))
  }

  /// Returns `ln((1 + N) / (1 + df)) + 1`: a word in few documents says more.
  ///
  /// - Parameters:
  ///   - documentFrequency: documents that hold the term.
  ///   - documentCount: all documents, *N*.
  public static func inverseDocumentFrequency(
    documentFrequency: Int, documentCount: Int
  ) -> Double {
    log(Double(1 + documentCount) / Double(1 + documentFrequency)) + 1
  }
}
