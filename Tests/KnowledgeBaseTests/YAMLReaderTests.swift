import Testing

@testable import KnowledgeBase

struct YAMLReaderTests {
  private let log = FaultLog()

  private func reader(_ text: String, lineOffset: Int = 0) -> YAMLReader? {
    YAMLReader(text, file: "a.yaml", lineOffset: lineOffset, log: log)
  }

  private func fault(_ line: Int?, _ message: String) -> KnowledgeFault {
    KnowledgeFault(file: "a.yaml", line: line, message: message)
  }

  @Test func readsFieldsOfEveryShape() throws {
    let fields = try #require(
      reader(
        """
        # a comment
        text: |
          two
          lines
        number: 0.5
        quoted: "911"
        list: [a, "b c"]
        inner: {x: 1}
        entries:
          - x: 1
          - x: 2
        """))
    #expect(fields.keys == ["text", "number", "quoted", "list", "inner", "entries"])
    #expect(fields.string("text") == "two\nlines")
    #expect(fields.optionalNumber("number") == 0.5)
    #expect(fields.string("quoted") == "911")
    #expect(fields.strings("list").map(\.text) == ["a", "b c"])
    #expect(fields.strings("list").map(\.line) == [7, 7])
    #expect(fields.optionalMapping("inner")?.string("x") == "1")
    #expect(fields.list("entries").map(\.line) == [10, 11])
    #expect(fields.list("entries").compactMap { $0.string("x") } == ["1", "2"])
    #expect(log.faults == [])
  }

  @Test func whatIsAbsentIsNoFaultWhereItIsOptional() throws {
    let fields = try #require(reader("a: b"))
    #expect(fields.optionalString("x") == nil)
    #expect(fields.optionalNumber("x") == nil)
    #expect(fields.optionalMapping("x") == nil)
    #expect(fields.strings("x").isEmpty)
    #expect(log.faults == [])
  }

  @Test func whatIsAbsentIsAFaultWhereItIsRequired() throws {
    let fields = try #require(reader("\na: b"))
    #expect(fields.string("x") == nil)
    #expect(fields.list("y").isEmpty)
    #expect(
      log.faults == [
        fault(2, "`x` is missing"), fault(2, "`y` is missing; expected a list"),
      ])
  }

  @Test func wrongShapesNameTheirLine() throws {
    let fields = try #require(
      reader(
        """
        text: [a]
        number: much
        list: a
        mapping: a
        entries:
          - a
        texts:
          - a
          - [b]
          - ""
        """))
    #expect(fields.optionalString("text") == nil)
    #expect(fields.optionalNumber("number") == nil)
    #expect(fields.strings("list").isEmpty)
    #expect(fields.optionalMapping("mapping") == nil)
    #expect(fields.list("list").isEmpty)
    #expect(fields.list("entries").isEmpty)
    #expect(fields.strings("texts").map(\.text) == ["a"])
    #expect(
      log.faults == [
        fault(1, "`text` is empty; expected text"),
        fault(2, "`number` is not a number"),
        fault(3, "`list` is not a list; expected `[a, b]` or lines that begin with `-`"),
        fault(4, "expected fields of the form `name: value`"),
        fault(3, "`list` is not a list; expected lines that begin with `-`"),
        fault(6, "expected fields of the form `name: value`"),
        fault(9, "an entry of `texts` is not text"),
        fault(10, "an entry of `texts` is not text"),
      ])
  }

  @Test func unknownFieldsAreNoted() throws {
    let fields = try #require(reader("a: 1\nb: 2\nc: 3"))
    fields.allow("b", "d")
    #expect(
      log.faults == [
        fault(1, "unknown field `a`; expected one of b, d"),
        fault(3, "unknown field `c`; expected one of b, d"),
      ])
  }

  @Test func linesAreCountedFromTheTopOfTheFile() throws {
    let fields = try #require(reader("a: b\nc: [d]", lineOffset: 10))
    #expect(fields.line == 11)
    fields.note(field: "c", "wrong")
    #expect(fields.strings("c").map(\.line) == [12])
    #expect(log.faults == [fault(12, "wrong")])
  }

  @Test(arguments: ["", "# nothing", "just text", "- a\n- b"])
  func aFileWithoutFieldsIsRefused(_ text: String) {
    #expect(reader(text) == nil)
    #expect(log.faults.map(\.message) == ["expected fields of the form `name: value`"])
  }

  @Test(arguments: [("a: b\nc: [d\ne: f", 3), ("a: b\n\tc: d", 2), ("a: \"b", 1)])
  func brokenYAMLNamesALine(_ text: String, _ line: Int) throws {
    #expect(reader(text, lineOffset: 5) == nil)
    let fault = try #require(log.faults.first)
    #expect(log.faults.count == 1)
    #expect(fault.message.hasPrefix("not YAML: "))
    #expect(try #require(fault.line) >= line + 5)
  }

  @Test func aFieldGivenTwiceIsAFault() throws {
    let fields = try #require(reader("a: 1\nb: 2\na: 3"))
    #expect(fields.string("a") == "3")
    #expect(log.faults == [fault(3, "the field `a` is there twice")])
  }

  @Test func aNameThatIsNoTextIsAFault() throws {
    let fields = try #require(reader("a: 1\n[b]: 2"))
    #expect(fields.keys == ["a"])
    #expect(log.faults == [fault(2, "the name of a field is not text")])
  }

  @Test func whatContentDoesNotNeedIsRefused() {
    #expect(reader("a: &x 1\nb: *x") == nil)
    let nested = String(repeating: "[", count: 50) + String(repeating: "]", count: 50)
    #expect(reader("a: 1\nb: \(nested)") == nil)
    #expect(
      log.faults == [
        fault(2, "not YAML: aliases (`*name`) are not read here"),
        fault(2, "not YAML: nested too deeply"),
      ])
  }

  @Test func documentsAreReadByNumber() throws {
    let text = "a: 1\n---\nb: 2\n"
    let second = try #require(YAMLReader(text, document: 1, file: "a.yaml", log: log))
    #expect(second.string("b") == "2")
    #expect(second.line == 3)
    #expect(YAMLReader(text, document: 2, file: "a.yaml", log: log) == nil)
    #expect(log.faults == [fault(nil, "expected fields of the form `name: value`")])
  }
}
