import Safety
import TextAnalysis

/// Reads the folder `safety/`: help lines, texts and recognition rules.
struct SafetyReader {
  let folder: ContentFolder
  let clinic: Clinic?
  let log: FaultLog

  static let path = "safety"
  static let linesFile = path + "/lines.yaml"
  static let noticeFile = path + "/notice.yaml"
  private static let ideasFile = path + "/ideas.yaml"
  private static let ordinaryWordsFile = path + "/ordinary-words.txt"
  static let wordIdeasFile = path + "/word-ideas.txt"
  static let netFile = path + "/net.yaml"
  /// What net.yaml gives the hash of, so that it needs no second one.
  static let netWeightsFile = path + "/net-weights.txt"

  /// Reads the safety content of a folder, with all faults found.
  static func content(of folder: ContentFolder) -> (SafetyContent, [KnowledgeFault]) {
    let log = FaultLog()
    let clinic = clinic(of: folder, log: log)
    let content = SafetyReader(folder: folder, clinic: clinic, log: log).read()
    return (content, log.faults)
  }

  /// Reads who the clinic is, which the texts name.
  static func clinic(of folder: ContentFolder, log: FaultLog) -> Clinic? {
    guard let file = folder.file("clinic.yaml"), let text = folder.text(of: file, log: log) else {
      return nil
    }
    return YAMLReader(text, file: file.path, log: log).flatMap(Clinic.read)
  }

  func read() -> SafetyContent {
    let lines = readLines()
    var compiler = RuleCompiler()
    document(0, of: Self.ideasFile).map { define($0, in: nil, with: &compiler) }
    var texts: [SafetyClass: [String: SafetyCard]] = [:]
    var rules: [RecognitionRule] = []
    var ruleIDs: Set<String> = []
    var reviews: [(file: String, by: String)] = []
    for file in classFiles {
      guard let fields = document(0, of: file.path) else { continue }
      fields.allow("class", "reviewed_by", "card", "ideas", "rules")
      guard let name = fields.string("class") else { continue }
      guard let safetyClass = SafetyClass(rawValue: name) else {
        let names = SafetyClass.allCases.map(\.rawValue).joined(separator: ", ")
        fields.note(field: "class", "expected one of \(names)")
        continue
      }
      if let card = fields.optionalMapping("card") {
        if texts[safetyClass] != nil {
          fields.note(field: "card", "the class `\(name)` has a card in another file already")
        }
        texts[safetyClass] = readCards(card, lines: lines)
        if let by = fields.optionalString("reviewed_by") { reviews.append((file.path, by)) }
      } else if safetyClass != .support {
        log.note(file.path, nil, "`card` is missing")
      }
      // A file's own ideas stand beside the shared ones.
      fields.optionalMapping("ideas").map { define($0, in: file.path, with: &compiler) }
      for fields in fields.list("rules") {
        guard let rule = readRule(fields, safetyClass: safetyClass, with: &compiler) else {
          continue
        }
        if !ruleIDs.insert(rule.id).inserted {
          fields.note(field: "id", "the rule `\(rule.id)` is there twice")
        }
        rules.append(rule)
      }
    }
    let missing = SafetyClass.carded.filter { safetyClass in
      !rules.contains { $0.safetyClass == safetyClass }
    }
    if !missing.isEmpty {
      rules += BuiltInSafety.rules(with: &compiler).filter { missing.contains($0.safetyClass) }
    }
    let notice = readNotice(lines: lines)
    if let by = notice?.reviewedBy { reviews.append((Self.noticeFile, by)) }
    let net = readNet()
    return SafetyContent(
      triage: Triage(
        rules: rules, from: compiler, ordinaryWords: readOrdinaryWords(), net: net?.net),
      texts: SafetyTexts(
        footer: notice?.footer, supportLines: notice?.support, clinicLine: notice?.clinic,
        cards: texts),
      lines: lines.values.sorted { $0.id < $1.id }, classesWithoutRules: missing,
      netSource: net?.source, reviews: reviews)
  }

  /// The files that hold the card and the rules of a class.
  private var classFiles: [ContentFolder.File] {
    let others = [Self.linesFile, Self.noticeFile, Self.ideasFile, Self.netFile]
    return folder.files(in: Self.path, ending: ".yaml").filter { !others.contains($0.path) }
  }

