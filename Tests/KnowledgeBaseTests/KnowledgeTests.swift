import Safety
import TestSupport
import Testing

@testable import KnowledgeBase

struct KnowledgeTests {
  @Test func theSmallFolderLoads() throws {
    let knowledge = try KnowledgeFiles().knowledge()
    #expect(knowledge.articles.map(\.id) == ["tea"])
    #expect(knowledge.sections.map(\.id) == ["what-is-tea", "brewing", "green-leaves", "keeping"])
    #expect(knowledge.section("keeping")?.title == "Keeping")
    #expect(knowledge.section("milk") == nil)
    #expect(
      knowledge.phrasings.map(\.target) == ["brewing", "personal-advice", "price", "small-talk"])
    #expect(knowledge.hash == ContentHash.hexadecimal(of: KnowledgeFiles().folder.files))
  }

  @Test func articlesComeInTheOrderOfTheirNames() throws {
    let milk = KnowledgeFiles.article(body: "## Milk\n\nWhite.")
    #expect(
      try KnowledgeFiles([
        "articles/milk.md": milk, "articles/zebra.md": milk.replacing("Milk", with: "Zebra"),
      ])
      .knowledge().sections.map(\.id)
        == ["milk", "what-is-tea", "brewing", "green-leaves", "keeping", "zebra"])
  }

  @Test func phrasingsOfOneVoiceCanBeLeftOut() throws {
    let knowledge = try KnowledgeFiles([
      "phrasings/brewing.txt": "## a\none\n## b\ntwo\n"
    ]).knowledge()
    let kept = knowledge.keepingPhrasings { $0.voice == "b" }
    #expect(kept.phrasings.map { $0.phrasings.map(\.text) } == [["two"], [], [], []])
    #expect(kept.hash == knowledge.hash)
  }

  @Test func topicsCanBeLeftOut() throws {
    let knowledge = try KnowledgeFiles().knowledge().leavingOut(topics: ["price", "brewing"])
    #expect(knowledge.notCovered == [])
    #expect(knowledge.phrasings.map(\.target) == ["personal-advice", "small-talk"])
    #expect(knowledge.sections.map(\.id).contains("brewing"))
  }

  @Test func entriesOfTheLexiconCanBeLeftOut() throws {
    let lexicon = try KnowledgeFiles().knowledge().leavingOut(synonyms: ["cuppa"]).lexicon
    #expect(lexicon.synonyms.map(\.say) == ["fridge"])
    #expect(lexicon.protectedWords == ["oolong"])
  }

  // MARK: Drafts

  @Test func draftsAreLeftOutUnlessAskedFor() throws {
    let files = KnowledgeFiles([
      "articles/milk.md": KnowledgeFiles.article(
        ["status": "draft", "title": "Milk"], body: "## Milk\n\nWhite.")
    ])
    #expect(try files.knowledge().articles.map(\.id) == ["tea"])
    let all = try files.knowledge(includesDrafts: true)
    #expect(all.articles.map(\.id) == ["milk", "tea"])
    // What is served is not the same content.
    #expect(try all.hash != files.knowledge().hash)
  }

  @Test func namesInDraftsCanBeReferredTo() throws {
    let files = KnowledgeFiles([
      "articles/milk.md": KnowledgeFiles.article(["status": "draft"], body: "## Milk\n\nWhite."),
      "phrasings/milk.txt": "## plain\nis it white\n",
    ])
    #expect(files.faults() == [])
  }

  @Test func draftsAloneAreNothingToServe() throws {
    let files = KnowledgeFiles(
      ["articles/milk.md": KnowledgeFiles.article(["status": "draft"], body: "## Milk\n\nWhite.")],
      without: [
        "articles/tea.md", "phrasings/brewing.txt", "not-covered.yaml", "phrasings/price.txt",
      ])
    #expect(
      files.faults() == [
        KnowledgeFault(
          file: "articles", line: nil,
          message: "no approved article; expected `status: approved` in one at least")
      ])
    #expect(try files.knowledge(includesDrafts: true).sections.map(\.id) == ["milk"])
  }

  // MARK: Faults

  @Test func faultsOfAllFilesComeTogetherInOrder() throws {
    let disk = try TemporaryFolder(
      KnowledgeFiles([
        "articles/tea.md": KnowledgeFiles.article(
          ["review_by": "soon"], body: "## Keeping\n\nDry.\n"),
        "articles/milk.md": "no front matter",
        "clinic.yaml": "name: The Kettle\nfax: 1\n",
        "lexicon.yaml": "synonyms:\n  - say: cuppa\n",
        "not-covered.yaml": "topics:\n  - id: price\n",
        "phrasings/brewing.txt": "how long\n",
        "small-talk.yaml": "intents: none\n",
        "safety/danger.yaml": "class: danger\nrules: []\n",
        "safety/lines.yaml": "lines: [\n",
      ]).texts)
    try disk.write([0x23, 0x23, 0x20, 0xFF, 0x0A], to: "phrasings/price.txt")
    let error = try #require(throws: KnowledgeError.self) { try Knowledge(at: disk.path) }
    guard case .faults(let faults) = error else {
      Issue.record("expected faults, got \(error)")
      return
    }
    #expect(faults == faults.sorted())
    let places = faults.map { "\($0.file):\($0.line ?? 0)" }
    for place in [
      "articles/milk.md:1", "articles/tea.md:7", "clinic.yaml:2", "lexicon.yaml:2",
      "not-covered.yaml:2", "phrasings/brewing.txt:1", "phrasings/price.txt:1",
      "safety/danger.yaml:0", "safety/lines.yaml:2", "small-talk.yaml:1",
    ] {
      #expect(places.contains(place))
    }
    #expect(
      faults.contains(
        KnowledgeFault(
          file: "phrasings/price.txt", line: 1, message: "not UTF-8; save the file as UTF-8 text")))
  }

  @Test func aSectionIDGivenTwiceIsAFault() {
    let milk = KnowledgeFiles.article(body: "## Milk\n\nWhite.\n\n## Dry {#keeping}\n\nPowder.")
    #expect(
      KnowledgeFiles(["articles/milk.md": milk]).faults() == [
        KnowledgeFault(
          file: "articles/tea.md", line: 25,
          message: "the section id `keeping` is also in articles/milk.md")
      ])
  }

  @Test func aTopicMayNotHaveASectionsNameOrSuggestWhatIsNotThere() {
    #expect(
      KnowledgeFiles([
        "not-covered.yaml": """
        topics:
          - {id: price, title: Price, says: None., near: [brewing, cellar]}
          - {id: keeping, title: Keeping, says: None.}
        """
      ]).faults() == [
        KnowledgeFault(
          file: "not-covered.yaml", line: 2,
          message: "the topic `price` suggests `cellar`, which is no section"),
        KnowledgeFault(
          file: "not-covered.yaml", line: 3,
          message: "the topic `keeping` has the name of a section"),
      ])
  }

  @Test func phrasingsOfNothingAreAFault() {
    #expect(
      KnowledgeFiles(["phrasings/cellar.txt": "## plain\nwhere is it\n"]).faults() == [
        KnowledgeFault(
          file: "phrasings/cellar.txt", line: nil,
          message: "`cellar` is no section, no topic of not-covered.yaml, and not personal-advice "
            + "or small-talk")
      ])
  }

  // MARK: Folders on disk

  @Test func aFolderWithoutArticlesIsMissingContent() throws {
    let disk = try TemporaryFolder(["clinic.yaml": "name: The Kettle"])
    #expect(throws: KnowledgeError.missing(path: disk.path + "/articles")) {
      try Knowledge(at: disk.path)
    }
    #expect(throws: KnowledgeError.missing(path: disk.path + "/none")) {
      try Knowledge(at: disk.path + "/none")
    }
  }

  @Test func safetyTextsServeWhenTheArticlesCannot() throws {
    let disk = try TemporaryFolder(KnowledgeFiles(["articles/tea.md": "broken"]).texts)
    #expect(throws: KnowledgeError.self) { try Knowledge(at: disk.path) }
    let safety = Knowledge.safety(at: disk.path)
    #expect(safety.texts.notice(for: .kiosk).clinic == "Questions? Ask staff, or call The Kettle.")
    #expect(safety.triage.assess("I want to die").gravest == .crisis)
  }

  @Test(arguments: [
    ("safety/crisis.yaml", "call The Kettle"), ("safety/lines.yaml", "call The Kettle"),
    ("clinic.yaml", "call the clinic"),
  ])
  func builtInTextsServeWhenTheSafetyFilesCannot(_ file: String, _ call: String) throws {
    let disk = try TemporaryFolder(KnowledgeFiles([file: "[broken"]).texts)
    let safety = Knowledge.safety(at: disk.path)
    let notice = safety.texts.notice(for: .kiosk)
    let builtIn = BuiltInSafety.texts.notice(for: .kiosk)
    #expect(notice.text == builtIn.text.replacing("call the clinic", with: call))
    #expect(notice.clinic.hasSuffix("\(call)."))
    #expect(safety.triage.assess("I want to die").gravest == .crisis)
    #expect(safety.lines == [])
  }

  @Test func builtInTextsServeWhereThereIsNoFolder() {
    let safety = Knowledge.safety(at: "/no/such/folder")
    #expect(safety.texts.notice(for: .remote) == BuiltInSafety.texts.notice(for: .remote))
    #expect(safety.triage.assess("I want to die").gravest == .crisis)
  }
}
