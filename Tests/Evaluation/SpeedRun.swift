import KnowledgeBase
import Safety

/// How long triage takes for a message, in microseconds: the median of rounds
/// over messages of a kind.
struct SpeedRun {
  private let triage: Triage

  private static let rounds = 9

  init(_ knowledge: Knowledge) {
    triage = knowledge.safety.triage
  }

  func write() {
    let ordinary =
      "how does ketamine work and how long does it last, my sister had it last year and said "
      + "she felt better within a day, is that usual and what does the visit look like from start "
      + "to end please"
    let dark = "i want to die and i dont know what to do with all the pills and the gun "
    let kinds: [(String, String)] = [
      ("ordinary, 200 characters", String(ordinary.prefix(200))),
      ("crisis, 200 characters", String((dark + dark + dark).prefix(200))),
      ("crisis, 2000 characters", String(String(repeating: dark, count: 40).prefix(2000))),
      ("one letter, 2000 times", String(repeating: "a", count: 2000)),
      ("spaced letters, 2000 characters", String(repeating: "k i l l ", count: 250)),
      ("run together, 2000 characters", String(repeating: "killmyselfnow", count: 153)),
      (
        "run-together words, 2000 characters",
        String(repeating: String(repeating: "im", count: 29) + "x ", count: 33)
      ),
      ("short words, 2000 characters", String(repeating: "i a to be ", count: 200)),
      ("questions, 2000 characters", String(repeating: "why? how? i die? ", count: 117)),
      ("leet, 2000 characters", String(repeating: "k1ll my5elf 2nite ", count: 111)),
    ]
    // A process that has answered many questions finds features faster.
    for _ in 0..<100 { for (_, message) in kinds { _ = triage.assess(message) } }
    let clock = ContinuousClock()
    for (name, message) in kinds {
      let times = (0..<Self.rounds).map { _ in
        clock.measure { for _ in 0..<20 { _ = triage.assess(message) } } / 20
      }.sorted()
      let median = times[Self.rounds / 2]
      let microseconds = Double(median.components.attoseconds) / 1e12
      print(name.padded(to: 36) + tenths(microseconds).leftPadded(to: 10) + " µs")
    }
  }
}
