import Testing

@testable import TextAnalysis

@Suite struct ReadingGradeTests {
  /// Words, sentences and syllables counted by hand.
  @Test(arguments: [
    ("The cat sat on the mat.", 6, 1, 6),
    ("The cat sat. The dog ran.", 6, 2, 6),
    ("Depression can make it hard to think.", 7, 1, 9),
    ("Ketamine may help. Please ask your care team about it today!", 11, 2, 15),
    ("Is it safe? It is. Do not wait.", 8, 3, 8),
    // An end of a line is an end; an end before it is not counted twice.
    ("First things\nThen the rest.", 5, 2, 5),
    ("First things.\nThen the rest.\n\n", 5, 2, 5),
    ("First things\r\nThen the rest.\r\n", 5, 2, 5),
    ("First things.\tThen the rest.", 5, 2, 5),
    // Marks behind the stop belong to it.
    ("He said \"stop.\" She (did not stop.) They left.", 9, 3, 9),
    ("“Go.” ‘No.’", 2, 2, 2),
    // Stops within a word are none.
    ("Wait...", 1, 1, 1),
    // Numbers digit by digit, acronyms letter by letter.
    ("About 7.5 out of 100", 5, 1, 9),
    ("Call or text 988 now.", 5, 1, 7),
    ("The TMS or the BDNF", 5, 1, 10),
    ("No stop at all", 4, 1, 4),
  ])
  func followsTheFormula(text: String, words: Double, sentences: Double, syllables: Double) {
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    #expect(abs(ReadingGrade.fleschKincaid(text) - grade) < 1e-9)
  }

  @Test func simpleSentenceHasItsKnownGrade() {
    #expect(abs(ReadingGrade.fleschKincaid("The cat sat on the mat.") - -1.45) < 1e-9)
  }

  @Test(arguments: ["", " \n ", "?! —", "❤️"])
  func textWithoutWordsHasNoGrade(text: String) {
    #expect(ReadingGrade.fleschKincaid(text) == 0)
  }

  @Test func longerWordsAndSentencesAskMore() {
    let short = ReadingGrade.fleschKincaid("You may feel sad. Ask us for help.")
    let long = ReadingGrade.fleschKincaid("You may feel sad and you can ask us for help.")
    let hard = ReadingGrade.fleschKincaid(
      "Individuals experiencing depression may request professional assistance.")
    #expect(short < long)
    #expect(long < hard)
  }

  @Test(arguments: [
    ("a", 1), ("I", 1), ("the", 1), ("be", 1), ("see", 1), ("cat", 1), ("make", 1), ("please", 1),
    ("help", 1), ("through", 1), ("today", 2), ("table", 2), ("people", 2),
    ("whole", 1), ("little", 2), ("before", 2), ("clinic", 2), ("asked", 1), ("helped", 1),
    ("wanted", 2), ("needed", 2), ("need", 1), ("bed", 1), ("depressed", 2), ("ketamine", 3),
    ("depression", 3), ("infusion", 3), ("memory", 3), ("don't", 1), ("DON’T", 1),
    ("information", 4), ("antidepressant", 5), ("niño", 2), ("depresión", 3),
    // As they are spelled out.
    ("7", 1), ("988", 3), ("7.5", 2), ("1,000", 4), ("IV", 2), ("TMS", 3), ("BDNF", 4), ("PTSD", 4),
    // As they are spoken.
    ("GABA", 2), ("A", 1),
    // Without a vowel there is still something to say.
    ("hmm", 1),
  ])
  func countsSyllables(word: String, count: Int) {
    #expect(ReadingGrade.syllables(in: word) == count)
  }
}
