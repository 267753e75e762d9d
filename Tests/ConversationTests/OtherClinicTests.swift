import KnowledgeBase
import TestSupport
import Testing

@testable import Conversation

/// The same program on an article it was not made for: a blood-pressure clinic,
/// without phrasings, synonyms, topics or anything learned.
struct OtherClinicTests {
  private static let article = """
    ## What Blood Pressure Is {#what-it-is}

    Your heart pumps blood through tubes called arteries. Blood pressure is how hard the blood \
    pushes on their walls. The upper number is the pressure when the heart beats. The lower number \
    is the pressure when the heart rests.

    ## High Blood Pressure {#high}

    High blood pressure is also called hypertension. Most people with it notice no symptoms. Over \
    the years it can harm the heart, the kidneys and the eyes, and can cause a stroke.

    ## Measuring at Home {#measuring}

    Sit still for five minutes before you measure. Put the cuff on your bare upper arm, at the \
    height of the heart. Take two readings, a minute apart, and write them down.

    ## Salt and Food {#food}

    Salt makes the body hold water, which raises the pressure. Eat fruit, vegetables, beans and \
    fish. Canned soup, chips and fast food hold a lot of salt.

    ## Exercise {#exercise}

    A brisk walk of half an hour on most days lowers the pressure. Swimming and cycling help as \
    well. Start slowly when you have not moved much for years.

    ## Tablets {#tablets}

    Diuretics, also known as water pills, help the kidneys get rid of salt. ACE inhibitors and \
    beta blockers relax the arteries or slow the heart. Many people need two kinds of tablets.
    """

  private static let questions = [
    ("what is blood pressure", "what-it-is"), ("what does the upper number mean", "what-it-is"),
    ("what is the lower number", "what-it-is"),
    ("how hard does blood push on arteries", "what-it-is"),
    ("what are arteries", "what-it-is"), ("what is hypertension", "high"),
    ("what is high blood pressure", "high"), ("does high blood pressure have symptoms", "high"),
    ("can it harm my kidneys", "high"), ("can high pressure cause a stroke", "high"),
    ("is it bad for the eyes", "high"), ("how do i measure at home", "measuring"),
    ("where do i put the cuff", "measuring"), ("how many readings should i take", "measuring"),
    ("how long do i sit still before", "measuring"), ("which arm does the cuff go on", "measuring"),
    ("does salt raise blood pressure", "food"), ("what food should i eat", "food"),
    ("is canned soup bad", "food"), ("can i eat chips", "food"),
    ("are fish and beans good", "food"),
    ("does exercise help", "exercise"), ("is walking enough", "exercise"),
    ("can i go swimming", "exercise"), ("how long should i walk each day", "exercise"),
    ("is cycling good for it", "exercise"), ("what are diuretics", "tablets"),
    ("what are water pills", "tablets"), ("what do beta blockers do", "tablets"),
    ("what is an ace inhibitor", "tablets"), ("which tablets are there", "tablets"),
    ("will i need two kinds of tablets", "tablets"),
  ]

  @Test func plainQuestionsFindTheirSection() throws {
    let responder = Responder(
      try KnowledgeFiles(
        [
          "articles/pressure.md": KnowledgeFiles.article(body: Self.article),
          "lexicon.yaml": "synonyms: []", "not-covered.yaml": "topics: []",
          "small-talk.yaml": "intents: []",
        ],
        without: [
          "articles/tea.md", "phrasings/brewing.txt", "phrasings/price.txt",
          "phrasings/personal-advice.txt", "phrasings/small-talk.txt",
        ]
      ).knowledge())
    let missed = Self.questions.filter { question, section in
      var state = ConversationState()
      return responder.trace(question, in: &state).decision?.sections.first?.subject
        != .section(section)
    }
    let share = 1 - Double(missed.count) / Double(Self.questions.count)
    #expect(share >= 0.9, "\(share): \(missed)")
  }
}
