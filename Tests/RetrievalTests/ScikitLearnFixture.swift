import Foundation
import Retrieval
import TextAnalysis

/// What scikit-learn makes of a corpus; written by `Fixtures/make_fixtures.py`.
struct ScikitLearnFixture: Decodable {
  let documents: [String]
  let queries: [String]
  let inverseDocumentFrequencies: [Term: Double]
  /// All weights of a few documents, by document number.
  let weights: [String: [Term: Double]]
  /// Of every query with every document.
  let cosines: [[Double]]

  static func named(_ name: String) throws -> ScikitLearnFixture {
    let folder = Bundle.module.bundleURL.appending(path: "Fixtures")
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(ScikitLearnFixture.self, from: data)
  }
}
