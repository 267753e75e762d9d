import FoundationEssentials
import Glibc
import Sessions

/// What the program can see of the process it is.
enum Environment {
  /// Returns the value of an environment variable.
  static subscript(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Whether the terminal is one that knows escape codes.
  static var knowsTerminal: Bool {
    Self["TERM"].map { !$0.isEmpty && $0 != "dumb" } ?? false
  }

  /// Today's date where the program runs, as an ISO 8601 date.
  static var today: String {
    var now = time(nil)
    var day = unsafe tm()
    unsafe localtime_r(&now, &day)
    let longest = 16
    let date = unsafe [CChar](unsafeUninitializedCapacity: longest) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = unsafe strftime(start, longest, "%Y-%m-%d", &day)
    }
    return String(decoding: date.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether there is a folder at `path`.
  static func folderExists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder that holds the running program; "." when the system does not tell.
  static var folderOfProgram: String {
    let longest = 4096
    let path = unsafe [CChar](unsafeUninitializedCapacity: longest) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = max(0, unsafe readlink("/proc/self/exe", start, longest))
    }
    let bytes = path.map { UInt8(bitPattern: $0) }
    guard let end = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The virtual console that standard input is, such as "tty1"; `nil` when it is
  /// another terminal or none.
  static var console: String? {
    guard let path = unsafe ttyname(ByteStream.standardInput) else { return nil }
    let name = unsafe String(cString: path).replacing("/dev/", with: "")
    return name.hasPrefix("tty") && name.dropFirst(3).allSatisfy(\.isNumber) ? name : nil
  }

  /// What the kernel lets the SysRq keys do, as a number, 0 for nothing.
  static var sysRq: Int? {
    (try? String(contentsOfFile: "/proc/sys/kernel/sysrq", encoding: .utf8))
      .flatMap { Int($0.filter(\.isNumber)) }
  }
}
