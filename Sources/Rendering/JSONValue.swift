package import FoundationEssentials

/// Any JSON value, for what a client sends and gets back unchanged.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number beyond the range of `integer`.
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A JSON text nests deeper than ``deepest``.
  package struct TooDeep: Error {}

  /// The deepest nesting that is read.
  package static let deepest = 16

  /// Reads one JSON text.
  ///
  /// - Throws: ``TooDeep``, or Foundation's decoding error when `bytes` is not
  ///   valid JSON.
  package init(parsing bytes: Data) throws {
    guard Self.depth(of: bytes) <= Self.deepest else { throw TooDeep() }
    self = try JSONDecoder().decode(JSONValue.self, from: bytes)
  }

  /// Returns how deep brackets nest outside strings.
  private static func depth(of bytes: Data) -> Int {
    var level = 0
    var deepest = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        level += 1
        deepest = max(deepest, level)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): level -= 1
      default: break
      }
    }
    return deepest
  }

  /// The value on one line, keys in alphabetical order, so that equal values
  /// have equal bytes.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding fails for numbers that JSON does not have; none gets in here.
    guard let bytes = try? encoder.encode(self) else { return "null" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text, when the value is one.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Each refused guess builds an error; the commonest kinds come first.
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .unsigned(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension Double {
  /// The value with six digits behind the point, as scores are shown: the last
  /// bits of a logarithm may differ between machines, these digits do not.
  package var rounded6: Double { (self * 1e6).rounded() / 1e6 }
}
