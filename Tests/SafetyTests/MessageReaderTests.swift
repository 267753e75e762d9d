import Testing
import TextAnalysis

@testable import Safety

struct MessageReaderTests {
  private let triage: Triage

  private static let otherDisguises: [(String, [String]?)] = [
    ("suicdal", ["suicidal"]), ("suicidl", ["suicidal"]), ("suicidaal", ["suicidal"]),
    ("siucidal", ["suicidal"]), ("$uicidal", ["suicidal"]), ("su!c!dal", ["suicidal"]),
    ("5uicidal", ["suicidal"]), ("k.m.s", ["kms"]), ("K M S", ["kms"]), ("kmssss", ["kms"]),
    ("want to d1e", ["want", "to", "die"]), ("want to diiiie", ["want", "to", "die"]),
    ("i w a n t to d i e", ["want", "to", "die"]), ("wanttodie", ["want", "to", "die"]),
    ("iwanttodie", ["want", "to", "die"]), ("can't go on", ["cant", "go", "on"]),
    ("can’t go on", ["cant", "go", "on"]), ("can`t go on", ["cant", "go", "on"]),
    ("won´t go on", ["wont", "go", "on"]), ("🔫", ["gun"]), ("a🔫b", ["gun"]),
    ("💊💊💊", ["pills"]), ("the 💊", ["pills"]), ("🔫️", ["gun"]), ("0verdosed", ["overdosed"]),
    ("overd0sed", ["overdosed"]), ("over-dosed", nil), ("endmylife", ["end", "my"]),
  ]

  init() throws {
    triage = try Triage(
      "kill myself", "want to die", "suicidal", "kms", "gun", "(cant|wont) go on", "pills",
      "end (my|it all) life?", "overdosed",
      ideas: ["fillers": ["really", "just"]])
  }

  @Test(arguments: [
    // Case and marks.
    "KILL Myself", "kill, myself!", "(kill myself)", "\"kill myself\"", "kill\nmyself",
    "kill\tmyself", "...kill...myself...", "¿kill myself?", "kill—myself", "kill/myself",
    // Accents and letters drawn otherwise.
    "kíll mysélf", "ki\u{301}ll myself", "ｋｉｌｌ ｍｙｓｅｌｆ", "𝐤𝐢𝐥𝐥 𝓶𝔂𝓼𝓮𝓵𝓯", "ⓚⓘⓛⓛ myself",
    // Letters of other scripts that look alike.
    "kіll mуsеlf", "κill myself", "KІLL MYSELF",
    // Characters that cannot be seen.
    "ki\u{200B}ll my\u{AD}self", "kill\u{FEFF} myself", "k\u{2060}i\u{200D}ll myself",
    "\u{202E}kill myself",
    // Digits and signs for letters.
    "k1ll myself", "ki11 myself", "k!ll myself", "k1ll mys3lf", "k*ll myself", "kill my$elf",
    "kill my5elf",
    // Letters apart.
    "k i l l myself", "k i l l m y s e l f", "k.i.l.l myself", "k-i-l-l m-y-s-e-l-f",
    "k_i_l_l myself",
    "k . i . l . l myself", "K I L L myself",
    // Letters stretched.
    "kiiiill myself", "kill myseeeelf", "killl myself", "kill myselfff", "kkkill myself",
    // Words run together.
    "killmyself", "KillMyself", "kill_myself",
    // Words that carry nothing.
    "kill really just myself",
    // One slip of the finger.
    "kill mysefl", "kill mysel", "kill mmyself", "kill mysxlf",
  ])
  func aDisguiseIsUndone(_ message: String) {
    #expect(triage.words(in: message) == ["kill", "myself"])
  }

  @Test(arguments: otherDisguises)
  func otherDisguisesAreUndone(_ message: String, _ words: [String]?) {
    #expect(triage.words(in: message) == words)
  }

  @Test(arguments: [
    "skill myself", "kilt myself", "kull myself", "want to diet", "want to dine", "want to d",
    "k l l myself", "gunner", "a gum", "overdone", "pill", "kill my shelf", "I km s", "kill me",
    "m y s e l f k i l l", "social", "sui cidal", "endless mylife",
  ])
  func ordinaryWordsAreLeftAlone(_ message: String) {
    #expect(triage.words(in: message) == nil)
  }

