import TestSupport
import Testing

/// Every key and many pairs of keys, in no order, as a child at the keyboard
/// presses them.
struct KeyStormTests {
  private static let keystrokes = 20_000

  @Test func twentyThousandKeysNeitherEndNorFreezeTheKiosk() throws {
    var generator = SeededGenerator(seed: 8)
    var terminal = try Terminal(["chat", "--kiosk", "--idle", "3600"])
    try terminal.waitForPrompt()
    var left = Self.keystrokes
    while left > 0 {
      var keys: [UInt8] = []
      for _ in 0..<min(left, 200) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: keys.append(0x1B)
        case 1: keys.append(0x18)
        default: break
        }
        keys.append(UInt8.random(in: 1...255, using: &generator))
      }
      left -= 200
      terminal.child.send(keys)
    }
    // An escape may wait for its second key, and a line may be half typed.
    terminal.send("  " + Key.control("c") + Key.control("c"))
    terminal.send("topics" + Key.enter)
    try terminal.wait(for: "You can ask about these.")
    try terminal.waitForPrompt()
    #expect(terminal.child.exit == nil)
    #expect(terminal.child.children.count == 1)
    #expect(try terminal.ask("what is ketamine").contains("Ketamine is a powerful drug."))
  }
}
