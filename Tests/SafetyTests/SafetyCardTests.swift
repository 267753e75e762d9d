import Testing

@testable import Safety

struct SafetyCardTests {
  @Test func theOpeningGoesWhereItIsAskedFor() {
    let card = SafetyCard(
      openings: ["One.", "Two."], text: [.kiosk: "{opening} Stay.", .remote: "Go. {opening}"])
    #expect(card.rendered(for: .kiosk, repeats: 0) == "One. Stay.")
    #expect(card.rendered(for: .remote, repeats: 3) == "Go. Two.")
  }

  @Test func aMissingSettingIsFilledWithTheOther() {
    let card = SafetyCard(openings: [], text: [.remote: "Call.{opening}"])
    #expect(card.rendered(for: .kiosk, repeats: 7) == "Call.")
  }
}
