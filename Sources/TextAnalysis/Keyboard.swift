/// Which letters lie side by side on the usual English keyboard.
enum Keyboard {
  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

  /// For each letter from a to z, the set of those beside, above and below it, a bit
  /// each.
  private static let neighbours: [UInt32] = {
    var sets = [UInt32](repeating: 0, count: 26)
    func join(_ a: UInt8, _ b: UInt8) {
      sets[Int(a - 97)] |= 1 << UInt32(b - 97)
      sets[Int(b - 97)] |= 1 << UInt32(a - 97)
    }
    for (number, row) in rows.enumerated() {
      for place in row.indices {
        if place > 0 { join(row[place], row[place - 1]) }
        // Each row is set half a key to the right of the one above it.
        guard number > 0 else { continue }
        let above = rows[number - 1]
        join(row[place], above[place])
        if place + 1 < above.count { join(row[place], above[place + 1]) }
      }
    }
    return sets
  }()

  /// Whether two letters, as lower-case ASCII, are neighbours; others never are.
  static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard letters.contains(a), letters.contains(b) else { return false }
    return neighbours[Int(a - 97)] & 1 << UInt32(b - 97) != 0
  }
}
