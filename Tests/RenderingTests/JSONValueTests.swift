import FoundationEssentials
import TestSupport
import Testing

@testable import Rendering

struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Data(text.utf8))
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-7", "9223372036854775807", "-9223372036854775808", "0.5",
    "1e+100", "\"\"", "\"tea\"", "\"\\\"\\\\/\\b\\n\\u0001 é 茶 🍵\"", "[]", "[1,[null,\"a\"],{}]",
    "{}", "{\"a\":{\"b\":[true]},\"z\":1}",
  ])
  func readsAndWritesAnyValue(_ text: String) throws {
    #expect(try parse(parse(text).line) == parse(text))
    #expect(try parse(text).line.contains("\n") == false)
  }

  @Test func whatIsReadIsWrittenTheSame() throws {
    for text in ["null", "true", "-7", "0.5", "\"tea/é\"", "[1,2]", "{\"a\":1,\"b\":[]}"] {
      #expect(try parse(text).line == text)
    }
    #expect(try parse(" { \"b\" : 1 , \"a\" : 2 } ").line == "{\"a\":2,\"b\":1}")
  }

  @Test(arguments: [
    ("null", JSONValue.null), ("true", .bool(true)), ("1", .integer(1)), ("1.5", .number(1.5)),
    ("\"1\"", .string("1")), ("[1,\"a\"]", .array([.integer(1), .string("a")])),
    ("{\"a\":false}", .object(["a": .bool(false)])),
  ])
  func eachKindIsKept(_ text: String, _ value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    "", " ", "tea", "{", "[1 2]", "{\"a\"}", "\"\\ud800\"", "1 2", "nul", "'a'", "{a:1}",
    "\u{FEFF}",
    "1e999", "[[[1]]",
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(throws: (any Error).self) { try parse(text) }
  }

  @Test(arguments: ["9223372036854775808", "18446744073709551615"])
  func wholeNumbersKeepEveryDigit(_ text: String) throws {
    #expect(try parse(text).line == text)
  }

  @Test func deepNestingIsRefused() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try parse(nested(16)).line == nested(16))
    for depth in [17, 1_000, 100_000] {
      #expect(throws: JSONValue.TooDeep.self) { try parse(nested(depth)) }
    }
    let objects = String(repeating: "{\"a\":", count: 17) + "1" + String(repeating: "}", count: 17)
    #expect(throws: JSONValue.TooDeep.self) { try parse(objects) }
    // Brackets in a text nest nothing.
    let text = "\"\\\"" + String(repeating: "[{", count: 50) + "\""
    #expect(try parse(text).string?.count == 101)
  }

  @Test func generatedValuesComeBackUnchanged() throws {
    var random = SeededGenerator(seed: 5)
    func value(depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
      case 0: .null
      case 1: .bool(Bool.random(using: &random))
      case 2: .integer(Int64.random(in: .min ... .max, using: &random))
      case 3: .number(Double.random(in: -1e6...1e6, using: &random))
      case 4:
        .string(
          String(
            String.UnicodeScalarView(
              (0..<8).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random))
              })))
      case 5:
        .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth + 1) })
      default:
        .object(
          Dictionary(
            uniqueKeysWithValues: (0..<Int.random(in: 0...3, using: &random)).map {
              ("key \($0) é", value(depth: depth + 1))
            }))
      }
    }
    for _ in 0..<500 {
      let value = value(depth: 0)
      #expect(try parse(value.line) == value)
      #expect(try parse(value.line).line == value.line)
    }
  }

  @Test(arguments: [
    (0.1234564, 0.123456), (0.1234565001, 0.123457), (0.0, 0.0), (-1.00000051, -1.000001),
    (2.0 / 3, 0.666667),
  ])
  func scoresAreShownWithSixDigits(_ value: Double, _ rounded: Double) {
    #expect(value.rounded6 == rounded)
  }
}
