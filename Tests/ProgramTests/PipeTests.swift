import Testing

/// The JSON-lines interface: requests, operations and sessions.
struct PipeTests {
  @Test func answersEveryLineInOrder() throws {
    let questions = ["apple", "bean rows", "where can i park", "I want to kill myself", "pear"]
    let kinds: [JSON] = ["answer", "answer", "not_covered", "crisis", "answer"]
    let input = (0..<40).map { Pipe.ask(questions[$0 % questions.count], id: $0) }
    let replies = try Pipe.replies(to: input, content: SmallClinic.folder())
    #expect(replies.map { $0["id"] } == (0..<40).map { .number(Double($0)) })
    #expect(replies.map { $0["kind"] } == (0..<40).map { kinds[$0 % kinds.count] })
  }

  @Test func aReplyHasTheFieldsOfTheInterface() throws {
    let content = try SmallClinic.folder()
    let reply = try #require(
      Pipe.replies(to: [Pipe.ask("bean rows", id: 7)], content: content).first)
    let knowledge = try #require(reply["knowledge"]?.string)
    #expect(knowledge.wholeMatch(of: #/[0-9a-f]{64}/#) != nil)
    let score = try #require(reply["sections"]?.elements.first?["score"]?.number)
    let source = "From the article \"The Garden\", section \"Bean Rows\"."
    let notice = "Call or text 988.\nAsk Elm Clinic."
    #expect(
      reply == [
        "v": 1, "id": 7, "kind": "answer",
        "text": .string("Beans climb up poles.\n\n\(source)\n\n\(notice)"),
        "passage": "Beans climb up poles.",
        "sections": [
          [
            "id": "bean-rows", "title": "Bean Rows", "article": "The Garden",
            "score": .number(score),
          ]
        ],
        "suggestions": [], "corrections": [],
        "safety": ["class": "none", "notice": .string(notice), "clinic": "Ask Elm Clinic."],
        "knowledge": .string(knowledge),
      ])
  }

  @Test func blankLinesGetNoReply() throws {
    let replies = try Pipe.replies(to: ["", Pipe.ask("apple", id: 1), "  \t ", "\r", ""])
    #expect(replies.map { $0["id"] } == [1])
  }

  @Test func linesMayEndAsOnWindows() throws {
    let replies = try Pipe.replies(to: [
      Pipe.ask("what is ketamine", id: 1) + "\r", Pipe.ask("what is spravato", id: 2) + "\r",
    ])
    #expect(replies.map { $0["id"] } == [1, 2])
    #expect(replies.map { $0["kind"] } == ["answer", "answer"])
  }

  @Test(arguments: [
    "1", "0", "-7", "0.1", "123.456", "9007199254740993", "-9223372036854775808",
    "18446744073709551615", "\"\"", "\"a \\\"b\\\" é 中 \\u0000\"", "null", "true", "[]", "{}",
    "[1,[2,[3,null]],\"x\"]", "{\"a\":{\"b\":[1,{\"c\":null}]},\"z\":false}",
  ])
  func givesTheIDBackUnchanged(id: String) throws {
    let lines = try Pipe.lines([
      "{\"id\":\(id),\"op\":\"ping\"}", "{\"id\":\(id),\"q\":\"what is ketamine\"}",
      "{\"id\":\(id),\"q\":5}",
    ])
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.contains("\"id\":\(id),") })
  }

  @Test func aRequestWithoutAnIDGetsNull() throws {
    let replies = try Pipe.replies(to: ["{\"q\":\"what is ketamine\"}", "{\"op\":\"ping\"}", "no"])
    #expect(replies.map { $0["id"] } == [.null, .null, .null])
  }

  @Test func answersTheOperations() throws {
    let content = try SmallClinic.folder()
    let replies = try Pipe.replies(
      to: [
        "{\"id\":1,\"op\":\"ping\"}", "{\"id\":2,\"op\":\"topics\"}", "{\"id\":3,\"op\":\"info\"}",
        "{\"id\":4,\"op\":\"end_session\",\"session\":\"never begun\"}",
        "{\"id\":5,\"op\":\"ask\",\"q\":\"bean rows\"}",
      ], content: content)
    try #require(replies.count == 5)
    #expect(replies[0]["pong"] == .bool(true))
    #expect(
      replies[1]["topics"] == [
        ["id": "apple-trees", "title": "Apple Trees", "article": "The Garden"],
        ["id": "pear-trees", "title": "Pear Trees", "article": "The Garden"],
        ["id": "bean-rows", "title": "Bean Rows", "article": "The Garden"],
      ])
    #expect(replies[2]["clinic"] == .string(SmallClinic.name))
    #expect(replies[2]["knowledge"] == replies[4]["knowledge"])
    #expect(replies[3]["ended"] == .bool(true))
    #expect(replies.map { $0["id"] } == [1, 2, 3, 4, 5])
    #expect(replies.allSatisfy { $0["v"] == 1 })
    #expect(replies.allSatisfy { $0["safety"]?["notice"] == "Call or text 988.\nAsk Elm Clinic." })
  }

  @Test func everyReplyCarriesTheNoticeAndNamesTheClinic() throws {
    let replies = try Pipe.replies(
      to: [
        Pipe.ask("bean rows"), Pipe.ask("trees"), Pipe.ask("where can i park"), Pipe.ask("zebra"),
        Pipe.ask("I want to kill myself"), Pipe.ask(""), "nonsense", "[]", "{}",
        Pipe.ask(String(repeating: "bean ", count: 500)),
      ], content: SmallClinic.folder())
    #expect(
      replies.map { $0["kind"] } == [
        "answer", "choice", "not_covered", "not_covered", "crisis", "error", "error", "error",
        "error", "error",
      ])
    for reply in replies {
      let text = try #require(reply["text"]?.string)
      let notice = try #require(reply["safety"]?["notice"]?.string)
      #expect(reply["kind"] == "crisis" ? text.hasPrefix(notice) : text.hasSuffix(notice))
      #expect(text.contains(SmallClinic.name))
      #expect(reply["safety"]?["clinic"]?.string?.contains(SmallClinic.name) == true)
      let isRanked = ["answer", "choice"].contains(reply["kind"])
      #expect(reply["sections"]?.elements.isEmpty == !isRanked)
      #expect((reply["error"] != nil) == (reply["kind"] == "error"))
    }
  }

  // MARK: Sessions

  @Test func aDigitPicksFromTheChoiceBefore() throws {
    let replies = try Pipe.replies(
      to: [
        Pipe.ask("trees", session: "a"), Pipe.ask("bean rows", session: "b"),
        Pipe.ask("2", session: "a"), Pipe.ask("2", session: "b"), Pipe.ask("2"),
      ], content: SmallClinic.folder())
    #expect(replies.map { $0["kind"] }.prefix(3) == ["choice", "answer", "answer"])
    #expect(replies[2]["sections"]?.elements.map { $0["id"] } == ["pear-trees"])
    #expect(replies[3]["kind"] != "answer", "nothing was offered in this session")
    #expect(replies[4]["kind"] != "answer", "a line without a session stands alone")
  }

  @Test func moreReadsOnUntilTheSectionEnds() throws {
    let asks = Array(repeating: Pipe.ask("more", session: "a"), count: 6)
    let replies = try Pipe.replies(
      to: [Pipe.ask("how does ketamine work on the brain", session: "a")] + asks)
    let answers = replies.filter { $0["kind"] == "answer" }
    let passages = answers.compactMap { $0["passage"]?.string }
    #expect(answers.count > 2)
    #expect(passages.count == answers.count)
    #expect(Set(passages).count == passages.count, "a passage is not shown again")
    for answer in answers {
      #expect(answer["sections"]?.elements.first?["id"] == "how-ketamine-works-on-the-brain")
    }
    #expect(replies.last?["kind"] == "small_talk")
  }

  @Test func anEndedSessionIsForgotten() throws {
    let replies = try Pipe.replies(
      to: [
        Pipe.ask("trees", session: "a"), "{\"op\":\"end_session\",\"session\":\"a\"}",
        Pipe.ask("2", session: "a"),
      ], content: SmallClinic.folder())
    #expect(replies.map { $0["kind"] } == ["choice", nil, "not_covered"])
  }

  @Test func helpLinesStayInViewAfterACrisis() throws {
    let replies = try Pipe.replies(
      to: [
        Pipe.ask("I want to kill myself", session: "a"), Pipe.ask("bean rows", session: "a"),
        Pipe.ask("bean rows", session: "b"),
      ], content: SmallClinic.folder())
    #expect(replies.map { $0["kind"] } == ["crisis", "answer", "answer"])
    #expect(replies.map { $0["safety"]?["class"] } == ["crisis", "support", "none"])
    #expect(replies[1]["text"]?.string?.hasPrefix("Low? Call or text 988.\n") == true)
  }
}
