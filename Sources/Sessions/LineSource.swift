/// Where a conversation gets its lines from.
protocol LineSource {
  /// Asks with `prompt` and returns what comes.
  ///
  /// - Parameter idle: how long no key may be pressed before ``LineEvent/idle``;
  ///   `nil` waits for ever. Ignored where the input is no terminal.
  mutating func next(prompt: String, idle: IdleLimit?) -> LineEvent
  /// Makes `line` available to the up arrow, where there is one.
  mutating func remember(_ line: String)
}

/// What a line source gives.
enum LineEvent: Hashable {
  /// A line, not yet cleaned; `isWhole` is `false` when its end was cut off.
  case line(String, isWhole: Bool)
  /// Ctrl-C; `hadText` tells whether it cleared a half-typed line.
  case interrupted(hadText: Bool)
  /// Ctrl-D, or the input ended.
  case end
  /// No key was pressed for too long, in spite of a warning.
  case idle
  /// The program is asked to end.
  case terminated
}
