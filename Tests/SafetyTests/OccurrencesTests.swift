import Testing

@testable import Safety

struct OccurrencesTests {
  @Test func atFirstNothingOccurs() {
    let occurrences = Occurrences(setCount: 2)
    #expect((0..<2).map(occurrences.contains) == [false, false])
    #expect(Array(occurrences[0]) == [])
  }

  @Test func placesComeInTheOrderInWhichTheyWereNoted() {
    var occurrences = Occurrences(setCount: 3)
    occurrences.add(4..<5, to: 2)
    occurrences.add(0..<2, to: 0)
    occurrences.add(1..<3, to: 2)
    #expect(Array(occurrences[2]) == [4..<5, 1..<3])
    #expect(Array(occurrences[0]) == [0..<2])
    #expect((0..<3).map(occurrences.contains) == [true, false, true])
  }

  @Test func aSetMayOccurWhereverAnotherDoes() {
    var occurrences = Occurrences(setCount: 3)
    occurrences.add(0..<2, to: 0)
    occurrences.add(3..<4, to: 1)
    occurrences.add(placesOf: 0, to: 1)
    occurrences.add(placesOf: 0, to: 2)
    #expect(Array(occurrences[1]) == [3..<4, 0..<2])
    #expect(Array(occurrences[2]) == [0..<2])
  }
}
