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
    // What is typed while one conversation ends is dropped before the next, this
    // line too: it is typed until it is answered. An escape may wait for its second
    // key, and a line may be half typed.
    let start = terminal.child.output.count
    let awaited = Array("You can ask about these.".utf8)
    for isLast in Array(repeating: false, count: 20) + [true] {
      terminal.send("  " + Key.control("c") + Key.control("c") + "topics" + Key.enter)
      do {
        try terminal.child.waitForOutput("an answer", within: .seconds(3)) {
          $0[start...].firstRange(of: awaited) != nil
        }
        break
      } catch is Child.TimeOut where !isLast {}
    }
    #expect(terminal.child.exit == nil)
    #expect(terminal.child.children.count == 1)
    // A page may be left of what the storm asked for.
    terminal.send("what is ketamine" + Key.enter)
    try terminal.wait(for: "Ketamine is a powerful drug.")
  }
}
