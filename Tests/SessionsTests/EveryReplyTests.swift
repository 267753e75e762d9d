import Conversation
import FoundationEssentials
import KnowledgeBase
import Rendering
import Safety
import TestSupport
import Testing

@testable import Sessions

/// The promise above all others: whatever comes in, on whatever way, the reply
/// holds the safety notice or a card, and names the clinic.
@Suite(.timeLimit(.minutes(10)))
struct EveryReplyTests {
  /// What the replies come from.
  enum Content: CaseIterable {
    /// The clinic's articles.
    case articles
    /// The clinic's safety texts, when its articles cannot be loaded.
    case safetyTextsAlone
    /// What is built in, when nothing can be loaded.
    case nothing

    /// How many lines are sent each way: most where there is most to go wrong.
    var count: Int { self == .articles ? 10_000 : 2_000 }
  }

  /// The content with what every reply from it must hold.
  private struct Promise {
    let responder: Responder
    let notice: String
    /// The cards without the line about the clinic, which comes last.
    let cards: [String]
    let names: [String]

    init(_ content: Content, _ knowledge: Knowledge) {
      let texts: SafetyTexts
      switch content {
      case .articles:
        responder = Responder(knowledge)
        texts = knowledge.safety.texts
      case .safetyTextsAlone:
        responder = Responder(withoutArticles: knowledge.safety)
        texts = knowledge.safety.texts
      case .nothing:
        responder = Responder(withoutArticles: .builtIn)
        texts = SafetyContent.builtIn.texts
      }
      notice = responder.notice.text
      names = content == .nothing ? ["the clinic", "la clínica"] : [knowledge.clinic.name]
      let classes = SafetyClass.carded.map(\.rawValue)
      cards = texts.all.compactMap { name, text in
        guard classes.contains(where: { name.hasPrefix($0 + " ") }) else { return nil }
        return text.split(separator: "\n").dropLast().joined(separator: "\n")
      }
    }

    /// Whether `text` is a reply as promised.
    func isKept(by text: some StringProtocol) -> Bool {
      (text.hasSuffix(notice) || cards.contains(where: text.hasPrefix))
        && names.contains(where: text.contains)
    }
  }

  private let knowledge: Knowledge

  init() throws {
    knowledge = try RealKnowledge.load()
  }

  private func messages(_ content: Content) -> [[UInt8]] {
    var generator = MessageGenerator(
      seed: 20_261_124, questions: RealKnowledge.questions(of: knowledge))
    return (0..<content.count).map { _ in generator.next() }
  }

  /// The line as a reader gives it: its end gone, and all beyond the limit.
  private func received(_ message: [UInt8]) -> [UInt8] {
    let line = message.last == UInt8(ascii: "\r") ? message.dropLast() : message[...]
    return Array(line.prefix(LineReader.longestLine))
  }

  @Test(arguments: Content.allCases)
  func ofTheResponder(_ content: Content) {
    let promise = Promise(content, knowledge)
    var state = ConversationState()
    let failure = Reply.Failure(code: "bad", message: "Bad.")
    for (number, message) in messages(content).enumerated() {
      // Long conversations and short ones.
      if number % 50 == 0 { state = ConversationState() }
      let text = String(decoding: message, as: UTF8.self)
      let reply = promise.responder.reply(to: text, in: &state)
      #expect(!reply.notice.text.isEmpty && !reply.notice.clinic.isEmpty)
      let body = reply.supportLines.map { String(reply.text.dropFirst($0.count + 2)) }
      #expect(promise.isKept(by: body ?? reply.text), "line \(number): \(message)")
      let error = promise.responder.reply(to: failure, readable: text, in: &state)
      let rest = error.supportLines.map { String(error.text.dropFirst($0.count + 2)) }
      #expect(promise.isKept(by: rest ?? error.text), "unusable line \(number): \(message)")
    }
  }

