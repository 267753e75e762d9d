import Testing

@testable import Retrieval

struct FeatureVectorTests {
  private static let words = UInt8(ascii: "w")
  private static let letters = UInt8(ascii: "c")

  private func weights(_ vector: FeatureVector) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: vector.elements.map { ($0.feature, $0.weight) })
  }

  @Test func withoutFeaturesHasNoElements() {
    var vector = FeatureVector(documentCount: 9)
    vector.normalise()
    #expect(vector.elements.isEmpty)
  }

  @Test func weighsByTFIDF() {
    var vector = FeatureVector(documentCount: 9)
    vector.add(7, family: Self.words, count: 3, documentFrequency: 4)
    #expect(vector.elements.map(\.feature) == [7])
    // 1 + ln 3, times ln (10 / 5) + 1.
    #expect(abs(vector.elements[0].weight - 2.098_612_288_668_11 * 1.693_147_180_559_945_3) < 1e-12)
  }

  @Test func eachFamilyHasUnitLength() {
    var vector = FeatureVector(documentCount: 9)
    vector.add(0, family: Self.words, count: 1, documentFrequency: 9)
    for number in 1...20 {
      vector.add(number, family: Self.letters, count: number, documentFrequency: number % 5)
    }
    vector.normalise()
    let weights = weights(vector)
    #expect(weights[0] == 1)
    let length = (1...20).reduce(0) { $0 + (weights[$1] ?? 0) * (weights[$1] ?? 0) }
    #expect(abs(length - 1) < 1e-12)
  }

  @Test func twoFeaturesOfAFamilyShareItsLengthByTheirWeights() throws {
    var vector = FeatureVector(documentCount: 9)
    // The weights are 1 and 1 + ln 2.
    vector.add(3, family: Self.words, count: 1, documentFrequency: 9)
    vector.add(1, family: Self.words, count: 2, documentFrequency: 9)
    vector.normalise()
    #expect(vector.elements.map(\.feature) == [3, 1])
    let length = (1 + 1.693_147_180_559_945_3 * 1.693_147_180_559_945_3).squareRoot()
    #expect(abs(vector.elements[0].weight - 1 / length) < 1e-12)
    #expect(abs(vector.elements[1].weight - 1.693_147_180_559_945_3 / length) < 1e-12)
  }

  @Test func anUnknownFeatureTakesItsShareOfItsFamilyOnly() {
    var vector = FeatureVector(documentCount: 9)
    vector.add(0, family: Self.words, count: 1, documentFrequency: 9)
    vector.add(1, family: Self.letters, count: 1, documentFrequency: 9)
    vector.addUnknown(family: Self.words, count: 1)
    vector.normalise()
    #expect(vector.elements.map(\.feature) == [0, 1])
    // An unknown feature weighs ln 10 + 1, a known one of all examples 1.
    let length = (1 + 3.302_585_092_994_046 * 3.302_585_092_994_046).squareRoot()
    #expect(abs(vector.elements[0].weight - 1 / length) < 1e-12)
    #expect(vector.elements[1].weight == 1)
  }
}
