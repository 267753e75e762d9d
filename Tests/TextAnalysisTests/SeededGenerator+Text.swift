import TestSupport

extension SeededGenerator {
  /// Returns a text of up to `longest` pieces drawn from `alphabet`.
  mutating func text(of alphabet: [String], upTo longest: Int) -> String {
    (0..<Int.random(in: 0...longest, using: &self)).map { _ in pick(alphabet) }.joined()
  }
}
