import Testing

@testable import Rendering

struct CheckReportTests {
  @Test func anEmptyReportPasses() {
    let report = CheckReport()
    #expect(report.passed)
    #expect(report.text == "0 tested, 0 failed")
    #expect(
      report.json.line == #"{"failures":[],"notes":[],"passed":true,"tested":0,"v":1}"#)
  }

  @Test func failuresComeFirst() {
    var report = CheckReport()
    report.tested = 3
    report.note(at: "a.md", "a review is pending")
    report.fail(at: "b.yaml", line: 4, "wrong")
    report.fail(at: "c.yaml", line: nil, "missing")
    #expect(!report.passed)
    #expect(
      report.text
        == """
        FAILED  b.yaml:4: wrong
        FAILED  c.yaml: missing
        note    a.md: a review is pending
        3 tested, 2 failed
        """)
    #expect(
      report.json.line
        == #"{"failures":[{"line":4,"message":"wrong","place":"b.yaml"},"#
        + #"{"message":"missing","place":"c.yaml"}],"#
        + #""notes":[{"message":"a review is pending","place":"a.md"}],"#
        + #""passed":false,"tested":3,"v":1}"#)
  }
}
