import TestSupport
import Testing

@testable import KnowledgeBase

struct PhrasingsTests {
  private let log = FaultLog()

  private func read(_ text: String) -> Phrasings {
    Phrasings.read(text, target: "brewing", file: "phrasings/brewing.txt", log: log)
  }

  @Test func eachLineKeepsItsVoiceAndPlace() {
    let phrasings = read("\n## plain\nhow long\n\n  how hot \t\r\n##  phone \nhow lng\n")
    #expect(phrasings.target == "brewing")
    #expect(
      phrasings.phrasings == [
        Phrasings.Phrasing(text: "how long", voice: "plain", line: 3),
        Phrasings.Phrasing(text: "how hot", voice: "plain", line: 5),
        Phrasings.Phrasing(text: "how lng", voice: "phone", line: 7),
      ])
    #expect(log.faults == [])
  }

  @Test func aPhrasingBeforeAHeadingIsAFault() {
    let phrasings = read("how long\n#plain\n## plain\nhow hot\n")
    #expect(phrasings.phrasings.map(\.text) == ["how hot"])
    let fault = { line in
      KnowledgeFault(
        file: "phrasings/brewing.txt", line: line,
        message: "a phrasing before the first `## voice` heading")
    }
    #expect(log.faults == [fault(1), fault(2)])
  }

  @Test(
    arguments: [
      ("how hot ¶2", "how hot", 2), ("how hot  ¶12", "how hot", 12), ("how hot ¶2 ", "how hot", 2),
      ("how hot", "how hot", nil), ("how hot 2", "how hot 2", nil),
      ("how ¶2 hot", "how ¶2 hot", nil),
      ("¶2", "¶2", nil), ("how hot ¶", "how hot ¶", nil), ("how hot¶2", "how hot¶2", nil),
    ] as [(String, String, Int?)])
  func aPhrasingMayNameTheParagraphThatAnswers(_ line: String, _ text: String, _ place: Int?) {
    let phrasing = read("## plain\n\(line)\n").phrasings.first
    #expect(phrasing?.text == text)
    #expect(phrasing?.paragraph == place)
  }

  @Test(arguments: [
    "how hot¶2", "how hot ¶ 2", "how hot ¶", "¶2", "how ¶2 hot", "a ¶99999999999999999999",
  ])
  func aMarkThatNamesNoParagraphIsAFault(_ line: String) {
    #expect(read("## plain\n\(line)\n").phrasings.map(\.text) == [line])
    #expect(
      log.faults.map(\.message) == ["a `¶` that names no paragraph; expected ` ¶2` at the end"])
  }

  @Test func aParagraphThatIsNotThereIsAFault() {
    let faults = KnowledgeFiles([
      "phrasings/keeping.txt": "## plain\nwhere to keep it ¶1\nhow long ¶9\nwhy ¶0\n",
      "phrasings/price.txt": "## plain\nis it expensive ¶1\n",
    ]).faults()
    #expect(
      faults.map { "\($0.file):\($0.line ?? 0): \($0.message)" } == [
        "phrasings/keeping.txt:3: there is no paragraph 9: `keeping` has 1",
        "phrasings/keeping.txt:4: there is no paragraph 0: `keeping` has 1",
        "phrasings/price.txt:2: there is no paragraph 1: `price` has 0",
      ])
  }

  @Test func anEmptyFileIsNoFault() {
    #expect(read("").phrasings == [])
    #expect(log.faults == [])
  }

  @Test(arguments: [("", true), ("## plain\n\n", true), ("\u{FEFF}## plain\n\nhow hot\n", false)])
  func aSoundFileIsReadWhenItIsAskedFor(_ text: String, _ isEmpty: Bool) {
    let phrasings = Phrasings(target: "brewing", sound: Array(text.utf8))
    #expect(phrasings.isEmpty == isEmpty)
    #expect(phrasings.phrasings.map(\.text) == (isEmpty ? [] : ["how hot"]))
    #expect(phrasings.phrasings.allSatisfy { $0.voice == "plain" && $0.line == 3 })
  }
}
