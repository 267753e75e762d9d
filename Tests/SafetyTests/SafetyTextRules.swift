import Safety
import TextAnalysis

/// What the clinical guide asks of every safety text, in a form that can be
/// checked. Wording may change; these must stay.
enum SafetyTextRules {
  /// Returns the numbers to call or text that `text` names.
  ///
  /// Left out are the digits of the clinic's name, numbers of a list, and the
  /// keys to press once a line answers.
  static func numbers(in text: String) -> Set<String> {
    let bare = text.replacing("865 Wellness+Ketamine", with: "")
      .replacing(#/(?m)^[1-9]\. /#, with: "")
      .replacing(#/(press|oprima|oprimir) [12]\b/#, with: "")
    return Set(bare.matches(of: /\d[\d-]*/).map { String($0.output) })
  }

  /// Parts that must be there, in this order.
  static func required(
    of safetyClass: SafetyClass, in language: String, for setting: Setting
  ) -> [String] {
    let kiosk = setting == .kiosk
    let parts: [String?] =
      switch (safetyClass, language) {
      case (.crisis, "en"):
        [
          "Are you in danger?", "not sure", kiosk ? "Tell a staff member" : nil,
          kiosk ? "I need help right now" : nil, "911", "nearest emergency room",
          "all or text 988", "free, day and night", "you can text", "Veterans", "988 and press 1",
          "838255", "Español", "oprima 2", "AYUDA al 988", "Deaf", "text 988", "videophone",
          "relay",
          "HOME to 741741", "someone you trust", "could hurt you", "this clinic can help",
          "I am a computer program", "cannot call", "No one is reading this",
        ]
      case (.crisis, _):
        [
          "¿Está en peligro?", "no está segur", kiosk ? "personal" : nil, "911",
          "sala de emergencias", "988 y oprima 2", "AYUDA al 988", "gratis, día y noche",
          "mensaje de texto", "Veteranos", "988 y oprima 1", "838255", "sordas", "988",
          "videoteléfono", "relevo", "741741", "alguien de confianza", "hacerle daño",
          "esta clínica", "Soy un programa de computadora", "No puedo llamar", "Nadie está leyendo",
        ]
      case (.emergency, "en"):
        [
          "emergency", kiosk ? "tell a staff member right now" : nil, "all 911 now",
          "Do not drive yourself", "too much of a drug, call 911", "988", "I am a computer program",
          "cannot check you or call for you",
        ]
      case (.emergency, _):
        [
          "emergencia", kiosk ? "personal ahora" : nil, "lame al 911 ahora", "No maneje", "911",
          "988", "oprima 2", "Soy un programa de computadora", "No puedo revisarle ni llamar",
        ]
      case (.danger, "en"):
        [
          "in danger now?", "911", kiosk ? "tell a staff member right now" : nil, "988",
          "free, day and night", "I am a computer program", "cannot call",
        ]
      case (.danger, _):
        [
          "en peligro ahora?", "911", kiosk ? "personal ahora" : nil, "988 y oprima 2",
          "Soy un programa de computadora", "No puedo llamar",
        ]
      case (.concernForOther, "en"):
        [
          "eriously", "in danger now, call 911", "Stay with them if it is safe", "988",
          "how to help", "Ask them plainly", "Listen", "ove things away",
          kiosk ? "in this clinic, tell staff now" : nil, "If this is about you, the same help",
          "I am a computer program", "cannot call",
        ]
      case (.concernForOther, _):
        [
          "en serio", "en peligro ahora, llame al 911", "si es seguro", "988 y oprima 2",
          "cómo ayudar", "Pregúntele", "Escuche", "leje las cosas",
          kiosk ? "en esta clínica, avise al personal" : nil, "la misma ayuda es para usted",
          "Soy un programa de computadora", "No puedo llamar",
        ]
      case (.misuse, "en"):
        [
          "cannot help with that", "medical staff watching", "feel sick", "911", "1-800-662-4357",
          "free, day and night", "988", "care team", "not be judged",
        ]
      case (.misuse, _):
        [
          "No puedo ayudar con eso", "personal médico", "se siente mal", "911", "1-800-662-4357",
          "gratis", "988", "equipo médico", "Nadie le va a juzgar",
        ]
      case (.personalAdvice, "en"):
        [
          "care team", "start, stop, skip or mix", kiosk ? "ask a staff member" : nil,
          "before your next treatment", "911", "988",
        ]
      case (.personalAdvice, _):
        [
          "equipo médico", "empezar, dejar, saltar o mezclar", kiosk ? "personal" : nil,
          "antes de su próximo tratamiento", "911", "988",
        ]
      case (.support, _): []
      }
    return parts.compactMap(\.self)
  }

  /// The parts of the footer, in this order.
  static func requiredOfFooter(for setting: Setting) -> [String] {
    ["general information, not medical advice", "care team", "Emergency?"]
      + (setting == .kiosk ? ["ell staff now"] : []) + ["911", "suicide?", "988", "day or night"]
      + ["Español", "988", "oprima 2"]
  }

  /// Returns the first of `parts` that does not stand in `text` behind those
  /// before it.
  static func firstMissing(of parts: [String], in text: String) -> String? {
    var rest = text[...]
    for part in parts {
      guard let place = rest.firstRange(of: part) else { return part }
      rest = rest[place.upperBound...]
    }
    return nil
  }

  /// Words that name or hint at a method, or how an act ended. "Saltar", to
  /// skip a treatment, and the help line for poisons are no methods.
  static let methodWords: Set<String> = [
    "pill", "pills", "overdose", "gun", "guns", "firearm", "weapon", "rope", "noose", "hang",
    "hanging", "knife", "knives", "blade", "razor", "cut", "cutting", "bridge", "jump", "jumping",
    "drown", "gas", "carbon", "monoxide", "bleach", "train", "kill", "killing", "pastillas",
    "píldoras", "sobredosis", "pistola", "arma", "armas", "soga", "cuerda", "ahorcar", "ahorcarse",
    "cuchillo", "navaja", "cortarse", "puente", "tirarse", "matar", "matarse", "mg",
  ]

  /// Words and phrases that blame, promise or are out of date, in small letters.
  static let forbiddenPhrases = [
    "commit", "cometer", "successful", "failed attempt", "unsuccessful", "press 3", "oprima 3",
    "273-8255", "273-talk", "promise", "prometo", "secret", "will get better", "va a mejorar",
    "help is coming", "help is on the way", "never sends", "your family", "su familia",
    "don't worry", "do not worry", "it is safe to", "probably", "selfish", "crazy", "addict",
  ]

  /// Returns the words of `text` in small letters.
  static func words(of text: String) -> Set<String> {
    Set(Tokenizer.words.tokens(in: text).map { $0.text.lowercased() })
  }
}
