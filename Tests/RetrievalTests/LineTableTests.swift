import Testing

@testable import Retrieval

struct LineTableTests {
  private func table(_ text: String, from start: Int = 0, lineCount: Int) -> LineTable {
    LineTable(Array(text.utf8), from: start, lineCount: lineCount)
  }

  private func line(_ name: String, in table: LineTable) -> Int? {
    // The name stands among other bytes, as it does in a list of features.
    let text = Array("<\(name)>".utf8)
    return table.line(1..<text.count - 1, in: text)
  }

  private func fields(_ line: String) -> [LineTable.Field] {
    var fields = table(line, lineCount: 1).fields(ofLine: 0)
    var all: [LineTable.Field] = []
    while let field = fields.next() { all.append(field) }
    return all
  }

  @Test func findsALineByItsFirstField() {
    let table = table("tea\t1\ncoffee\t2\nté\t3", lineCount: 3)
    #expect(table.count == 3)
    #expect(["tea", "coffee", "té"].map { line($0, in: table) } == [0, 6, 15])
    #expect([0, 6, 15].map(table.name) == ["tea", "coffee", "té"])
  }

  @Test(arguments: ["te", "teas", "ea", "t", "", "1", "tea\t1", "Tea", "milk"])
  func onlyTheWholeFirstFieldIsAName(_ name: String) {
    #expect(line(name, in: table("tea\t1\ncoffee\t2\n", lineCount: 2)) == nil)
  }

  @Test func aLineWithoutATabHasNoName() {
    let table = table("tea\ncoffee\t2\n", lineCount: 2)
    #expect(line("tea", in: table) == nil)
    #expect(line("coffee", in: table) == 4)
  }

  @Test func whatStandsBeforeTheStartIsPassedOver() {
    let table = table("head\t1\ntea\t2\n", from: 7, lineCount: 1)
    #expect(line("head", in: table) == nil)
    #expect(line("tea", in: table) == 7)
  }

  @Test(arguments: [
    ("", 0, 0), ("", 3, 0), ("a\t1\nb\t2", 2, 2), ("a\t1\nb\t2\n", 2, 2),
    // One line too many is told from the right number; more are not counted.
    ("a\t1\nb\t2\n", 1, 2), ("a\t1\nb\t2\nc\t3\n", 1, 2), ("a\t1\n", 0, 1), ("a\t1\n", 5, 1),
  ])
  func countsTheLinesUpToOneMoreThanExpected(_ text: String, _ expected: Int, _ count: Int) {
    #expect(table(text, lineCount: expected).count == count)
  }

  @Test func findsEveryLineOfAFullTable() {
    // A number of lines that is a power of two fills half of the slots.
    let names = (0..<1024).map { "name \($0)" }
    let table = table(names.map { "\($0)\t1\n" }.joined(), lineCount: names.count)
    #expect(names.map { line($0, in: table).map(table.name) } == names)
    #expect(line("name 1024", in: table) == nil)
  }

  @Test(
    arguments: [
      ("tea", []), ("tea\n", []), ("tea\t7", [7]), ("tea\t7\t0\t42\nmilk\t9", [7, 0, 42]),
      ("tea\t-7\t7\n", [-7, 7]), ("tea\t\t-\t3", [0, 0, 3]), ("tea\t007", [7]),
      // A number too large to be meant is cut to nine digits.
      ("tea\t999999999\t5", [999_999_999, 5]), ("tea\t12345678901\t5", [999_999_991, 5]),
      ("tea\t-99999999999999999999999999\t5", [-999_999_999, 5]),
    ] as [(String, [Int])])
  func readsTheNumbersBehindTheName(_ line: String, _ expected: [Int]) {
    #expect(fields(line).map(\.value) == expected)
    #expect(fields(line).allSatisfy { $0.place == nil })
  }

  @Test(
    arguments: [
      ("tea\t3:7", [.init(place: 3, value: 7)]),
      (
        "tea\t3:-7\t8\t0:1\n",
        [
          .init(place: 3, value: -7), .init(place: nil, value: 8), .init(place: 0, value: 1),
        ]
      ),
      ("tea\t3:\t:4", [.init(place: 3, value: 0), .init(place: 0, value: 4)]),
      ("tea\tmuch\t3:7:9", [.init(place: nil, value: 0), .init(place: 3, value: 7)]),
    ] as [(String, [LineTable.Field])])
  func readsThePlaceBeforeAColon(_ line: String, _ expected: [LineTable.Field]) {
    #expect(fields(line) == expected)
  }

  @Test func goesThroughTheLinesInOrder() {
    var names: [String] = []
    let table = table("head\t1\ntea\t2\nmilk\t1", from: 7, lineCount: 2)
    table.forEachLine { names.append(table.name(ofLine: $0)) }
    #expect(names == ["tea", "milk"])
  }
}
