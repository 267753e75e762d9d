import FoundationEssentials
import KnowledgeBase
import Safety
import TestSupport
import Testing

@testable import Sessions

/// The files that an operator installs.
struct PackagingTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Packaging"

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
  }

  /// The program cannot write this text when it is shown: it must say no less and
  /// nothing else than the program would.
  @Test func theFallbackScreenSaysWhatTheProgramWould() throws {
    let notice = Knowledge.safety(at: RealKnowledge.path).texts.notice(for: .kiosk).text
    let lines = try text("fallback.txt").split(separator: "\n").map(String.init)
    #expect(lines.first == ChatWording.outOfOrder)
    for line in lines.dropFirst() {
      #expect(notice.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    #expect(lines.contains { $0.contains("911") } && lines.contains { $0.contains("988") })
  }

  @Test func theServiceIsShutIn() throws {
    let settings = try text("careguide-kiosk.service").split(separator: "\n")
    for setting in [
      "Restart=always", "LimitCORE=0", "NoNewPrivileges=yes", "PrivateNetwork=yes",
      "RestrictAddressFamilies=none", "ProtectSystem=strict", "TTYReset=yes", "TTYVHangup=yes",
      "TTYVTDisallocate=yes",
    ] {
      #expect(settings.contains(Substring(setting)), "\(setting)")
    }
  }
}
