/// What a text shows, as a list of names such as `w:want to`, repeats and all.
///
/// A name's first character tells its family: word features are weighed
/// against word features, letter features against letter features. The names
/// lie in one array of bytes, because a message has hundreds of them.
public struct FeatureList: Sendable {
  /// The names' bytes, one name after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each name's bytes end.
  private(set) var ends: [Int] = []

  /// Creates an empty list.
  public init() {}

  /// How many features there are.
  public var count: Int { ends.count }

  /// Begins the name of a feature of a family, an ASCII letter.
  public mutating func begin(_ family: Unicode.Scalar) {
    write(UInt8(ascii: family))
    write(UInt8(ascii: ":"))
  }

  /// Adds bytes to the name that is being written.
  public mutating func write(_ part: some Sequence<UInt8>) {
    bytes.append(contentsOf: part)
  }

  /// Adds a byte to the name that is being written.
  public mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Ends the name that is being written; it has at least one byte.
  public mutating func endFeature() { ends.append(bytes.count) }

  /// The names, for people.
  public var names: [String] {
    ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where the names stand in ``bytes``.
  var ranges: [Range<Int>] {
    ends.indices.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] }
  }
}
