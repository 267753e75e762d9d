import Glibc

/// Reads a file into memory in one go.
///
/// The bytes are a copy: a file that is replaced, cut off or changed while the
/// program runs changes nothing that was read and checked, which a file mapped
/// into memory would.
enum FileBytes {
  /// The least size of a page that the system may use for large copies, and the
  /// boundary at which it begins.
  private static let largePage = 2 << 20

  /// Returns the bytes of the file at `path`; `nil` when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let size = Int(status.st_size)
    var isComplete = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe useLargePages(for: UnsafeMutableRawBufferPointer(buffer))
      while count < size {
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let length = unsafe Glibc.read(descriptor, part.baseAddress, part.count)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else { break }
        count += length
      }
      isComplete = count == size
    }
    return isComplete ? bytes : nil
  }

  /// Asks the system for large pages: handing out thousands of small ones takes
  /// three times as long as filling them.
  private static func useLargePages(for buffer: UnsafeMutableRawBufferPointer) {
    guard let start = buffer.baseAddress else { return }
    let first = unsafe start.alignedUp(toMultipleOf: largePage)
    let length = unsafe (start + buffer.count - first) / largePage * largePage
    // Advice only: where it is not taken, small pages do.
    if length > 0 { _ = unsafe madvise(first, length, MADV_HUGEPAGE) }
  }
}
