import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct WordTableTests {
  @Test func numbersWordsInTheOrderTheyFirstCome() {
    var table = WordTable()
    let text = Array("one two one é e".utf8)
    #expect(
      [0..<3, 4..<7, 8..<11, 12..<14, 15..<16].map { table.number(of: $0, in: text) } == [
        0, 1, 0, 2, 3,
      ])
    #expect(table.count == 4)
    #expect(
      (0..<4).map { Array(table.bytes(of: $0)) } == ["one", "two", "é", "e"].map { Array($0.utf8) })
  }

  @Test func findsWordsWithoutAddingThem() {
    var table = WordTable()
    let text = Array("one two".utf8)
    #expect(table.find("one") == nil)
    for range in [0..<3, 4..<7] { _ = table.number(of: range, in: text) }
    #expect(["one", "two", "on", "ones", "", "One"].map(table.find) == [0, 1, nil, nil, nil, nil])
    #expect(table.count == 2)
  }

  /// Words are bytes here: what folds to the same is told apart before.
  @Test func tellsSpellingsOfALetterApart() {
    var table = WordTable()
    for word in ["é", "e\u{301}"] {
      let text = Array(word.utf8)
      _ = table.number(of: 0..<text.count, in: text)
    }
    #expect(table.count == 2)
    #expect(table.find("e\u{301}") == 1)
  }

  @Test func tellsAWordFromItsBeginning() {
    var table = WordTable()
    let text = Array("infusions".utf8)
    #expect((0...9).map { table.number(of: 0..<$0, in: text) } == Array(0...9))
    #expect((0...9).map { table.number(of: 0..<$0, in: text) } == Array(0...9))
  }

  /// From the smallest table through many doublings.
  @Test(arguments: [1, 2, 1024])
  func agreesWithADictionary(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    var table = WordTable(size: size)
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let word = Array(random.text(of: ["a", "b", "é", "z"], upTo: 7).utf8)
      let number = numbers[word] ?? numbers.count
      numbers[word] = number
      let text = [0x20] + word + [0x61]
      #expect(table.number(of: 1..<1 + word.count, in: text) == number)
    }
    #expect(table.count == numbers.count)
    for (word, number) in numbers {
      #expect(table.find(String(decoding: word, as: UTF8.self)) == number)
      #expect(Array(table.bytes(of: number)) == word)
    }
  }
}
