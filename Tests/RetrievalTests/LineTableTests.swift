import Testing
import TextAnalysis

@testable import Retrieval

struct LineTableTests {
  private func table(_ text: String, from start: Int = 0) -> LineTable {
    LineTable(Array(text.utf8), from: start)
  }

  /// The place of a line as it is found at first, and in the hash table.
  private func lines(_ name: String, in table: LineTable, lineCount: Int) -> [Int?] {
    // The name stands among other bytes, as it does in a list of features.
    let text = Array("<\(name)>".utf8)
    let range = 1..<text.count - 1
    let index = LineIndex(table, lineCount: lineCount)
    let hash = NameHash.hash(range, in: text)
    let atFirst = index.finder(for: 1).line(range, in: text, hash: hash)
    _ = index.finder(for: 20_000)
    return [
      table.line(range, in: text), atFirst,
      index.finder(for: 1).line(range, in: text, hash: hash),
    ]
  }

  private func fields(_ line: String) -> [LineTable.Field] {
    var fields = table(line).fields(ofLine: 0)
    var all: [LineTable.Field] = []
    while let field = fields.next() { all.append(field) }
    return all
  }

  @Test(arguments: [("coffee", 0), ("te", 9), ("tea", 15), ("té", 21)])
  func findsALineByItsFirstField(_ name: String, _ place: Int) {
    let table = table("coffee\t2\nte\t10\ntea\t1\nté\t3")
    #expect(lines(name, in: table, lineCount: 4) == [place, place, place])
    #expect(table.name(ofLine: place) == name)
  }

  @Test(arguments: ["te", "teas", "ea", "t", "", "1", "tea\t1", "Tea", "milk", "zoo", "\u{0}"])
  func onlyTheWholeFirstFieldIsAName(_ name: String) {
    let table = table("coffee\t2\ntea\t1\n")
    #expect(lines(name, in: table, lineCount: 2) == [nil, nil, nil])
  }

  @Test func aLineWithoutATabHasNoName() {
    let table = table("coffee\t2\ntea\nwater\t1\n")
    #expect(lines("tea", in: table, lineCount: 3) == [nil, nil, nil])
    #expect(lines("water", in: table, lineCount: 3) == [13, 13, 13])
  }

  @Test func whatStandsBeforeTheStartIsPassedOver() {
    let table = table("head\t1\ntea\t2\n", from: 7)
    #expect(lines("head", in: table, lineCount: 1) == [nil, nil, nil])
    #expect(lines("tea", in: table, lineCount: 1) == [7, 7, 7])
  }

  @Test(arguments: ["", "\n", "head\t1\n"])
  func nothingStandsInAnEmptyTable(_ text: String) {
    #expect(lines("tea", in: table(text, from: text.utf8.count), lineCount: 0) == [nil, nil, nil])
  }

  @Test func findsEveryLine() {
    // A number of lines that is a power of two fills half of the hash table.
    let names = (0..<1024).map { "name \($0)" }.sorted()
    let table = table(names.map { "\($0)\t1\n" }.joined())
    let index = LineIndex(table, lineCount: names.count)
    for _ in 1...2 {
      let finder = index.finder(for: names.count)
      for name in names + ["name 1024", "name", "names"] {
        let text = Array(name.utf8)
        let line = finder.line(
          text.indices, in: text, hash: NameHash.hash(text.indices, in: text))
        #expect(line.map(table.name) == (names.contains(name) ? name : nil))
      }
      _ = index.finder(for: 20_000)
    }
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

  @Test(arguments: [("", ["milk", "mint", "tea"]), ("mi", ["milk", "mint"]), ("x", [])])
  func goesThroughTheLinesThatBeginSo(_ prefix: String, _ expected: [String]) {
    var names: [String] = []
    let table = table("head\t1\nmilk\t2\nmint\t1\ntea\t1", from: 7)
    table.forEachLine(withPrefix: Array(prefix.utf8)) { names.append(table.name(ofLine: $0)) }
    #expect(names == expected)
  }
}
