import Testing

@testable import Rendering

struct DoctorReportTests {
  @Test func anEmptyReportPasses() {
    let report = DoctorReport()
    #expect(report.passed)
    #expect(report.text == "")
    #expect(report.json.line == #"{"checks":[],"knowledge":null,"passed":true,"v":1}"#)
  }

  @Test func aFindingIsALineInColumns() {
    var report = DoctorReport()
    report.add(.ok, "locale", "C.UTF-8")
    report.add(.warn, "terminal", "narrow; widen it")
    #expect(report.passed)
    report.add(.fail, "records", "gone; look for them")
    #expect(!report.passed)
    #expect(
      report.text
        == """
        ok    locale    C.UTF-8
        warn  terminal  narrow; widen it
        fail  records   gone; look for them
        """)
  }

  @Test func programsGetTheFieldsAndTheHash() {
    var report = DoctorReport()
    report.add(.warn, "locale", "none")
    report.knowledge = "abc"
    #expect(
      report.json.line
        == #"{"checks":[{"message":"none","name":"locale","verdict":"warn"}],"#
        + #""knowledge":"abc","passed":true,"v":1}"#)
  }
}
