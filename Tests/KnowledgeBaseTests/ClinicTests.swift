import Safety
import TestSupport
import Testing

@testable import KnowledgeBase

struct ClinicTests {
  private func clinic(_ text: String) throws -> Clinic {
    try KnowledgeFiles(["clinic.yaml": text]).knowledge().clinic
  }

  private func faults(_ text: String) -> [KnowledgeFault] {
    KnowledgeFiles(["clinic.yaml": text]).faults()
  }

  @Test func aNameIsEnough() throws {
    #expect(
      try clinic("name: The Kettle")
        == Clinic(
          name: "The Kettle", town: nil, phone: nil, hours: nil, setting: .kiosk,
          sampleQuestions: []))
  }

  @Test func readsEveryField() throws {
    #expect(
      try clinic(
        """
        name: The Kettle
        town: Knoxville
        phone: 555-0100
        hours: 9 to 5
        setting: remote
        sample_questions: [what is tea, how long]
        """)
        == Clinic(
          name: "The Kettle", town: "Knoxville", phone: "555-0100", hours: "9 to 5",
          setting: .remote, sampleQuestions: ["what is tea", "how long"]))
  }

  @Test func theNumberIsNamedOnlyWhereItIsKnown() throws {
    #expect(try clinic("name: The Kettle").callPhrase == "call The Kettle")
    #expect(
      try clinic("name: The Kettle\nphone: 555-0100").callPhrase == "call The Kettle at 555-0100")
  }

  @Test func faultsNameTheirLine() {
    let fault = { KnowledgeFault(file: "clinic.yaml", line: $0, message: $1) }
    #expect(faults("town: Knoxville") == [fault(1, "`name` is missing")])
    #expect(
      faults("name: a\nsetting: home\nfax: 1") == [
        fault(2, "expected `kiosk` or `remote`"),
        fault(
          3,
          "unknown field `fax`; expected one of name, town, phone, hours, setting, "
            + "sample_questions"),
      ])
  }

  @Test func theFileIsRequired() {
    #expect(
      KnowledgeFiles(without: ["clinic.yaml"]).faults() == [
        KnowledgeFault(
          file: "clinic.yaml", line: nil,
          message: "the file is missing; expected at least `name: …`")
      ])
  }
}
