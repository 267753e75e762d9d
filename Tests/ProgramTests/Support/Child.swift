import CChildProcess
import FoundationEssentials
import Glibc

/// A running program that a test talks to from outside.
///
/// Every wait has a time limit; a child that is still there when its test ends
/// is killed.
final class Child {
  /// How a program ended.
  enum Exit: Hashable {
    case code(CInt)
    case signal(CInt)
  }

  /// What a child reads from and writes to.
  enum Surroundings {
    case pipes
    case terminal(columns: Int, rows: Int)
  }

  /// What a test waited for did not come in time.
  struct TimeOut: Error, CustomStringConvertible {
    let awaited: String
    let output: String
    let errorOutput: String

    var description: String {
      "no \(awaited) in time; stdout: \(output.debugDescription), "
        + "stderr: \(errorOutput.debugDescription)"
    }
  }

  /// The system does not start the program.
  struct CannotStart: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path) cannot be started; `make build` makes the program" }
  }

  /// Long enough for a busy machine; nothing waits that long when all is well.
  static let patience = Duration.seconds(30)

  /// All that the program wrote so far.
  private(set) var output: [UInt8] = []
  private(set) var errorOutput: [UInt8] = []
  /// How it ended; `nil` while it runs.
  private(set) var exit: Exit?

  private let process: child_process
  private let content: TemporaryFolder?
  private let isInTerminal: Bool
  private var unsent: ArraySlice<UInt8> = []
  private var closesInput = false
  private var openFiles: Set<CInt>

  /// Starts the program at `path`.
  ///
  /// - Parameter content: a Knowledge folder that it is told to serve, and that
  ///   stays as long as it.
  init(
    _ path: String, _ arguments: [String], content: TemporaryFolder? = nil,
    environment: [String: String], directory: String, in surroundings: Surroundings = .pipes
  ) throws {
    guard unsafe access(path, X_OK) == 0 else { throw CannotStart(path: path) }
    self.content = content
    let arguments = arguments + (content.map { ["--knowledge", $0.path] } ?? [])
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    var child = child_process()
    let isStarted = unsafe Self.withCStrings([path] + arguments) { words in
      unsafe Self.withCStrings(settings) { settings in
        unsafe Self.withCStrings([path, directory]) { places in
          let command = unsafe child_command(
            path: places[0], arguments: words, environment: settings, directory: places[1])
          return switch surroundings {
          case .pipes: unsafe child_start_piped(command, &child)
          case .terminal(let columns, let rows):
            unsafe child_start_in_terminal(command, CInt(columns), CInt(rows), &child)
          }
        }
      }
    }
    guard isStarted else { throw CannotStart(path: path) }
    process = child
    isInTerminal = child.error < 0
    openFiles = Set([child.input, child.output, child.error].filter { $0 >= 0 })
  }

  /// Lends `texts` to `body` the way C lists them, a null pointer behind the last.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: texts.count + 1)
    unsafe list.initialize(repeating: nil, count: texts.count + 1)
    for (place, text) in texts.enumerated() { unsafe list[place] = strdup(text) }
    defer {
      for place in texts.indices { unsafe free(list[place]) }
      unsafe list.deallocate()
    }
    return unsafe body(list)
  }

  deinit {
    if exit == nil {
      kill(process.process, SIGKILL)
      _ = child_reap(process.process)
    }
    for file in openFiles { Glibc.close(file) }
    Glibc.close(process.ended)
  }

  // MARK: Talking

  /// Sends bytes to the program's input; they leave while the test waits.
  func send(_ bytes: some Sequence<UInt8>) { unsent += bytes }

  /// Closes the program's input once all is sent.
  func closeInput() { closesInput = true }

  /// Stops reading what the program writes, as a reader that goes away does.
  func closeOutput() { close(process.output) }

  /// Hangs up the terminal, or both ends of the pipes.
  func hangUp() {
    for file in openFiles { close(file) }
  }

  /// Sends a signal.
  func signal(_ number: CInt) { kill(process.process, number) }

  /// Changes the size of the terminal's window.
  func resize(columns: Int, rows: Int) {
    _ = child_resize_terminal(process.input, CInt(columns), CInt(rows))
  }

  /// Whether the terminal is as shells want it: echoing, and line by line.
  var terminalIsCooked: Bool { child_terminal_is_cooked(process.input) }

  /// The most memory that the program held so far, in bytes.
  ///
  /// From /proc: what `wait4` tells includes the forked test process.
  var peakMemory: Int? {
    guard
      let status = try? String(
        contentsOfFile: "/proc/\(process.process)/status", encoding: .utf8)
    else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 }
  }

  /// The number of the process.
  var number: CInt { process.process }

  /// The processes that it started, from /proc.
  var children: [CInt] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.compactMap { CInt($0) }.filter { number in
      let line = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
      // Behind the name, which may hold anything: the state and the parent.
      let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
      return fields.count > 2 && CInt(fields[2]) == self.number
    }.sorted()
  }

  // MARK: Waiting

  /// Waits until the program's output has what `isThere` looks for.
  func waitForOutput(
    _ awaited: String, within limit: Duration = patience, _ isThere: ([UInt8]) -> Bool
  ) throws {
    try work(awaiting: awaited, within: limit) { isThere(output) }
  }

  /// Waits until the program ended and all it wrote was read.
  @discardableResult
  func waitForExit(within limit: Duration = patience) throws -> Exit {
    try work(awaiting: "end of the program", within: limit) {
      exit != nil && openFiles.isDisjoint(with: [process.output, process.error])
    }
    guard let exit else { throw timeOut("end of the program") }
    return exit
  }

  private func timeOut(_ awaited: String) -> TimeOut {
    TimeOut(
      awaited: awaited, output: String(decoding: output.suffix(2_000), as: UTF8.self),
      errorOutput: String(decoding: errorOutput, as: UTF8.self))
  }

  /// Sends, receives and notices the end until `isDone`.
  private func work(awaiting awaited: String, within limit: Duration, until isDone: () -> Bool)
    throws
  {
    let deadline = ContinuousClock.now + limit
    while !isDone() {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw timeOut(awaited) }
      if closesInput, unsent.isEmpty, !isInTerminal { close(process.input) }
      var waits = openFiles.map { file in
        pollfd(fd: file, events: events(of: file), revents: 0)
      }
      if exit == nil { waits.append(pollfd(fd: process.ended, events: Int16(POLLIN), revents: 0)) }
      // Nothing can happen any more.
      if waits.isEmpty { throw timeOut(awaited) }
      let milliseconds = CInt(min(left / .milliseconds(1), 60_000)) + 1
      _ = unsafe poll(&waits, nfds_t(waits.count), milliseconds)
      for wait in waits where wait.revents != 0 {
        if wait.fd == process.ended { reap() } else { serve(wait) }
      }
    }
  }

  private func events(of file: CInt) -> Int16 {
    var events: Int32 = 0
    if file == process.input, !unsent.isEmpty { events |= POLLOUT }
    if file == process.output || file == process.error { events |= POLLIN }
    return Int16(events)
  }

  private func serve(_ ready: pollfd) {
    let file = ready.fd
    if file == process.input, !unsent.isEmpty {
      let count = unsafe unsent.withUnsafeBytes { bytes in
        unsafe write(file, bytes.baseAddress, min(bytes.count, 64 * 1024))
      }
      if count > 0 { unsent = unsent.dropFirst(count) }
      // The program reads no more: what is left has nowhere to go.
      if count < 0, errno == EPIPE { unsent = [] }
    }
    if file == process.output || file == process.error {
      receive(from: file)
    } else if Int32(ready.revents) & (POLLERR | POLLHUP) != 0 {
      unsent = []
      close(file)
    }
  }

  private func receive(from file: CInt) {
    var result = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
      result = unsafe read(file, buffer.baseAddress, buffer.count)
      count = max(0, result)
    }
    if file == process.error { errorOutput += bytes } else { output += bytes }
    // A terminal whose child is gone fails with EIO instead of ending.
    if result == 0 || (result < 0 && errno != EAGAIN && errno != EINTR) { close(file) }
  }

  private func reap() {
    let code = child_reap(process.process)
    exit = code < 0 ? .signal(-code) : .code(code)
  }

  private func close(_ file: CInt) {
    if openFiles.remove(file) != nil { Glibc.close(file) }
  }
}
