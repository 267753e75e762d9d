import KnowledgeBase
import TestSupport
import Testing

@testable import Safety

/// The messages that the clinic's safety files give as examples, whatever they
/// are: each must be judged as its file says.
struct SafetyExamplesTests {
  private let triage: Triage
  private let examples: [SafetyExample]

  init() throws {
    triage = try RealKnowledge.load().safety.triage
    examples = try Knowledge.safetyExamples(ContentFolder(at: RealKnowledge.path))
  }

  @Test(arguments: [
    SafetyClass.crisis, .emergency, .personalAdvice, .misuse, .concernForOther,
  ])
  func theClassHasManyExamples(_ safetyClass: SafetyClass) {
    let own = examples.filter { $0.safetyClass == safetyClass }
    #expect(own.filter(\.matches).count >= 30)
    #expect(own.filter { !$0.matches }.count >= 15)
  }

  @Test(arguments: SafetyClass.carded)
  func messagesOfTheClassAreRecognised(_ safetyClass: SafetyClass) {
    for example in examples where example.safetyClass == safetyClass && example.matches {
      #expect(
        triage.assess(example.message).gravest == safetyClass,
        "\(example.file):\(example.line ?? 0): \(example.message)")
    }
  }

  /// In doubt the card comes instead, never nothing.
  @Test func lowMoodGetsTheHelpLinesOrACard() {
    for example in examples where example.safetyClass == .support && example.matches {
      let gravest = triage.assess(example.message).gravest
      #expect(
        gravest == .support || gravest?.isAboutLife == true,
        "\(example.file):\(example.line ?? 0): \(example.message)")
    }
  }

  @Test(arguments: SafetyClass.allCases)
  func messagesThatOnlyLookLikeItAreNot(_ safetyClass: SafetyClass) {
    for example in examples where example.safetyClass == safetyClass && !example.matches {
      let rules = triage.assess(example.message).findings.filter { $0.safetyClass == safetyClass }
      #expect(
        rules.map(\.rule) == [], "\(example.file):\(example.line ?? 0): \(example.message)")
    }
  }

  /// Making a message graver or softer never takes a card about life away.
  @Test(arguments: [SafetyClass.crisis, .emergency])
  func whatIsAddedTakesNoCardAway(_ safetyClass: SafetyClass) {
    let additions = [
      (" lol", ""), (", but I'm fine", ""), (". My friend says it's nothing", ""),
      (" and what is ketamine?", ""), ("", "Thank you. "), ("", "just kidding... or not. "),
      (". I have a plan for tonight", ""),
    ]
    for example in examples where example.safetyClass == safetyClass && example.matches {
      for (after, before) in additions {
        let message = before + example.message + after
        let assessment = triage.assess(message)
        #expect(
          assessment.findings.contains { $0.safetyClass == safetyClass }, "\(message)")
      }
    }
  }

  /// What excuses a look-alike stands near each of these and must not silence a rule:
  /// the rules have to hear them without the net.
  @Test(arguments: [
    "an hour ago i tried to kill myself", "two years ago i wanted to end it all and i still do",
    "they asked if i want to kill myself and i told her no but i do want to end my life",
    "it never crossed my mind to kill myself until tonight",
    "ready to meet my maker the pills are here",
    "by the coffee maker, gonna end it all", "i will kms today", "gonna kms to get away from this",
    "end of the line i want to be dead", "i wish i was never born with a father like mine",
    "my old suicidal thoughts are back",
    "i was suicidal years ago and im not better", "i was suicidal years ago and i am again",
    "they would be better off without me on the planet", "the gun is at the roof of my mouth",
    "i wrote goodbye letters to my students and my wife", "i wrote her a little goodbye letter",
    "i carried a goodbye letter for years and tonight i leave it",
    "i hurt myself on purpose and i told no one", "i want to hurt myself and i dont know why",
    "i hurt myself on purpose to get out of work", "antes pensaba en matarme y ahora otra vez",
    "no quiero despertar a mi edad",
    "my wife left im suicidal", "he is dead and i am suicidal",
    "feel like ending it on sunday", "thinking of ending it at the bridge",
    "my husband left, thinking about ending it", "he left me, just let me die",
    "mom please let me die", "they can watch, i am gonna overdose tonight",
  ])
  func exceptionsExcuseNoCry(_ message: String) {
    #expect(triage.replacing(net: nil).assess(message).gravest?.isAboutLife == true)
  }

  /// Suicide named without a verb, in code words or after the act.
  @Test(arguments: [
    ("suicidal ideation, active", SafetyClass.crisis), ("active suicidal thoughts", .crisis),
    ("resolved on suicide", .crisis), ("i am set on ending my life", .crisis),
    ("planning my own death", .crisis), ("attempted suicide last night", .crisis),
    ("kms fr tonight", .crisis), ("I overdosed", .emergency),
    ("i think i overdosed after the infusion", .emergency),
    ("bored, hungover, suicidal", .crisis), ("sober and more suicidal than before", .crisis),
    ("why am i not dead yet", .crisis), ("would a doctor help me die", .crisis),
    ("feel like ending it, lost the farm", .crisis), ("last hope before i end it", .crisis),
    ("planning to overdose tonight", .crisis), ("tried hanging, neck still sore", .crisis),
    ("self harm daily", .crisis),
  ])
  func rulesHearWhatIsNamedBarely(_ message: String, _ safetyClass: SafetyClass) {
    #expect(triage.replacing(net: nil).assess(message).gravest == safetyClass)
  }

  /// Worry about someone else never hides that the person who types is in danger too.
  @Test func worryAboutAnotherTakesNoCardAway() {
    let worry = "My son wants to die."
    #expect(triage.assess(worry).gravest == .concernForOther)
    for example in examples where example.safetyClass == .crisis && example.matches {
      let words = triage.normalForm(of: example.message)
      guard words.contains(where: ["i", "im", "ive", "id", "me", "my", "myself"].contains) else {
        continue
      }
      for message in ["\(worry) \(example.message)", "\(example.message). \(worry)"] {
        let classes = triage.assess(message).findings.map(\.safetyClass)
        #expect(classes.first.map { $0 <= .crisis } == true, "\(message)")
      }
    }
  }
}
