import CYAML

/// libyaml's parser, as a stream of events.
@safe final class YAMLEventReader {
  struct Event {
    enum Kind {
      case documentStart
      case scalar(String)
      case sequenceStart
      case mappingStart
      /// The end of a sequence or mapping.
      case end
      case alias
      case streamEnd
      case other
    }
    let kind: Kind
    /// The line it begins on, counted from 1.
    let line: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The text; the parser reads it in place.
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: text.utf8.count)
    _ = unsafe input.initialize(from: text.utf8)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Returns the next event.
  func next() throws(YAMLNode.Problem) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { unsafe yaml_event_delete(&event) }
    return Event(kind: unsafe Self.kind(of: event), line: Int(unsafe event.start_mark.line) + 1)
  }

  private static func kind(of event: yaml_event_t) -> Event.Kind {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_SCALAR_EVENT:
      .scalar(
        unsafe String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length),
          as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
    case YAML_ALIAS_EVENT: .alias
    case YAML_STREAM_END_EVENT: .streamEnd
    default: .other
    }
  }

  private func problem() -> YAMLNode.Problem {
    let message = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let line = max(
      unsafe parser.pointee.problem_mark.line, unsafe parser.pointee.context_mark.line)
    return YAMLNode.Problem(line: Int(line) + 1, message: message ?? "cannot be read")
  }
}
