import Retrieval
import Testing

@Suite struct TFIDFTests {
  @Test(arguments: [
    (1, 1.0), (2, 1.693_147_180_559_945_4), (3, 2.098_612_288_668_11),
    (10, 3.302_585_092_994_046),
  ])
  func termFrequencyIsOnePlusTheLogarithm(count: Int, frequency: Double) {
    #expect(abs(TFIDF.termFrequency(count) - frequency) < 1e-14)
  }

  @Test(arguments: [
    // A term in every document still counts.
    (1, 1, 1.0), (4, 4, 1.0),
    (3, 4, 1.223_143_551_314_209_7), (2, 4, 1.510_825_623_765_990_7),
    (1, 4, 1.916_290_731_874_155), (0, 4, 2.609_437_912_434_100_3),
    (1, 1000, 7.215_607_598_755_275), (0, 0, 1.0),
  ])
  func inverseDocumentFrequencyIsSmoothed(documents: Int, of all: Int, frequency: Double) {
    let value = TFIDF.inverseDocumentFrequency(documentFrequency: documents, documentCount: all)
    #expect(abs(value - frequency) < 1e-14)
  }
}
