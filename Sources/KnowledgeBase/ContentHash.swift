import CNettle
import FoundationEssentials

/// The SHA-256 of what is served: every file's path, length and bytes in the
/// order of paths, so that a rename or a moved boundary changes it too.
package struct ContentHash {
  private var context = sha256_ctx()

  /// Returns the hash of `files` in lower-case hexadecimal digits.
  static func hexadecimal(
    of files: [ContentFolder.File], includesDrafts: Bool = false
  ) -> String {
    var hash = ContentHash()
    unsafe nettle_sha256_init(&hash.context)
    if includesDrafts { hash.update(Array("drafts\n".utf8)) }
    for file in files {
      hash.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8))
      hash.update(file.bytes)
    }
    return hash.hexadecimal()
  }

  /// Returns the SHA-256 of `bytes` in lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    unsafe nettle_sha256_init(&hash.context)
    hash.update(bytes)
    return hash.hexadecimal()
  }

  private mutating func hexadecimal() -> String {
    digest().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private mutating func update(_ bytes: [UInt8]) {
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
  }

  private mutating func digest() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_digest(&context, bytes.count, &bytes)
    return bytes
  }
}
