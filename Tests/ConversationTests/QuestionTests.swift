import Testing

@testable import Conversation

struct QuestionTests {
  @Test(arguments: [
    ("what is tea", "what is tea"), ("  what is tea \n", "what is tea"),
    ("what\nis\ttea", "what is tea"), ("what\r\nis", "what  is"), ("what\u{2028}is", "what is"),
    ("what\u{0}is\u{7}tea", "whatistea"), ("\u{1B}[31mred", "[31mred"), ("a\u{E000}b", "ab"),
    ("a\u{FFFF}b", "ab"), ("a\u{85}b", "a b"), ("\u{A0}tea\u{3000}", "tea"), ("té 茶 🍵", "té 茶 🍵"),
  ])
  func isOneLineWithoutControlCharacters(_ typed: String, _ text: String) throws {
    #expect(try Question(typed).text == text)
  }

  @Test(arguments: ["", " ", "\n\t\r", "\u{0}", "\u{1B}\u{7F}", "\u{E000}", "\u{2028}\u{3000}"])
  func nothingIsNoQuestion(_ typed: String) {
    #expect(throws: Question.Problem.empty) { try Question(typed) }
  }

  @Test(arguments: ["a", "é", "e\u{301}", "👨‍👩‍👧‍👦", "茶"])
  func theLimitIsInCharacters(_ letter: String) throws {
    let longest = String(repeating: letter, count: 2_000)
    #expect(try Question(longest).text == longest)
    #expect(try Question("  \n" + longest + "\u{0} ").text == longest)
    #expect(throws: Question.Problem.tooLong(characters: 2_001)) { try Question(longest + letter) }
  }

  @Test(
    arguments: [
      ("2", 2), ("2.", 2), ("(2)", 2), ("#2", 2), ("number 2", 2), ("2, please", 2), ("nr. 12", 12),
      ("no one", nil),
      ("la opción 2 por favor", 2), ("opción 2, por favor", 2), ("0", 0), ("123", nil),
      ("2 or 3", nil), ("2 hours", nil), ("$20?", nil), ("50%", nil), ("-2", nil), ("please", nil),
      ("two", 2), ("ok 2", 2),
      ("i pick number two", 2), ("tell me about 2", 2), ("el dos", 2),
      ("one or two", nil), ("i take 2", nil), ("the one", 1), ("tell me", nil), ("?", nil),
    ] as [(String, Int?)])
  func aNumberAloneIsAPlaceInAList(_ typed: String, _ number: Int?) throws {
    #expect(try Question(typed).number == number)
  }
}
