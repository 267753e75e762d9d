/// The safety texts and rules that need no file.
///
/// They print when the Knowledge folder is gone or cannot be read. The folder's
/// own texts take their place whenever they load. Numbers: 911 and 988 are the
/// national emergency and suicide-crisis numbers of the United States (SAMHSA,
/// 988 FAQ); the sources of the others stand in `Knowledge/safety/lines.yaml`,
/// and a test holds the two together.
package enum BuiltInSafety {
  static let footer = SafetyTexts.Localized(english: [
    .kiosk: """
    This is general information, not medical advice for you.
    Please ask your care team about your own care.
    Emergency? Tell staff now, or call 911.
    Thoughts of suicide? Call or text 988, day or night.
    Español: llame al 988 y oprima 2.
    """,
    .remote: """
    This is general information, not medical advice for you.
    Please ask your care team about your own care.
    Emergency? Call 911.
    Thoughts of suicide? Call or text 988, day or night.
    Español: llame al 988 y oprima 2.
    """,
  ])

  static let supportLines = SafetyTexts.Localized(
    english: [
      .kiosk: """
      If you feel unsafe or very low, please tell staff now.
      You can also call or text 988. It is free, day and night.
      """,
      .remote: """
      If you feel unsafe or very low, please call or text 988 now.
      It is free, day and night. In danger? Call 911.
      """,
    ],
    others: [
      "es": [
        .kiosk: """
        Si se siente en peligro o muy mal, avise al personal ahora.
        También puede llamar al 988 y oprimir 2. Es gratis, día y noche.
        """,
        .remote: """
        Si se siente en peligro o muy mal, llame al 988 y oprima 2 ahora.
        Es gratis, día y noche. ¿Está en peligro? Llame al 911.
        """,
      ]
    ])

  static let clinicLine = SafetyTexts.Localized(
    english: [
      .kiosk: "Questions about your care? Ask a staff member, or call the clinic.",
      .remote: "Questions about your care? Please call the clinic.",
    ],
    others: [
      "es": [
        .kiosk: "¿Preguntas? Hable con el personal o llame a la clínica.",
        .remote: "¿Preguntas? Llame a la clínica.",
      ]
    ])

  static let cards: [SafetyClass: [String: SafetyCard]] = [
    .emergency: [
      "en": SafetyCard(
        openings: ["This could be an emergency. Do not wait."],
        text: [
          .kiosk: """
          {opening}
          In the clinic: tell a staff member right now.
          Anywhere else: call 911 now. Do not drive yourself.
          If someone took too much of a drug, call 911.
          If you may hurt yourself, call or text 988 too.
          I am a computer program. I cannot check you or call for you.
          """,
          .remote: """
          {opening}
          Call 911 now. Do not drive yourself.
          If someone took too much of a drug, call 911.
          If you may hurt yourself, call or text 988 too.
          I am a computer program. I cannot check you or call for you.
          """,
        ])
    ],
    .crisis: [
      "en": SafetyCard(
        openings: ["Thank you for telling me. What you feel matters."],
        text: [
          .kiosk: """
          {opening}
          Are you in danger? If yes, or not sure, do this now:
          1. Tell a staff member. Say: "I need help right now."
          2. Call 911, or go to the nearest emergency room.
          Want to talk to someone now? Call or text 988.
          It is free, day and night. If a call feels too hard, you can text.
          Veterans: call 988 and press 1, or text 838255.
          Español: llame al 988 y oprima 2, o envíe AYUDA al 988.
          Deaf or hard of hearing: text 988, or use a videophone or relay.
          You can also text HOME to 741741.
          Please stay with someone you trust.
          Move away from things that could hurt you.
          Your doctor or this clinic can help too.
          I am a computer program. I cannot call for you.
          No one is reading this now.
          """,
          .remote: """
          {opening}
          Are you in danger? If yes, or not sure, do this now:
          Call 911, or go to the nearest emergency room.
          Want to talk to someone now? Call or text 988.
          It is free, day and night. If a call feels too hard, you can text.
          Veterans: call 988 and press 1, or text 838255.
          Español: llame al 988 y oprima 2, o envíe AYUDA al 988.
          Deaf or hard of hearing: text 988, or use a videophone or relay.
          You can also text HOME to 741741.
          Please stay with someone you trust.
          Move away from things that could hurt you.
          Your doctor or this clinic can help too.
          I am a computer program. I cannot call for you.
          No one is reading this now.
          """,
        ])
    ],
    .danger: [
      "en": SafetyCard(
        openings: ["You deserve to be safe. Thank you for saying this."],
        text: [
          .kiosk: """
          {opening}
          Is anyone in danger now? Call 911.
          In the clinic, tell a staff member right now.
          Need to talk? Call or text 988. It is free, day and night.
          I am a computer program. I cannot call for you.
          """,
          .remote: """
          {opening}
          Is anyone in danger now? Call 911.
          Need to talk? Call or text 988. It is free, day and night.
          I am a computer program. I cannot call for you.
          """,
        ])
    ],
    .concernForOther: [
      "en": SafetyCard(
        openings: ["Thank you for looking out for them. Take it seriously."],
        text: [
          .kiosk: """
          {opening}
          If they are in danger now, call 911. Stay with them if it is safe.
          You can call or text 988 to ask how to help. It is free, day and night.
          Ask them plainly. Listen. Move things away that could hurt them.
          If they are in this clinic, tell staff now.
          If this is about you, the same help is for you.
          I am a computer program. I cannot call for you.
          """,
          .remote: """
          {opening}
          If they are in danger now, call 911. Stay with them if it is safe.
          You can call or text 988 to ask how to help. It is free, day and night.
          Ask them plainly. Listen. Move things away that could hurt them.
          If this is about you, the same help is for you.
          I am a computer program. I cannot call for you.
          """,
        ])
    ],
    .misuse: [
      "en": SafetyCard(
        openings: ["I cannot help with that."],
        text: [
          .kiosk: """
          {opening}
          Ketamine is for use with medical staff watching.
          If you took some and feel sick, tell staff or call 911.
          If drug use worries you, call 1-800-662-4357.
          It is free, day and night. You can also call or text 988.
          Your care team can talk with you about it. You will not be judged.
          """,
          .remote: """
          {opening}
          Ketamine is for use with medical staff watching.
          If you took some and feel sick, call 911.
          If drug use worries you, call 1-800-662-4357.
          It is free, day and night. You can also call or text 988.
          Your care team can talk with you about it. You will not be judged.
          """,
        ])
    ],
    .personalAdvice: [
      "en": SafetyCard(
        openings: ["I cannot answer that for you. Only your care team knows your health."],
        text: [
          .kiosk: """
          {opening}
          Please ask them before you start, stop, skip or mix any drug.
          In the clinic, ask a staff member. Ask before your next treatment.
          If you feel very sick, tell staff now, or call 911.
          Thoughts of suicide? Call or text 988, day or night.
          """,
          .remote: """
          {opening}
          Please ask them before you start, stop, skip or mix any drug.
          Call the clinic before your next treatment.
          If you feel very sick, call 911.
          Thoughts of suicide? Call or text 988, day or night.
          """,
        ])
    ],
  ]

  /// Triage that knows only the plainest words of each grave class; it serves
  /// when the rules of the Knowledge folder cannot be loaded.
  package static let triage: Triage = {
    var compiler = RuleCompiler()
    let rules = BuiltInSafety.rules(with: &compiler)
    return Triage(rules: rules, from: compiler)
  }()

  /// Returns the built-in rules, which recognise emergencies and crises; they
  /// also serve for a class that the Knowledge folder has no rule for.
  package static func rules(with compiler: inout RuleCompiler) -> [RecognitionRule] {
    let ending =
      "(die|be dead|kill myself|end my life|end it all|hurt myself|take my own life"
      + "|take my life|commit suicide|unalive myself|cut myself)"
    return [
      rule(
        "built-in-emergency", .emergency, "A grave bodily sign is named.",
        [
          "(cant|cannot|trouble|hard to|struggling to) (breathe|breathing)",
          "chest (pain|pains|hurts|is tight|tightness)", "(having a|had a) (seizure|stroke)",
          "(overdosed|overdose|took too much|took too many|took all)",
          "(wont|not|doesnt|cant) wake up", "passed out",
        ], &compiler),
      rule(
        "built-in-crisis", .crisis, "The person speaks of ending their own life.",
        [
          "(want|wanna|going|gonna|wish|plan|planning|ready|about) .. \(ending)",
          "(kill|killing) myself", "suicidal", "kms", "suicide plan", "end my life",
          "(dont|do not) want to (live|be alive|be here|exist)", "better off dead",
        ], &compiler),
      rule(
        "built-in-crisis-es", .crisis, language: "es", "La persona habla de quitarse la vida.",
        ["(quiero|voy a) (morir|morirme|matarme)", "quitarme la vida", "suicidarme"], &compiler),
    ]
  }

  private static func rule(
    _ id: String, _ safetyClass: SafetyClass, language: String = "en", _ means: String,
    _ sources: [String], _ compiler: inout RuleCompiler
  ) -> RecognitionRule {
    var patterns: [Pattern] = []
    for source in sources {
      do throws(PatternError) {
        patterns.append(try compiler.pattern(source))
      } catch {
        // The sources are constants; a test builds every rule.
        preconditionFailure("built-in pattern \(source): \(error)")
      }
    }
    return RecognitionRule(
      id: id, safetyClass: safetyClass, language: language, means: means, patterns: patterns,
      negation: .ignored)
  }

  /// The built-in texts alone.
  package static let texts = SafetyTexts(
    footer: nil, supportLines: nil, clinicLine: nil, cards: [:])

  /// The built-in texts with the way to reach a clinic that is known.
  ///
  /// - Parameter call: what to do to call it, as words behind "please".
  package static func texts(call: String) -> SafetyTexts {
    SafetyTexts(
      footer: nil, supportLines: nil,
      clinicLine: SafetyTexts.Localized(english: [
        .kiosk: "Questions about your care? Ask a staff member, or \(call).",
        .remote: "Questions about your care? Please \(call).",
      ]), cards: [:])
  }
}
