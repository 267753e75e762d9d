package import KnowledgeBase

/// A small Knowledge folder in memory, about tea, with a default for every file.
///
///     try KnowledgeFiles(["clinic.yaml": "name: The Kettle"]).knowledge()
package struct KnowledgeFiles {
  /// The files' texts by their paths in the folder.
  package var texts: [String: String]

  /// Creates a folder.
  ///
  /// - Parameters:
  ///   - changes: files that are added, or stand in place of a default.
  ///   - removed: default files that are left out.
  package init(_ changes: [String: String] = [:], without removed: [String] = []) {
    texts = Self.defaults.merging(changes) { _, change in change }
    for name in removed { texts[name] = nil }
  }

  /// The folder.
  package var folder: ContentFolder { ContentFolder(texts: texts) }

  /// Loads the folder.
  package func knowledge(includesDrafts: Bool = false) throws(KnowledgeError) -> Knowledge {
    try Knowledge(folder, includesDrafts: includesDrafts)
  }

  /// Returns the faults of loading the folder; none when it loads.
  package func faults(includesDrafts: Bool = false) -> [KnowledgeFault] {
    do throws(KnowledgeError) {
      _ = try knowledge(includesDrafts: includesDrafts)
      return []
    } catch {
      guard case .faults(let faults) = error else { return [] }
      return faults
    }
  }

  /// An article's text.
  ///
  /// - Parameters:
  ///   - fields: fields of the front matter in place of the defaults; an empty
  ///     text leaves the field out.
  ///   - body: the Markdown below.
  package static func article(_ fields: [String: String] = [:], body: String) -> String {
    let defaults = [
      ("title", "Tea"), ("source", "a test"), ("status", "approved"), ("reviewed_by", "A. Tester"),
      ("reviewed_on", "2026-01-31"), ("review_by", "2027-01-31"),
    ]
    var lines = defaults.map { ($0, fields[$0] ?? $1) }.filter { !$1.isEmpty }
    for (name, value) in fields.sorted(by: { $0.key < $1.key })
    where !defaults.contains(where: { $0.0 == name }) {
      lines.append((name, value))
    }
    return "---\n" + lines.map { "\($0): \($1)\n" }.joined() + "---\n" + body
  }

  /// The number of lines of ``article(_:body:)`` above the body, when no field
  /// is added or left out.
  package static let frontMatterLines = 8

  // MARK: Defaults

  private static let defaults = [
    "articles/tea.md": article(body: tea),
    "phrasings/brewing.txt": """
    ## plain
    how do I brew a cup of tea
    how long should tea steep
    how hot must the water be
    """,
    "phrasings/price.txt": """
    ## plain
    what does a tin cost
    is it expensive
    """,
    "phrasings/personal-advice.txt": """
    ## plain
    may I mix it with my heart pills
    how many cups should I have with my heart pills
    """,
    "phrasings/small-talk.txt": """
    ## plain
    lovely weather outside
    """,
    "lexicon.yaml": """
    synonyms:
      - say: cuppa
        means: [tea]
        weight: 0.5
      - say: fridge
        means: [keeping]
    protected: [oolong]
    stop_words: [a, an, the, is, it, do, does, i, of, to, how, what, where, with, my, for]
    """,
    "not-covered.yaml": """
    topics:
      - id: price
        title: What it costs
        says: The article does not give prices.
        near: [keeping, brewing]
    """,
    "small-talk.yaml": """
    intents:
      - id: greeting
        reply: Hello. What would you like to know?
        phrases: [hello, good morning, hi there]
      - id: thanks
        reply: You are welcome.
        phrases: [thanks, thank you]
      - id: repeat
        reply: Please ask again.
        phrases: [repeat, say that again]
    """,
    "clinic.yaml": "name: The Kettle\n",
    "safety/lines.yaml": """
    lines:
      - {id: emergency, name: Help, number: "911", source: a test, checked: 2026-01-31}
      - {id: crisis, name: Lifeline, number: "988", source: a test, checked: 2026-01-31}
    """,
    "safety/notice.yaml": """
    footer:
      en:
        kiosk: This is not advice for you. Tell staff, or call {line:emergency}.
        remote: This is not advice for you. Call {line:emergency}.
    support:
      en:
        kiosk: Feeling low? Tell staff, or call {line:crisis}.
        remote: Feeling low? Call {line:crisis}.
      es:
        kiosk: ¿Se siente mal? Avise al personal, o llame al {line:crisis}.
        remote: ¿Se siente mal? Llame al {line:crisis}.
    clinic:
      en:
        kiosk: Questions? Ask staff, or {call}.
        remote: Questions? Please {call}.
      es:
        kiosk: ¿Preguntas? Llame a {clinic}.
        remote: ¿Preguntas? Llame a {clinic}.
    """,
    "safety/ideas.yaml": """
    fillers: [really, just]
    negations: [not, never, dont, without]
    false-negations: [dont know]
    """,
    "safety/emergency.yaml": card(
      "emergency", "This could be an emergency.", "Call {line:emergency} now.",
      rules: [("emergency-chest", "chest pain")]),
    "safety/crisis.yaml": """
    class: crisis
    card:
      en:
        openings: [Thank you for telling me., I am glad you wrote this.]
        kiosk: |
          {opening}
          Tell staff now. Call or text {line:crisis}.
        remote: |
          {opening}
          Call or text {line:crisis}.
        addition: Thoughts of suicide? Call {line:crisis}.
      es:
        openings: [Gracias por decírmelo.]
        kiosk: |
          {opening}
          Avise al personal. Llame al {line:crisis}.
        remote: |
          {opening}
          Llame al {line:crisis}.
        addition: ¿Piensa en el suicidio? Llame al {line:crisis}.
    rules:
      - id: crisis-die
        means: The person says that they want to die.
        when: [(want|wish) to die]
      - id: crisis-es
        language: es
        means: La persona dice que quiere morir.
        when: [quiero morir]
    ---
    matches: [I want to die]
    lookalikes: [I am dying to try this tea]
    """,
    "safety/danger.yaml": card(
      "danger", "You deserve to be safe.", "Call {line:emergency}.",
      rules: [("danger-hits", "hits me")]),
    "safety/concern-for-other.yaml": card(
      "concern_for_other", "Thank you for looking out for them.", "Call {line:crisis} to ask.",
      rules: [("concern-son", "my son wants to die")]),
    "safety/misuse.yaml": card(
      "misuse", "I cannot help with that.", "Call {line:crisis} to talk.",
      rules: [("misuse-high", "get high")]),
    "safety/personal-advice.yaml": card(
      "personal_advice", "I cannot answer that for you.", "Please ask your care team.",
      rules: [("advice-dose", "my dose")]),
    "safety/support.yaml": """
    class: support
    rules:
      - id: support-sad
        means: The person is sad.
        when: [feel sad]
      - id: support-es
        language: es
        means: La persona está triste.
        when: [estoy triste]
    """,
  ]

  private static func card(
    _ name: String, _ opening: String, _ advice: String, rules: [(id: String, when: String)]
  ) -> String {
    """
    class: \(name)
    card:
      en:
        openings: ["\(opening)"]
        kiosk: |
          {opening}
          Tell staff. \(advice)
        remote: |
          {opening}
          \(advice)
        addition: "Added by \(name)."
    rules:

    """
      + rules.map {
        "  - {id: \($0.id), means: A test., when: [\($0.when)]}\n"
      }.joined()
  }

  private static let tea = """
    # Tea

    ## What Is Tea?

    Tea is a drink. It is made from the leaves of a bush.

    The bush likes rain and hills.

    ## Making a Cup {#brewing}

    Pour hot water over the leaves.

    ### Green Leaves

    Green leaves want cooler water.

    ## Keeping

    Keep the tin closed and dry.
    """
}
