import Glibc

/// The built program, as users start it.
enum Program {
  /// What a run of the program left.
  struct Outcome: Hashable {
    let exit: Child.Exit
    let output: String
    let errorOutput: String

    /// The lines of standard error.
    var errorLines: [Substring] { errorOutput.split(separator: "\n") }
  }

  /// The package's folder.
  static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  /// The program: what `CAREGUIDE` names, from the package's folder, or what
  /// `make build` makes.
  static let path: String = {
    let named = unsafe getenv("CAREGUIDE").map { unsafe String(cString: $0) }
    let path = named ?? ".build-release/release/careguide"
    return path.hasPrefix("/") ? path : "\(root)/\(path)"
  }()

  /// An environment that holds nothing of the tester's own.
  static let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]

  /// Starts the program behind pipes.
  ///
  /// - Parameter content: what it serves; the package's own without.
  static func start(
    _ arguments: [String], content: TemporaryFolder? = nil, environment: [String: String] = [:],
    directory: String = root
  ) throws -> Child {
    try Child(
      path, arguments, content: content, environment: Self.environment.merging(environment) { $1 },
      directory: directory)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], content: TemporaryFolder? = nil, input: some Sequence<UInt8> = [],
    environment: [String: String] = [:], directory: String = root
  ) throws -> Outcome {
    try finish(
      start(arguments, content: content, environment: environment, directory: directory),
      input: input)
  }

  /// Runs the program from a line of shell, in which `"$@"` is the program and
  /// its arguments: for files that are closed, full, or gone.
  static func run(shell line: String, _ arguments: [String]) throws -> Outcome {
    let child = try Child(
      "/bin/sh", ["-c", line, "sh", path] + arguments, environment: environment, directory: root)
    return try finish(child, input: [])
  }

  private static func finish(_ child: Child, input: some Sequence<UInt8>) throws -> Outcome {
    child.send(input)
    child.closeInput()
    let exit = try child.waitForExit()
    return Outcome(
      exit: exit, output: String(decoding: child.output, as: UTF8.self),
      errorOutput: String(decoding: child.errorOutput, as: UTF8.self))
  }
}
