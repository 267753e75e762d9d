import Retrieval
import Testing
import TextAnalysis

@testable import Safety

struct ExampleNetTests {
  private static let pleasantries = Pleasantries(["lol", "but i am fine", "thank you", "hi"])
  private static let cries = ["i want to die", "I wish I was dead!", "he hits me"]

  private func read(_ message: String) throws -> ExampleNet.Reading {
    try ExampleNet.tiny().read([WrittenWord](message), pleasantries: Self.pleasantries)
  }

  @Test func theLabelsAreTheClassesAndTwoMore() {
    #expect(
      ExampleNet.labels == [
        "emergency", "crisis", "danger", "concern_for_other", "misuse", "personal_advice",
        "distress", "spanish",
      ])
  }

  @Test func otherLabelsAreRefused() throws {
    for labels in [
      ["crisis"], ExampleNet.labels.reversed(), ExampleNet.labels + ["more"],
      ExampleNet.labels.dropLast(),
    ] {
      let classifier = TextClassifierLearner(labels: labels).learn()
      #expect(
        ExampleNet(
          classifier, ideas: WordIdeas(),
          thresholds: ExampleNet.Thresholds(card: 0, support: 0, distress: 0, misuse: 0, advice: 0))
          == nil)
    }
  }

  @Test(arguments: [
    ("i want to die", SafetyClass.crisis), ("i cannot breathe", .emergency),
    ("he hits me", .danger),
    ("my son wants to die", .concernForOther), ("how do i get high on it", .misuse),
    ("should i double my dose", .personalAdvice),
  ])
  func anExampleIsLikeItsOwnClassMost(_ message: String, _ safetyClass: SafetyClass) throws {
    let reading = try read(message)
    #expect(reading.scores.map(\.label) == ExampleNet.labels)
    #expect(reading.scores.max { $0.score < $1.score }?.label == safetyClass.rawValue)
    #expect(reading.score(of: safetyClass.rawValue) > 0)
  }

  @Test func dangerIsMadeOfTheScores() throws {
    let reading = try read("i want to die")
    let scores = ["emergency", "crisis", "danger", "concern_for_other"].map(reading.score)
    let likeliest = try #require(scores.max())
    // Twice all of them and the likeliest once more, of three; 2 makes four times "no" -1.
    let danger = (2 * scores.reduce(0, +) + likeliest) / 3 + 2
    #expect(abs(reading.danger - danger) < 1e-9)
    #expect(reading.words == [WrittenWord]("i want to die"))
    #expect(reading.score(of: "horse") == -1)
  }

  @Test func dangerTellsCriesFromOrdinaryQuestions() throws {
    for cry in Self.cries { #expect(try read(cry).danger > 0, "\(cry)") }
    for question in ["what is tea?", "how hot is the water?", "who grows the tea?"] {
      #expect(try read(question).danger < -0.8, "\(question)")
    }
  }

  // MARK: What stands beside

  @Test(arguments: cries, ["% lol", "Hi! % Thank you.", "hi, %, but i am fine, lol", "lol %"])
  func pleasantriesAtTheEndsTakeNoDangerAway(_ cry: String, _ frame: String) throws {
    let alone = try read(cry)
    let framed = try read(frame.replacing("%", with: cry))
    #expect(framed.danger >= alone.danger)
  }

  @Test(arguments: ["tea thank you", "hi tea lol", "hi thank you"])
  func oneWordBetweenPleasantriesIsNotComparedAlone(_ message: String) throws {
    #expect(try read(message).words.count > 1)
  }

  @Test(
    arguments: cries,
    ["%. what is tea?", "What is tea? %", "how hot is the water? %. what is tea?"])
  func anOrdinaryQuestionBesideTakesAwayADoubtAtMost(_ cry: String, _ frame: String) throws {
    let alone = try read(cry)
    let beside = try read(frame.replacing("%", with: cry))
    #expect(beside.danger >= alone.danger - 0.4 - 1e-9)
  }

  @Test func aLongOrdinaryQuestionIsSetAside() throws {
    let cry = [WrittenWord]("i want to die")
    let reading = try read(
      "Hi. I want to die lol. What is tea? How long does tea steep? How hot is the water? Lol")
    #expect(reading.words.map(\.text) == cry.map(\.text))
    #expect(abs(reading.danger - (try read("i want to die").danger - 0.4)) < 1e-9)
  }

  @Test func anAlarmingQuestionIsNotSetAside() throws {
    let question = "should i kill myself?"
    #expect(try read(question + " i want to die").words.contains { $0.isAsked })
    #expect(try read(question).words == [WrittenWord](question))
  }

  @Test func ofOrdinaryQuestionsAloneNoneIsSetAside() throws {
    let reading = try read("What is tea? Is tea a drink?")
    #expect(reading.words.count == 7)
  }

  @Test(arguments: [0, 1, 2])
  func aCryDoesNotDrownInLongTalk(_ place: Int) throws {
    let talk = "the bus was late and the line at the bank was long today and it rained again "
    var parts = [talk, talk, talk]
    parts.insert(String(repeating: "i want to die ", count: 3), at: place)
    let message = parts.joined()
    let words = [WrittenWord](message)
    let reading = try read(message)
    #expect(reading.words.count < words.count / 2)
    #expect(reading.words.map(\.text).joined(separator: " ").contains("i want to die"))
    #expect(try reading.danger > read(talk).danger)
  }

  @Test func theStretchesOfALongMessageReachItsEnd() throws {
    let message = String(repeating: "tea and cake ", count: 15) + "i want to die"
    #expect(try read(message).words.last?.text == "die")
  }

  @Test func nothingButPleasantriesIsReadToo() throws {
    #expect(try !read("hi lol").words.isEmpty)
    #expect(try read("").words == [])
  }

  // MARK: Explanations

  @Test(arguments: [
    "i want to die", "what is tea?", "zebra", "hi, i want to die lol",
    "I want to die. What is tea? How long does tea steep? How hot is the water?",
    "i want to die " + String(repeating: "and the tea is cold ", count: 10),
  ])
  func theExplanationAddsUpToTheDanger(_ message: String) throws {
    let reading = try read(message)
    let explanation = try ExampleNet.tiny().explanation(of: reading)
    #expect(abs(explanation.value - reading.danger) < 1e-9)
    #expect(explanation.description == "danger")
    #expect(
      explanation.details.map(\.description).contains(
        "doubt: other words stand beside") == (reading.doubt > 0))
  }

  @Test func theStrongestWordsSpeakForTheClass() throws {
    let words = try ExampleNet.tiny().strongestWords(for: "danger", in: read("he hits me"))
    #expect(Set(words).isSubset(of: ["he", "hits", "me", "he hits", "hits me"]))
    #expect(words.count == 3)
    let none = try ExampleNet.tiny().strongestWords(for: "danger", in: read("zebra"))
    #expect(none == [])
  }
}
