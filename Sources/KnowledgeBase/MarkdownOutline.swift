import CMark

/// The headings and paragraphs of a Markdown text, as plain text.
enum MarkdownOutline {
  enum Block: Hashable {
    case heading(level: Int, text: String, line: Int)
    case paragraph(text: String, line: Int)
    /// Anything else, which an article must not hold.
    case other(kind: String, line: Int)
  }

  /// Returns the top-level blocks of `markdown` in order.
  static func blocks(of markdown: String) -> [Block] {
    var markdown = markdown
    return markdown.withUTF8 { bytes in
      guard
        let document = unsafe cmark_parse_document(
          bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
      else { return [] }
      defer { unsafe cmark_node_free(document) }
      var blocks: [Block] = []
      var next = unsafe cmark_node_first_child(document)
      while let node = unsafe next {
        blocks.append(unsafe block(node))
        unsafe next = cmark_node_next(node)
      }
      return blocks
    }
  }

  private static func block(_ node: OpaquePointer) -> Block {
    let line = Int(unsafe cmark_node_get_start_line(node))
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      let level = Int(unsafe cmark_node_get_heading_level(node))
      return .heading(level: level, text: unsafe plainText(of: node), line: line)
    case CMARK_NODE_PARAGRAPH:
      return .paragraph(text: unsafe plainText(of: node), line: line)
    default:
      let kind = unsafe cmark_node_get_type_string(node).map { unsafe String(cString: $0) }
      return .other(kind: kind ?? "block", line: line)
    }
  }

  /// Returns the words of a block without their markup, line breaks as spaces.
  private static func plainText(of block: OpaquePointer) -> String {
    guard let iterator = unsafe cmark_iter_new(block) else { return "" }
    defer { unsafe cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator) else {
        continue
      }
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let literal = unsafe cmark_node_get_literal(node) {
          text += unsafe String(cString: literal)
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
  }
}
