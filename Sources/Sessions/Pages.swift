/// Cuts a reply that does not fit the window into pages.
enum Pages {
  /// The lines of a window that a page cannot use: a blank one above it, and
  /// below it the hint to read on and the prompt, each with a blank one before.
  private static let linesAround = 5
  /// The lines that a reply which fits leaves to the window: the blank one above
  /// it, and the prompt with a blank one before.
  private static let linesAroundAWholeReply = 3
  /// The lines below a page but the last: the hint to read on, and a blank one before.
  private static let linesOfHint = 2
  /// With fewer lines of text above it, the notice would crowd a page.
  private static let leastText = 6

  /// Returns the pages of a reply, one when it fits.
  ///
  /// The notice closes each page; in a window too low for both it closes the last.
  ///
  /// - Parameters:
  ///   - reply: wrapped text, which ends with `notice`.
  ///   - ending: what stands below the last page, blank lines included.
  ///   - rows: the lines of the window.
  static func cut(_ reply: String, notice: String, ending: String = "", rows: Int) -> [String] {
    let linesOfEnding = ending.count { $0 == "\n" }
    guard lines(of: reply).count + linesOfEnding > rows - linesAroundAWholeReply,
      reply.hasSuffix(notice)
    else { return [reply] }
    // The last page has the ending where the others have the hint.
    let room = max(2, rows - linesAround - max(0, linesOfEnding - linesOfHint))
    let body = lines(of: reply.dropLast(notice.count))
    let roomAboveNotice = room - lines(of: notice).count - 1
    if roomAboveNotice >= leastText {
      return chunks(body, of: roomAboveNotice).map { $0 + "\n\n" + notice }
    }
    return chunks(body, of: room) + [notice]
  }

  private static func lines(of text: some StringProtocol) -> [Substring] {
    Substring(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Returns `lines` in chunks of at most `count`, none of which begins or ends
  /// with a blank line.
  private static func chunks(_ lines: [Substring], of count: Int) -> [String] {
    var chunks: [String] = []
    var rest = lines[...].drop(while: \.isEmpty)
    while !rest.isEmpty {
      var chunk = rest.prefix(count)
      rest = rest.dropFirst(chunk.count).drop(while: \.isEmpty)
      while chunk.last?.isEmpty == true { chunk.removeLast() }
      chunks.append(chunk.joined(separator: "\n"))
    }
    return chunks
  }
}
