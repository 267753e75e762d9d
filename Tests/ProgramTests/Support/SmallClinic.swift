/// Content small enough to know every answer: a clinic that keeps a garden.
enum SmallClinic {
  static let name = "Elm Clinic"

  /// The files of the content; a test adds to them or breaks them.
  static let files = [
    "clinic.yaml": "name: \(name)\n",
    "articles/garden.md": article(
      """
      ## Apple Trees

      Apples grow on tall trees. They are red.

      ## Pear Trees

      Pears grow on tall trees. They are green.

      ## Bean Rows

      Beans climb up poles.
      """),
    "not-covered.yaml": """
    topics:
      - id: parking
        title: Parking
        says: The article does not tell where to park.
        near: [bean-rows]

    """,
    "phrasings/parking.txt": "## plain\nwhere can i park\n",
    "safety/ideas.yaml": "fillers: [just]\n",
    "safety/lines.yaml": lines(checked: Day.recent),
    "safety/notice.yaml": """
    footer:
      en:
        kiosk: Call or text {line:crisis}.
        remote: Call or text {line:crisis}.
    support:
      en:
        kiosk: Low? Call or text {line:crisis}.
        remote: Low? Call or text {line:crisis}.
    clinic:
      en:
        kiosk: Ask {clinic}.
        remote: Call {clinic}.

    """,
    "safety/crisis.yaml": crisis(matches: ["I want to kill myself"]),
  ]

  /// An article with a good head.
  static func article(_ text: String, status: String = "approved") -> String {
    """
    ---
    title: The Garden
    source: a test
    status: \(status)
    reviewed_by: a tester
    reviewed_on: 2026-01-02
    review_by: 2027-01-02
    ---
    \(text)

    """
  }

  /// The help line.
  static func lines(checked: String) -> String {
    """
    lines:
      - id: crisis
        name: A line
        number: "988"
        source: a test
        checked: \(checked)

    """
  }

  /// A rule for the plainest crisis words, with messages it must recognise.
  static func crisis(matches: [String]) -> String {
    """
    class: crisis
    card:
      en:
        openings: [You matter.]
        kiosk: "{opening} Call or text {line:crisis}."
        remote: "{opening} Call or text {line:crisis}."
    rules:
      - id: crisis-plain
        means: The person speaks of their own death.
        when: [kill myself]
        negation: ignored
    ---
    matches: [\(matches.joined(separator: ", "))]
    lookalikes: []

    """
  }

  /// The content in a folder of its own, with some files changed.
  static func folder(changing changes: [String: String] = [:]) throws -> TemporaryFolder {
    try TemporaryFolder(files.merging(changes) { $1 })
  }
}