  @Test(arguments: Content.allCases)
  func ofTheTextPipe(_ content: Content) {
    let promise = Promise(content, knowledge)
    let messages = messages(content)
    let output = CollectedOutput()
    var session = PipeSession(promise.responder, format: .text, output: output)
    Input.pipe(messages.flatMap { $0 + [0x0A] }).withLines { session.run($0) }
    let answered = messages.filter { !received($0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    #expect(output.writes.count == answered.count)
    for (write, message) in zip(output.writes, answered) {
      #expect(write.hasSuffix("\n\u{0C}\n"))
      var text = write.dropLast(3)
      for support in supportLines(promise) where text.hasPrefix(support) {
        text = text.dropFirst(support.count + 2)
      }
      #expect(promise.isKept(by: text), "\(message)")
    }
  }

  /// Every other line as it is, the rest as questions of well-formed requests.
  @Test(arguments: Content.allCases)
  func ofTheJSONPipe(_ content: Content) throws {
    let promise = Promise(content, knowledge)
    let sent = messages(content).enumerated().map { number, message in
      number % 2 == 0
        ? message
        : Array(
          JSONValue.object([
            "q": .string(String(decoding: message, as: UTF8.self)), "id": .integer(Int64(number)),
            "session": .string("\(number / 20)"),
          ]).line.utf8)
    }
    let output = CollectedOutput()
    var session = PipeSession(promise.responder, format: .jsonl, output: output)
    Input.pipe(sent.flatMap { $0 + [0x0A] }).withLines { session.run($0) }
    let answered = sent.filter { !received($0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    #expect(output.writes.count == answered.count)
    for (write, message) in zip(output.writes, answered) {
      #expect(write.utf8.count { $0 == 0x0A } == 1)
      guard case .object(let reply) = try JSONValue(parsing: Data(write.utf8)),
        case .object(let safety) = reply["safety"], let notice = safety["notice"]?.string,
        let clinic = safety["clinic"]?.string
      else {
        Issue.record("no safety notice for \(message)")
        continue
      }
      #expect(promise.isKept(by: notice), "\(message)")
      #expect(notice.hasSuffix(clinic))
      // A reply to an operation has no text beside its notice.
      if let text = reply["text"]?.string {
        #expect(text.hasPrefix(notice) || text.hasSuffix(notice), "\(message)")
      } else {
        #expect(reply["kind"] == nil, "\(message)")
      }
    }
  }

  @Test(arguments: Content.allCases)
  func ofTheChat(_ content: Content) {
    let promise = Promise(content, knowledge)
    let lines = messages(content).filter {
      ChatCommand(String(decoding: received($0), as: UTF8.self)) != .leave
    }
    let conversation = 100
    for start in stride(from: 0, to: lines.count, by: conversation) {
      let lines = lines[start..<min(start + conversation, lines.count)]
      let output = CollectedOutput()
      var session = ChatSession(
        promise.responder, output: output, manner: ChatManner(),
        measure: { Window(columns: 78, rows: nil) })
      let ending = Input.pipe(lines.flatMap { $0 + [0x0A] }).withLines { lines in
        var source = PlainLineSource(lines, output: CollectedOutput())
        return session.run(&source)
      }
      #expect(ending == .finished)
      let answered = lines.filter {
        !String(decoding: received($0), as: UTF8.self).allSatisfy(\.isWhitespace)
      }
      // The opening and the farewell are no answers, and carry the notice too.
      #expect(output.writes.count == answered.count + 2)
      for write in output.writes {
        #expect(
          write.contains(promise.notice) || promise.cards.contains { write.hasPrefix("\n" + $0) })
        #expect(promise.names.contains(where: write.contains))
      }
    }
  }

  /// A replay takes the patients' way through the program; it tells the kind of
  /// every reply that came.
  @Test(arguments: Content.allCases)
  func ofAReplay(_ content: Content) throws {
    let promise = Promise(content, knowledge)
    let typed = messages(content).map { String(decoding: $0, as: UTF8.self) }.filter { text in
      // A transcript is a file that people write.
      !text.isEmpty && text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
    }.filter { $0.contains { $0 != " " } }
    let turns = typed.map { "  - {patient: \(JSONValue.string($0).line), kind: other}\n" }
    let disk = try TemporaryFolder(["all.yaml": "turns:\n" + turns.joined()])
    let failures = try Transcript.readAll(at: disk.path)
      .flatMap(ReplaySession(promise.responder).failures)
    #expect(failures.map(\.patient) == typed)
    let kinds = Set(failures.compactMap { $0.got.split(separator: " ").first.map(String.init) })
    #expect(kinds.isSubset(of: Set(Reply.Kind.allCases.map(\.rawValue))))
    #expect(
      kinds.isSuperset(of: content == .articles ? ["answer", "crisis"] : ["error", "crisis"]))
  }

  private func supportLines(_ promise: Promise) -> [String] {
    let texts = promise.responder.knowledge?.safety.texts ?? knowledge.safety.texts
    return [texts, SafetyContent.builtIn.texts].flatMap { texts in
      ["en", "es"].flatMap { language in
        Setting.allCases.map { texts.supportLines(in: language, for: $0) }
      }
    }
  }
}
