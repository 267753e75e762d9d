/// Lines from a terminal that knows no editing, or from a file: a prompt, no
/// escape codes.
struct PlainLineSource<Output: TextOutput>: LineSource {
  private var reader: LineReader
  private var output: Output

  init(_ reader: LineReader, output: Output) {
    self.reader = reader
    self.output = output
  }

  mutating func next(prompt: String, idle: IdleLimit?) -> LineEvent {
    guard output.write(prompt) else { return .terminated }
    while true {
      switch reader.next() {
      case .line(let bytes): return .line(String(decoding: bytes, as: UTF8.self), isWhole: true)
      case .tooLong(let bytes):
        return .line(String(decoding: bytes, as: UTF8.self), isWhole: false)
      case .end:
        _ = output.write("\n")
        return .end
      case .signal(.interrupt):
        _ = output.write("\n")
        // The terminal drops the half-typed line itself and does not say
        // whether there was one.
        return .interrupted(hadText: false)
      case .signal(.terminate): return .terminated
      case .signal: continue
      }
    }
  }

  mutating func remember(_ line: String) {}
}