  private func reader(
    fillers: Set<String> = [], ordinaryWords: [String] = []
  ) -> MessageReader {
    var table = WordTable()
    for word in ordinaryWords {
      let bytes = Array(word.utf8)
      _ = table.number(of: bytes.indices, in: bytes)
    }
    return MessageReader(
      vocabulary: ["kill", "myself"], fillers: fillers, ordinaryWords: table)
  }

  @Test func anOrdinaryWordIsNotTakenForADisguise() {
    let written = "kil killl mysel killmyself"
    #expect(
      reader().read(written).words.map(\.form) == [
        "kil", "kill", "myself", "kill", "myself",
      ])
    #expect(
      reader(ordinaryWords: ["killl", "mysel", "killmyself"]).read(written).words.map(\.form) == [
        "kil", "killl", "mysel", "killmyself",
      ])
  }

  @Test func readsWordsWithTheBreaksBetweenThem() {
    let reader = reader(fillers: ["really"])
    let words = reader.read("Well, I said: stop! Really stop (now) ok?\nBye").words
    #expect(words.map(\.form) == ["well", "i", "said", "stop", "stop", "now", "ok", "bye"])
    #expect(
      words.map(\.breakBefore) == [
        .sentence, .clause, .none, .clause, .sentence, .clause, .clause, .sentence,
      ])
  }

  /// What is compared with examples keeps fillers and misspellings, and knows
  /// what was asked.
  @Test func writtenWordsKeepWhatRulesLeaveOut() {
    let written = reader(fillers: ["really"]).read("I really, realy k1ll. Why?").written
    #expect(written.map(\.text) == ["i", "really", "realy", "kill", "why"])
    #expect(written.map(\.startsSentence) == [true, false, false, false, true])
    #expect(written.map(\.isAsked) == [false, false, false, false, true])
  }

  @Test func eachWordKnowsWhichOfTheWrittenItIs() {
    let reading = reader(fillers: ["really"]).read("I really, realy killmyself k i l l. Why?")
    #expect(
      reading.written.map(\.text) == ["i", "really", "realy", "kill", "myself", "kill", "why"])
    #expect(reading.words.map(\.place) == [0, 2, 3, 4, 5, 6])
  }

  @Test(arguments: ["", " ", "\n\t", "?!...", "\u{200B}", "—", "\u{301}"])
  func aMessageWithoutWordsHasNone(_ message: String) {
    let reader = reader()
    #expect(reader.read(message).words.filter { !$0.form.isEmpty }.map(\.form) == [])
  }

  @Test func aWordBeyondReasonIsTakenAsItIs() {
    let reader = reader()
    let long = String(repeating: "killmyself", count: 7)
    #expect(reader.read(long).words.map(\.form) == [long])
    let short = String(repeating: "killmyself", count: 6)
    #expect(reader.read(short).words.count == 12)
  }

  @Test func aMarkWithoutALetterIsNothing() {
    // Vowel signs are letters to Unicode, and nothing is left of them without their marks.
    for value: UInt32 in 0x80...0xE_01EF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        scalar.properties.generalCategory != .otherLetter
      else { continue }
      let sign = String(scalar)
      let message = "\(sign) \(sign) \(sign) kill \(sign) myself"
      #expect(triage.normalForm(of: message).suffix(4).contains("kill"), "U+\(value)")
    }
    #expect(triage.words(in: "\u{941} \u{941} \u{941} kill myself") == ["kill", "myself"])
    #expect(triage.normalForm(of: "\u{E34} \u{E34} \u{E34}") == [])
  }

  @Test(
    arguments: [
      ("overdosed!help", ["overdosed"]), ("help!suicidal!", ["suicidal"]),
      ("i am suicidal!no", ["suicidal"]), ("su!c!dal", ["suicidal"]), ("k!ll myself", nil),
      ("sh!t", nil),
    ] as [(String, [String]?)])
  func anExclamationMarkWithoutABlankEndsASentence(_ message: String, _ words: [String]?) {
    #expect(
      triage.words(in: message) == words ?? triage.words(in: message.replacing("!", with: "i")))
  }

  @Test func whatStandsBehindAnExclamationMarkBeginsASentence() {
    let read = reader().read("overdosed!help me")
    #expect(read.written.map(\.text) == ["overdosed", "help", "me"])
    #expect(read.written.map(\.startsSentence) == [true, true, false])
    #expect(reader().read("sh!t").written.map(\.text) == ["sh!t"])
  }
}
