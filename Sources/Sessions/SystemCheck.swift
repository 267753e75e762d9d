import KnowledgeBase
package import Rendering
package import Safety

/// Checks what the program stands on, for those who run it: where it was started
/// and what it is to serve.
package struct SystemCheck {
  /// What a process sees around it.
  package struct Surroundings {
    /// The locale that the environment names.
    package var locale: String?
    /// The kind of terminal that the environment names; `nil` when it knows no
    /// escape codes.
    package var terminal: String?
    /// Whether a person sits at both ends of the conversation.
    package var isInTerminal: Bool
    /// The columns of the window; `nil` when there is none.
    package var columns: Int?

    /// The virtual console that it is started on, such as "tty1"; `nil` elsewhere.
    package var console: String?
    /// What the kernel lets the SysRq keys do, 0 for nothing; `nil` when it does
    /// not tell.
    package var sysRq: Int?
    /// Whether the system can refuse a process programs and sockets.
    package var canRefusePrograms: Bool

    /// Creates surroundings.
    package init(
      locale: String?, terminal: String?, isInTerminal: Bool, columns: Int?,
      console: String? = nil, sysRq: Int? = nil, canRefusePrograms: Bool = true
    ) {
      self.locale = locale
      self.terminal = terminal
      self.isInTerminal = isInTerminal
      self.columns = columns
      self.console = console
      self.sysRq = sysRq
      self.canRefusePrograms = canRefusePrograms
    }
  }

  /// What the folder with the content came to.
  package struct Content {
    /// What loading it ended with.
    package enum Loading {
      /// It can be served.
      case served(hash: String)
      /// It cannot, for reasons of a line each.
      case refused(reasons: [String])
    }

    /// Where it is.
    package var path: String
    /// What loading it ended with.
    package var loading: Loading
    /// The help lines; none when they cannot be read.
    package var lines: [HelpLine]
    /// The paths of what others than the owner may change; `nil` without a folder.
    package var writable: [String]?

    /// Creates what a folder came to.
    package init(path: String, loading: Loading, lines: [HelpLine], writable: [String]?) {
      self.path = path
      self.loading = loading
      self.lines = lines
      self.writable = writable
    }
  }

  private let surroundings: Surroundings
  private let content: Content
  private let today: String

  /// How many paths are named before the rest is only counted.
  private static let namedPaths = 3

  /// Creates a check.
  ///
  /// - Parameter today: the day on which the age of the help lines is counted, as
  ///   an ISO 8601 date.
  package init(_ surroundings: Surroundings, content: Content, today: String) {
    self.surroundings = surroundings
    self.content = content
    self.today = today
  }

  /// Looks at everything.
  package func run() -> DoctorReport {
    var report = DoctorReport()
    checkLocale(&report)
    checkTerminal(&report)
    checkKiosk(&report)
    checkKnowledge(&report)
    checkHelpLines(&report)
    checkModes(&report)
    report.add(.ok, "records", "recording is off; nothing that is typed is stored")
    return report
  }

  // MARK: Where it was started

  private func checkLocale(_ report: inout DoctorReport) {
    let advice = "replies are written in UTF-8 all the same; set LANG=C.UTF-8"
    guard let locale = surroundings.locale else {
      report.add(.warn, "locale", "none is set; \(advice)")
      return
    }
    let isUTF8 = Self.encoding(of: locale) == "utf8"
    report.add(
      isUTF8 ? .ok : .warn, "locale", isUTF8 ? locale : "\(locale) is not in UTF-8; \(advice)")
  }

  /// Returns the encoding that a locale names, in letters and digits only.
  ///
  ///     encoding(of: "en_US.UTF-8@euro")  // "utf8"
  private static func encoding(of locale: String) -> String {
    let name = locale.split(separator: "@", omittingEmptySubsequences: false)[0]
    guard let dot = name.firstIndex(of: ".") else { return "" }
    return name[dot...].filter { $0.isLetter || $0.isNumber }.lowercased()
  }

  private func checkTerminal(_ report: inout DoctorReport) {
    guard surroundings.isInTerminal else {
      report.add(.ok, "terminal", "none here; to check the patients' terminal, run doctor in it")
      return
    }
    guard let terminal = surroundings.terminal else {
      report.add(
        .warn, "terminal",
        "TERM names none that can edit lines, so the chat goes without; set it, as in TERM=linux")
      return
    }
    guard let columns = surroundings.columns else {
      report.add(.ok, "terminal", "\(terminal), taken to have \(LineWrapping.standard) columns")
      return
    }
    if columns < LineWrapping.standard {
      report.add(
        .warn, "terminal",
        "\(terminal), \(columns) columns, but safety texts are laid out for "
          + "\(LineWrapping.standard); widen the window")
    } else {
      report.add(.ok, "terminal", "\(terminal), \(columns) columns")
    }
  }

  private func checkKiosk(_ report: inout DoctorReport) {
    var warnings: [String] = []
    if !surroundings.canRefusePrograms {
      warnings.append(
        "this system cannot refuse the kiosk programs and sockets; run it as the service in "
          + "Packaging, which does")
    }
    if let console = surroundings.console, let sysRq = surroundings.sysRq, sysRq != 0 {
      warnings.append(
        "on \(console) the SysRq keys reach past the kiosk; set kernel.sysrq = 0")
    }
    report.add(
      warnings.isEmpty ? .ok : .warn, "kiosk",
      warnings.isEmpty
        ? surroundings.console.map { "\($0); no way out is seen from here" }
          ?? "not on a console; to check a kiosk, run doctor on it"
        : warnings.joined(separator: "; "))
  }

  // MARK: What it is to serve

  private func checkKnowledge(_ report: inout DoctorReport) {
    switch content.loading {
    case .served(let hash):
      report.knowledge = hash
      report.add(.ok, "knowledge", "\(content.path), sha256 \(hash)")
    case .refused(let reasons):
      let others = reasons.count - 1
      report.add(
        .fail, "knowledge",
        (reasons.first ?? "\(content.path) cannot be served")
          + (others > 0 ? "; `careguide check` lists this and \(others) more" : ""))
    }
  }

  private func checkHelpLines(_ report: inout DoctorReport) {
    guard let oldest = content.lines.map(\.checked).min() else {
      report.add(
        .fail, "phone-lines",
        "no number can be read; mend \(content.path)/\(HelpLine.file) and what stands beside it")
      return
    }
    let due = names(of: .due)
    let ahead = names(of: .ahead)
    var messages: [String] = []
    if !due.isEmpty {
      messages.append(
        "last checked more than \(HelpLine.daysBetweenChecks) days ago: \(due); hold each against "
          + "its source and write the day into \(HelpLine.file)")
    }
    if !ahead.isEmpty {
      messages.append(
        "checked after today, \(today): \(ahead); mend the day in \(HelpLine.file), or the clock")
    }
    if messages.isEmpty { messages.append("last checked on \(oldest) or later") }
    report.add(
      !due.isEmpty ? .fail : !ahead.isEmpty ? .warn : .ok, "phone-lines",
      messages.joined(separator: "; "))
  }

  /// Returns the help lines that are so fresh, with their numbers and days.
  private func names(of freshness: HelpLine.Freshness) -> String {
    content.lines.filter { $0.freshness(on: today) == freshness }
      .map { "\($0.id) (\($0.number), \($0.checked))" }.joined(separator: ", ")
  }

  private func checkModes(_ report: inout DoctorReport) {
    guard let writable = content.writable else {
      report.add(.fail, "file-modes", "there is no folder \(content.path); see knowledge")
      return
    }
    guard !writable.isEmpty else {
      report.add(.ok, "file-modes", "only the owner can change the content")
      return
    }
    let others = writable.count - Self.namedPaths
    report.add(
      .warn, "file-modes",
      "others than the owner can change " + writable.prefix(Self.namedPaths).joined(separator: ", ")
        + (others > 0 ? " and \(others) more" : "") + "; run `chmod -R go-w \(content.path)`")
  }
}
