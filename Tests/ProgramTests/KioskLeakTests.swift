import FoundationEssentials
import Glibc
import Testing

/// What one patient typed is out of the next one's reach.
struct KioskLeakTests {
  private static let secret = "zanzibarquux"

  /// A way in which a conversation ends.
  enum Ending: CaseIterable {
    case done, controlD, idle, killed
  }

  /// Keys that bring text back in some program or other, and words that ask for it.
  private static let recalls =
    [
      Key.up, Key.up + Key.up, Key.up + Key.enter, Key.tab, Key.tab + Key.tab,
      Key.escape + "[5~", Key.escape + "[1;5A", Key.escape + "OA",
    ]
    + "pnyr_gsqovtx".map { Key.control($0) }
    + "yrpn.?*<>_#&/~!".map { Key.meta($0) }
    + [
      Key.control("r") + "zan", Key.control("s") + "zan", Key.meta("p") + "zan" + Key.enter,
      Key.control("x") + "e", Key.control("x") + Key.control("u"),
      Key.control("x") + Key.control("r"),
      Key.control("x") + Key.control("e"), Key.control("y") + Key.meta("y"),
      Key.meta(Character("\u{08}")), Key.meta(Character("\u{19}")),
    ]
    + ["repeat", "more", "say that again", "what did I ask", "yes", "1", "and how fast?"].map {
      $0 + Key.enter
    }

  @Test(arguments: Ending.allCases)
  func nothingTypedComesBack(_ ending: Ending) throws {
    var terminal = try Terminal(["chat", "--kiosk", "--idle", ending == .idle ? "3" : "3600"])
    try terminal.waitForPrompt()
    _ = try terminal.ask("\(Self.secret) what is ketamine")
    _ = try terminal.ask(Self.secret)
    // Into the kill ring, and a half-typed line above it.
    terminal.send(
      Self.secret + Key.control("u") + Self.secret + " " + Self.secret + Key.control("w"))
    terminal.send("half \(Self.secret)")
    try terminal.wait(for: "half \(Self.secret)")
    switch ending {
    case .done: terminal.send(Key.control("u") + "done" + Key.enter)
    case .controlD: terminal.send(Key.control("u") + Key.control("d"))
    case .idle: break
    case .killed: for process in terminal.child.children { kill(process, SIGKILL) }
    }
    try terminal.wait(for: "This is a computer program")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.everything.contains(Self.secret), "on the screen or above it")
    let start = terminal.child.output.count
    for keys in Self.recalls {
      terminal.send(keys)
      terminal.send(Key.control("c"))
    }
    terminal.send(Key.control("c") + "topics" + Key.enter)
    try terminal.wait(for: "You can ask about these.")
    try terminal.waitForPrompt()
    let later = terminal.child.output[start...]
    #expect(later.firstRange(of: Array(Self.secret.utf8)) == nil)
    #expect(!terminal.screen.everything.contains(Self.secret))
  }

  // Only the superuser may look into a process that shuts itself off.
  @Test(.enabled(if: getuid() == 0)) func nothingIsInMemoryOfTheNextConversation() throws {
    var terminal = try Terminal(["chat", "--kiosk"])
    try terminal.waitForPrompt()
    _ = try terminal.ask(Self.secret)
    #expect(try holds(Self.secret, terminal.child.children), "the search finds what is there")
    terminal.send("done" + Key.enter)
    try terminal.wait(for: "This is a computer program")
    try terminal.waitForPrompt()
    #expect(
      try !holds(Self.secret, [terminal.child.number] + terminal.child.children))
  }

  /// Whether the memory of one of the processes holds `text`.
  private func holds(_ text: String, _ processes: [CInt]) throws -> Bool {
    let wanted = Array(text.utf8)
    return try processes.contains { process in
      let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
      let memory = unsafe Glibc.open("/proc/\(process)/mem", O_RDONLY)
      guard memory >= 0 else { return false }
      defer { close(memory) }
      return maps.split(separator: "\n").contains { line in
        // "from-to rw-p …": what the process can write is where texts are.
        let fields = line.split(separator: " ")
        guard fields.count > 1, fields[1].hasPrefix("rw") else { return false }
        let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
        guard ends.count == 2 else { return false }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: ends[1] - ends[0]) {
          buffer, count in
          count = max(0, unsafe pread(memory, buffer.baseAddress, buffer.count, ends[0]))
        }
        return bytes.firstRange(of: wanted) != nil
      }
    }
  }
}