  func document(_ number: Int, of path: String) -> YAMLReader? {
    guard let file = folder.file(path) else {
      log.note(path, nil, "the file is missing")
      return nil
    }
    guard let text = folder.text(of: file, log: log) else { return nil }
    return YAMLReader(text, document: number, file: path, log: log)
  }

  /// Reads the words that are left alone, one a line; lines that begin with `#`
  /// tell where they come from.
  private func readOrdinaryWords() -> WordTable {
    var table = WordTable()
    guard let file = folder.file(Self.ordinaryWordsFile), let text = folder.text(of: file, log: log)
    else { return table }
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let word = start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
      if !word.isEmpty, bytes[start] != UInt8(ascii: "#") {
        _ = table.number(of: word, in: bytes)
      }
      start = end + 1
    }
    return table
  }

  // MARK: Texts

  private func readLines() -> [String: HelpLine] {
    guard let fields = document(0, of: Self.linesFile) else { return [:] }
    fields.allow("lines")
    var lines: [String: HelpLine] = [:]
    for entry in fields.list("lines") {
      entry.allow("id", "name", "number", "source", "checked")
      guard let id = entry.string("id"), let name = entry.string("name"),
        let number = entry.string("number"), let source = entry.string("source"),
        let checked = entry.string("checked")
      else { continue }
      if !ISODate.isValid(checked) {
        entry.note(field: "checked", "`\(checked)` is not a date; expected YYYY-MM-DD")
      }
      if lines[id] != nil { entry.note(field: "id", "the line `\(id)` is there twice") }
      lines[id] = HelpLine(id: id, name: name, number: number, source: source, checked: checked)
    }
    return lines
  }

  private struct Notice {
    let reviewedBy: String?
    let footer: SafetyTexts.Localized?
    let support: SafetyTexts.Localized?
    let clinic: SafetyTexts.Localized?
  }

  private func readNotice(lines: [String: HelpLine]) -> Notice? {
    guard let fields = document(0, of: Self.noticeFile) else { return nil }
    fields.allow("reviewed_by", "footer", "support", "clinic")
    func localized(_ name: String) -> SafetyTexts.Localized? {
      guard let languages = fields.optionalMapping(name) else {
        fields.note(field: name, "`\(name)` is missing")
        return nil
      }
      var texts = languages.keys.reduce(into: [String: [Setting: String]]()) { texts, language in
        if let settings = languages.optionalMapping(language) {
          texts[language] = readSettings(settings, lines: lines)
        }
      }
      guard let english = texts.removeValue(forKey: "en") else {
        languages.note(field: name, "the English text `en` is missing")
        return nil
      }
      return SafetyTexts.Localized(english: english, others: texts)
    }
    return Notice(
      reviewedBy: fields.optionalString("reviewed_by"), footer: localized("footer"),
      support: localized("support"), clinic: localized("clinic"))
  }

  private func readCards(
    _ fields: YAMLReader, lines: [String: HelpLine]
  ) -> [String: SafetyCard] {
    if !fields.keys.contains("en") { fields.note(field: "en", "the English card `en` is missing") }
    return fields.keys.reduce(into: [:]) { cards, language in
      guard let card = fields.optionalMapping(language) else { return }
      card.allow("openings", "kiosk", "remote", "addition")
      let openings = card.strings("openings").map { fill($0.text, card, "openings", lines) }
      if openings.isEmpty { card.note(field: "openings", "`openings` is missing") }
      cards[language] = SafetyCard(
        openings: openings, text: readSettings(card, lines: lines),
        addition: card.optionalString("addition").map { fill($0, card, "addition", lines) })
    }
  }

  private func readSettings(
    _ fields: YAMLReader, lines: [String: HelpLine]
  ) -> [Setting: String] {
    Setting.allCases.reduce(into: [:]) { texts, setting in
      let name = setting.rawValue
      texts[setting] = fields.string(name).map { fill($0, fields, name, lines) }
    }
  }

  /// Puts numbers and names in the place of `{line:id}`, `{clinic}` and
  /// `{call}`; `{opening}` stays for the card to fill.
  private func fill(
    _ template: String, _ fields: YAMLReader, _ field: String, _ lines: [String: HelpLine]
  ) -> String {
    var result = ""
    var rest = template[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: "}") else {
        fields.note(field: field, "a `{` without `}`")
        return template
      }
      let name = rest[rest.index(after: start)..<end]
      switch name {
      case "opening": result += "{opening}"
      case "clinic": result += clinic?.name ?? "the clinic"
      case "call": result += clinic?.callPhrase ?? "call the clinic"
      case _ where name.hasPrefix("line:"):
        if let line = lines[String(name.dropFirst(5))] {
          result += line.number
        } else {
          fields.note(field: field, "`{\(name)}` is not in lines.yaml")
        }
      default:
        fields.note(
          field: field,
          "`{\(name)}` is unknown; expected {line:ID}, {clinic}, {call} or {opening}")
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  // MARK: Rules

  private func define(
    _ fields: YAMLReader, in scope: String?, with compiler: inout RuleCompiler
  ) {
    for name in fields.keys {
      do throws(PatternError) {
        try compiler.define(name, as: fields.strings(name).map(\.text), in: scope)
      } catch {
        fields.note(field: name, Self.wording(of: error, in: "the idea `\(name)`"))
      }
    }
  }

  private func readRule(
    _ fields: YAMLReader, safetyClass: SafetyClass, with compiler: inout RuleCompiler
  ) -> RecognitionRule? {
    fields.allow("id", "language", "means", "when", "unless", "negation", "asked_about")
    let negationName = fields.optionalString("negation")
    let negation = negationName.flatMap(RecognitionRule.Negation.init)
    if negationName != nil, negation == nil {
      fields.note(field: "negation", "expected `cancels` or `ignored`")
    }
    let askedAboutName = fields.optionalString("asked_about")
    let askedAbout = askedAboutName.flatMap(RecognitionRule.AskedAbout.init)
    if askedAboutName != nil, askedAbout == nil {
      fields.note(field: "asked_about", "expected `counts` or `support`")
    }
    func patterns(_ name: String) -> [Pattern] {
      fields.strings(name).compactMap { source, line in
        do throws(PatternError) {
          return try compiler.pattern(source, in: fields.file)
        } catch {
          log.note(fields.file, line, Self.wording(of: error, in: "the pattern `\(source)`"))
          return nil
        }
      }
    }
    let when = patterns("when")
    guard let id = fields.string("id"), let means = fields.string("means") else { return nil }
    if fields.strings("when").isEmpty { fields.note(field: "when", "`\(id)` has no pattern") }
    return RecognitionRule(
      id: id, safetyClass: safetyClass, language: fields.optionalString("language") ?? "en",
      means: means, patterns: when, exceptions: patterns("unless"),
      negation: negation ?? .cancels, askedAbout: askedAbout ?? .counts)
  }

  private static func wording(of error: PatternError, in place: String) -> String {
    switch error {
    case .empty: "\(place) asks for nothing that must occur"
    case .unbalanced: "\(place) misses a parenthesis"
    case .unknownIdea(let name): "\(place) names <\(name)>, which ideas.yaml does not define"
    case .badGap(let gap): "\(place): `\(gap)` is no gap; expected `..` or `..1` to `..12`"
    case .badWord(let word):
      "\(place): `\(word)` is not in normal form; expected lower-case letters and digits, "
        + "no apostrophe or accent"
    }
  }

  // MARK: Examples

  /// Reads the example messages of every class file: its second YAML document.
  func readExamples() -> [SafetyExample] {
    classFiles.flatMap { file -> [SafetyExample] in
      guard
        let safetyClass = document(0, of: file.path)?.optionalString("class")
          .flatMap(SafetyClass.init),
        let fields = document(1, of: file.path)
      else { return [] }
      fields.allow("matches", "lookalikes")
      return ["matches", "lookalikes"].flatMap { name in
        fields.strings(name).map { text, line in
          SafetyExample(
            message: text, safetyClass: safetyClass, matches: name == "matches",
            file: file.path, line: line)
        }
      }
    }
  }
}
