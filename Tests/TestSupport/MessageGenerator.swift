/// Makes up the lines that people, cats on keyboards and broken programs send.
///
/// The same seed and questions give the same lines in the same order.
package struct MessageGenerator {
  /// A way to make a line.
  package enum Family: CaseIterable, Sendable {
    /// A patient's question as it is.
    case question
    /// A patient's question with slips of the finger.
    case mistyped
    /// Characters from all over Unicode.
    case unicode
    /// Control characters, NUL and line breaks of other systems among words.
    case control
    /// Bytes that are no UTF-8.
    case bytes
    /// Far more text than anyone types.
    case huge
    /// Pieces of JSON, and requests with one thing wrong.
    case json
    /// A cry for help somewhere in noise.
    case crisis
    /// What only makes sense after another reply: numbers, "more", "repeat".
    case command
    /// Nothing, or blanks.
    case empty
  }

  private var random: SeededGenerator
  private let questions: [String]
  private var count = 0

  /// Words that triage knows with or without a clinic's rules.
  private static let cries = [
    "I want to kill myself", "i want to die", "suicidal", "quiero morir", "I can't breathe",
    "chest pain", "k i l l myself", "s\u{FA}icidal", "kms", "I took too many", "better off dead",
  ]
  private static let commands = [
    "1", "2", "3", "0", "-1", "+1", "more", "MORE", "repeat", "say that again", "topics", "help",
    "hi", "thank you", "\(Int.min)", "\(Int.max)", "99999999999999999999", "\u{661}",
  ]
  private static let fragments = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-0",
    "\"q\":", "\"id\":", "\"op\":", "\"session\":", "\"ask\"", "\"ping\"", "\"topics\"", "\"info\"",
    "\"end_session\"", "\"what is ketamine\"", "12345678901234567890", "[[[[[[", "}}}}", " ",
  ]

  /// Creates a generator.
  ///
  /// - Parameters:
  ///   - seed: what all choices follow from.
  ///   - questions: what real questions are drawn from, at least one.
  package init(seed: UInt64, questions: [String]) {
    random = SeededGenerator(seed: seed)
    self.questions = questions
  }

  /// One line in so many is huge; one takes as long as a hundred others.
  private static let hugeEvery = 199

  /// Returns the next line, the families taking turns; it holds no line feed.
  package mutating func next() -> [UInt8] {
    count += 1
    if count % Self.hugeEvery == 0 { return next(of: .huge) }
    let others = Family.allCases.filter { $0 != .huge }
    return next(of: others[count % others.count])
  }

  /// Returns a line of one family; it holds no line feed.
  package mutating func next(of family: Family) -> [UInt8] {
    make(family).filter { $0 != UInt8(ascii: "\n") }
  }

  private mutating func make(_ family: Family) -> [UInt8] {
    switch family {
    case .question: Array(random.pick(questions).utf8)
    case .mistyped: Array(mistyped(random.pick(questions)).utf8)
    case .unicode: Array(unicode(upTo: 60).utf8)
    case .control: control()
    case .bytes: (0..<Int.random(in: 1...80, using: &random)).map { _ in byte() }
    case .huge: huge()
    case .json: json()
    case .crisis: crisis()
    case .command: Array(random.pick(Self.commands).utf8)
    case .empty: Array(random.pick(["", " ", "\t", "  \t ", "\u{A0}", "\u{200B}", "\r"]).utf8)
    }
  }

  private mutating func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }

  private mutating func mistyped(_ question: String) -> String {
    var letters = Array(question)
    for _ in 0..<Int.random(in: 1...3, using: &random) where letters.count > 1 {
      let place = Int.random(in: 0..<letters.count - 1, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.swapAt(place, place + 1)
      case 1: letters.remove(at: place)
      case 2: letters.insert(letters[place], at: place)
      default: letters[place] = random.pick(Array("qwertyuiopasdfghjklzxcvbnm"))
      }
    }
    return String(letters)
  }

  private mutating func unicode(upTo longest: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...longest, using: &random) {
      // Mostly the planes in use, where letters, marks and pictures are.
      let value =
        Bool.random(using: &random)
        ? UInt32.random(in: 0...0x2FFF, using: &random)
        : UInt32.random(in: 0...0x10FFFF, using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private mutating func control() -> [UInt8] {
    let signs: [UInt8] = [0, 7, 8, 9, 0x0B, 0x0C, 0x0D, 0x1B, 0x1C, 0x7F]
    return random.pick(questions).utf8.flatMap { byte -> [UInt8] in
      Int.random(in: 0..<6, using: &random) == 0 ? [random.pick(signs), byte] : [byte]
    }
  }

  private mutating func huge() -> [UInt8] {
    // Around the longest question, around the longest line, and in between.
    let length = random.pick([1_999, 2_000, 2_001, 9_000, 65_535, 65_536, 65_537, 70_000])
    let piece: [UInt8]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: piece = Array((random.pick(questions) + " ").utf8)
    case 1: piece = Array(random.pick(["a", "a ", "?", "é", "💊", "kill", "i "]).utf8)
    case 2: piece = (0..<50).map { _ in byte() }
    default: piece = Array((unicode(upTo: 20) + " ").utf8)
    }
    var line: [UInt8] = []
    line.reserveCapacity(length + piece.count)
    while line.count < length { line += piece }
    return Array(line.prefix(length))
  }

  private mutating func json() -> [UInt8] {
    if Bool.random(using: &random) {
      let count = Int.random(in: 1...12, using: &random)
      return Array((0..<count).map { _ in random.pick(Self.fragments) }.joined().utf8)
    }
    let question = random.pick(questions).replacing("\\", with: "").replacing("\"", with: "")
    let wrong = random.pick([
      "", "\"id\":[1,{\"a\":null}],", "\"op\":\"shout\",", "\"session\":7,", "\"q\":9,",
      "\"op\":\"end_session\",", "\"x\":[[[[[[[[]]]]]]]],", "\"q\":\"\\u0000\",",
      "\"op\":\"ping\",",
    ])
    return Array("{\(wrong)\"q\":\"\(question)\"}".utf8)
  }

  private mutating func crisis() -> [UInt8] {
    var words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Bool.random(using: &random) ? random.pick(questions) : unicode(upTo: 8)
    }
    words.insert(
      random.pick(Self.cries), at: Int.random(in: 0...words.count, using: &random))
    return Array(words.joined(separator: random.pick([" ", ". ", ", ", "! "])).utf8)
  }
}
