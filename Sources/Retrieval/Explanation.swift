/// Why a score is what it is: a value, its meaning, and the parts it is made of.
public struct Explanation: Hashable, Sendable {
  /// How the details make up the value.
  public enum Combination: String, Sendable {
    /// The value was measured, not computed from details.
    case given
    /// The value is the sum of the details' values.
    case sum
    /// The value is the product of the details' values.
    case product
  }

  /// The number explained.
  public let value: Double
  /// What the number is.
  public let description: String
  /// How ``details`` make up ``value``.
  public let combination: Combination
  /// The parts.
  public let details: [Explanation]

  /// Explains a number that is not computed from others.
  public static func given(_ value: Double, _ description: String) -> Explanation {
    Explanation(value: value, description: description, combination: .given, details: [])
  }

  /// Explains a sum of `details`.
  public static func sum(_ description: String, _ details: [Explanation]) -> Explanation {
    Explanation(
      value: details.reduce(0) { $0 + $1.value }, description: description,
      combination: .sum, details: details)
  }

  /// Explains a product of `details`.
  public static func product(_ description: String, _ details: [Explanation]) -> Explanation {
    Explanation(
      value: details.reduce(1) { $0 * $1.value }, description: description,
      combination: .product, details: details)
  }
}
