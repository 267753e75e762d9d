import Testing

@testable import Sessions

struct ChatCommandTests {
  @Test(arguments: [
    ("bye", ChatCommand.leave), ("Bye!", .leave), (" quit ", .leave), ("EXIT.", .leave),
    ("done", .leave), ("topics", .topics), ("Topics", .topics), ("t o p i c s", .topics),
  ])
  func aWordAloneIsACommand(_ line: String, _ command: ChatCommand) {
    #expect(ChatCommand(line) == command)
  }

  @Test(arguments: [
    "", "bye bye", "goodbye", "what topics are there", "i am done", "done?", "quitting", "more",
    "adios",
  ])
  func anythingElseIsAQuestion(_ line: String) {
    #expect(ChatCommand(line) == nil)
  }
}
