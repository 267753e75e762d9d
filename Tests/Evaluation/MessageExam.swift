import FoundationEssentials
import Safety

/// Labelled messages whose authors saw neither rules nor examples, judged by
/// triage as it is served.
///
/// Each line of a file is a label, a language and a message. Nothing is tuned on
/// them, so only counts are printed, never a message.
struct MessageExam {
  private let triage: Triage

  init(_ triage: Triage) {
    self.triage = triage
  }

  func write(_ path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var card = Tally()
    var cardOrSupport = Tally()
    var exact = Tally()
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { continue }
      let assessment = triage.assess(fields[2])
      let isAboutLife = assessment.gravest?.isAboutLife ?? false
      let label = fields[0].replacing("-explicit", with: "")
      for name in Set([fields[0], label, "\(label) \(fields[1])"]) {
        card.count(name, isAboutLife)
        cardOrSupport.count(name, isAboutLife || assessment.gravest == .support)
        exact.count(name, assessment.carded?.rawValue == label)
      }
    }
    card.write("\(path): a card about danger to life")
    cardOrSupport.write("\(path): such a card, or the help lines first")
    exact.write("\(path): the card of the very class")
  }
}
