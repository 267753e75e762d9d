import Testing

@testable import Safety

struct RuleCompilerTests {
  private static func makeCompiler() throws -> RuleCompiler {
    var compiler = RuleCompiler()
    try compiler.define("drink", as: ["tea", "cold milk"])
    return compiler
  }

  // MARK: Patterns

  /// The steps of a pattern but for their sets, in signs that can be compared.
  @Test(arguments: [
    ("tea", "w"), ("a  cup of", "w w w"), ("suicid*", "w"), ("<drink> now?", "w w?"),
    ("(hot|ice cold)? (<drink>|water*) .. ..6", "w? w 3 6"), ("^ goodbye $", "^ w $"),
    ("..12 988 ..1", "12 w 1"), ("(one)", "w"), ("  tea  ", "w"),
  ])
  func readsEveryStep(_ source: String, _ expected: String) throws {
    var compiler = try Self.makeCompiler()
    let steps = try compiler.pattern(source).steps.map { step in
      switch step {
      case .phrase(_, let optional): optional ? "w?" : "w"
      case .gap(let width): "\(width)"
      case .sentenceStart: "^"
      case .sentenceEnd: "$"
      }
    }
    #expect(steps.joined(separator: " ") == expected)
  }

  private static let faults: [(String, PatternError)] = [
    ("", .empty), ("   ", .empty), ("..", .empty), ("^ $", .empty), ("a? ..2", .empty),
    ("()", .empty), ("(|)", .empty), ("?", .empty), ("a ()", .empty), ("(a|)", .empty),
    ("(a", .unbalanced), ("a)", .unbalanced), (")a(", .unbalanced), ("(a|(b)", .unbalanced),
    ("(a b", .unbalanced), ("<drinks>", .unknownIdea("drinks")), ("(a|<b>)", .unknownIdea("b")),
    ("a ..0", .badGap("..0")), ("a ..13", .badGap("..13")), ("a ...", .badGap("...")),
    ("a ..x", .badGap("..x")), ("a ..-1", .badGap("..-1")), ("a ..6?", .badGap("..6?")),
    ("a .", .badGap(".")), ("Tea", .badWord("Tea")), ("don't", .badWord("don't")),
    ("long-term", .badWord("long-term")), ("*", .badWord("*")), ("te*a", .badWord("te*a")),
    ("<drink", .badWord("<drink")), ("(a|b.)", .badWord("b.")), ("((a)|b)", .badWord("(a)")),
    ("<>", .badWord("<>")), ("$$", .badWord("$$")),
    // Messages lose their accents before they are matched.
    ("adiós", .badWord("adiós")), ("(hoy|mañana)", .badWord("mañana")), ("És*", .badWord("És*")),
  ]

  @Test(arguments: faults)
  func saysWhatIsWrong(_ source: String, _ error: PatternError) throws {
    var compiler = try Self.makeCompiler()
    #expect(throws: error) { try compiler.pattern(source) }
  }

  @Test func lettersOfOtherScriptsAreWords() throws {
    #expect(try Triage("помощь").fires(on: "мне нужна помощь") == false)
    #expect(try Triage("救命").fires(on: "救命"))
  }

  // MARK: Ideas

  @Test(arguments: [
    (["Tea"], PatternError.badWord("Tea")), (["tea", "it's"], .badWord("it's")), ([""], .empty),
    (["(tea)"], .badWord("(tea)")), (["té"], .badWord("té")),
  ])
  func phrasesMustBeInNormalForm(_ phrases: [String], _ error: PatternError) {
    var compiler = RuleCompiler()
    #expect(throws: error) { try compiler.define("drink", as: phrases) }
    #expect(compiler.set(ofShared: "drink") == nil)
  }

  @Test func anIdeaIsSeenInItsScopeOnly() throws {
    var compiler = try Self.makeCompiler()
    try compiler.define("place", as: ["kitchen"], in: "one.yaml")
    #expect(throws: Never.self) { try compiler.pattern("<drink> in <place>", in: "one.yaml") }
    #expect(throws: PatternError.unknownIdea("place")) {
      try compiler.pattern("<drink> in <place>", in: "two.yaml")
    }
    #expect(compiler.set(ofShared: "place") == nil)
    #expect(compiler.phrases(ofShared: "drink") == ["tea", "cold milk"])
    #expect(compiler.phrases(ofShared: "place") == [])
  }

  @Test func anIdeaOfTheScopeHidesTheSharedOne() throws {
    var compiler = try Self.makeCompiler()
    try compiler.define("drink", as: ["milk"], in: "one.yaml")
    let own = try compiler.pattern("<drink>", in: "one.yaml")
    let shared = try compiler.pattern("<drink>", in: "two.yaml")
    let triage = Triage(
      rules: [
        RecognitionRule(id: "own", safetyClass: .misuse, means: "", patterns: [own]),
        RecognitionRule(id: "shared", safetyClass: .misuse, means: "", patterns: [shared]),
      ], from: compiler)
    #expect(triage.assess("milk").findings.map(\.rule) == ["own"])
    #expect(triage.assess("tea").findings.map(\.rule) == ["shared"])
    #expect(triage.assess("cold milk").findings.map(\.rule) == ["own", "shared"])
  }
}
