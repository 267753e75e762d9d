package import Retrieval
package import TextAnalysis

/// Compares a message with the examples of all classes: the net below the rules,
/// for what nobody listed.
///
/// A ``TextClassifier`` gives each class a score. The *danger* score is that of the
/// likeliest of the four classes about danger to life and two thirds of those of the
/// other three. Their plain sum is what least squares would give their union; but of two
/// messages with the same sum, one that is much like a single class is in danger more often
/// than one that is a little like each. Three bands: from the
/// card's threshold the card of the likeliest class; from the support threshold
/// an answer with the help lines first; below, nothing.
package struct ExampleNet: Sendable {
  /// The scores from which something is done.
  package struct Thresholds: Hashable, Sendable {
    /// The danger score that calls for a card.
    package var card: Double
    /// The danger score that calls for the help lines.
    package var support: Double
    /// The score of low mood that calls for the help lines.
    package var distress: Double
    /// The score that calls for the card about misuse.
    package var misuse: Double
    /// The score that calls for the advice to ask the care team.
    package var advice: Double
    /// The danger score below which a message is held to be harmless even where a
    /// rule about danger fires; `nil` when rules never give way.
    package var harmless: Double?

    /// Creates thresholds.
    package init(
      card: Double, support: Double, distress: Double, misuse: Double, advice: Double,
      harmless: Double? = nil
    ) {
      self.card = card
      self.support = support
      self.distress = distress
      self.misuse = misuse
      self.advice = advice
      self.harmless = harmless
    }
  }

  /// What the net says of a message.
  package struct Reading: Sendable {
    /// The score of each label, in the order of ``ExampleNet/labels``.
    package fileprivate(set) var scores: [(label: String, score: Double)]
    /// The words that a label's score comes from, where they are others than ``words``.
    fileprivate var wordsOfLabels: [String: [WrittenWord]] = [:]
    /// How much the message is like those about danger to life.
    package let danger: Double
    /// The words that were compared; a part of the message when that part alone
    /// is more alarming.
    package let words: [WrittenWord]
    /// What was taken off the danger because of what stands beside.
    let doubt: Double

    /// The score of a label.
    package func score(of label: String) -> Double {
      scores.first { $0.label == label }?.score ?? -1
    }
  }

  /// The label of examples of low mood, which call for the help lines.
  package static let distress = "distress"
  /// The label of examples in Spanish.
  package static let spanish = "spanish"
  /// The classes about danger to life.
  static let dangerClasses = SafetyClass.allCases.filter(\.isAboutLife)
  /// What a classifier for the net is learned for.
  package static let labels =
    (dangerClasses + [.misuse, .personalAdvice]).map(\.rawValue) + [distress, spanish]
  /// How much the score of a class about danger to life counts beside the likeliest.
  private static let shareOfOthers = 2.0 / 3
  /// Added to the danger, so that it is -1 when each class says "no" with -1.
  private static let dangerOffset = shareOfOthers * Double(dangerClasses.count - 1)
  /// The danger score below which a question is an ordinary one.
  private static let ordinary = -0.8
  /// What is taken off the danger of a part that an ordinary question stands
  /// beside: often the question tells how the part is meant.
  private static let doubtBesideQuestion = 0.4
  /// The idea that question words stand for.
  private static let question = "question"
  /// The least number of words that are read apart from others without a stop between.
  private static let leastPart = 3
  /// A message of more words is long: what it says of danger may be a small part of it.
  private static let longMessage = 40
  /// How many words of a long message are read as a message of their own.
  private static let stretchLength = 16
  /// What is taken off the danger of a stretch: what stands around it may tell how
  /// it is meant.
  private static let doubtOfStretch = 0.15
  /// A message of fewer words says too little for a rule to give way to.
  private static let leastTelling = 9
  /// How many words, a rule's own among them, are read together to tell how those are
  /// meant; in a message of no more words, the second number.
  private static let (surroundingsLength, shortSurroundingsLength) = (16, 8)
  /// How many words further on the surroundings are read again.
  private static let surroundingsStep = 4
  /// Where more stretches would have to be read a rule stands: reading them takes time,
  /// and its words are no slip.
  private static let mostSurroundings = 24

  /// What a message shows when it is compared with the examples.
  static func features(_ ideas: WordIdeas) -> TextFeatures {
    TextFeatures(ideas, families: .ofMessages)
  }

  private let classifier: TextClassifier
  private let features: TextFeatures
  private let ideas: WordIdeas
  /// The scores from which something is done.
  package let thresholds: Thresholds

  /// Creates a net; `nil` when the classifier was learned for other labels.
  package init?(_ classifier: TextClassifier, ideas: WordIdeas, thresholds: Thresholds) {
    guard classifier.labels == Self.labels else { return nil }
    self.classifier = classifier
    features = Self.features(ideas)
    self.ideas = ideas
    self.thresholds = thresholds
  }

  /// Returns what the net says of a message: the most alarming of several
  /// readings, all of it, without one or more pleasantries at its ends, without
  /// ordinary questions beside the rest, with a stop between or without, and, of a long
  /// one, each stretch of words. Adding any of these hides little so.
  ///
  /// - Parameters:
  ///   - pleasantries: phrases such as "but i am fine lol".
  ///   - openers: how questions begin, besides with a question word.
  func read(
    _ words: [WrittenWord], pleasantries: Pleasantries, openers: PhraseCover = PhraseCover([])
  ) -> Reading {
    var readings = [reading(of: words)]
    let trimmings = pleasantries.trimmings(words[...]).filter(Self.areEnough)
    readings += trimmings.map { reading(of: Array($0)) }
    if let rest = withoutOrdinaryQuestions(trimmings.last ?? words[...]) {
      readings.append(
        reading(
          of: Array(pleasantries.trimmings(rest).last ?? rest), less: Self.doubtBesideQuestion))
    }
    // Where the whole calls for a card no part need be looked for.
    if readings.allSatisfy({ $0.danger < thresholds.card }) {
      if words.count <= Self.longMessage, readings[0].danger > Self.ordinary {
        readings += besideOrdinaryQuestions(words, openers: openers)
      }
      readings += Self.stretches(of: words).map {
        reading(of: Array($0), less: Self.doubtOfStretch)
      }
    }
    var best = readings[0]
    for reading in readings where reading.danger > best.danger { best = reading }
    // What is no danger to life is heard in whichever reading says it most.
    for place in Self.labels.indices where place >= Self.dangerClasses.count {
      for reading in readings where reading.scores[place].score > best.scores[place].score {
        best.scores[place].score = reading.scores[place].score
        best.wordsOfLabels[Self.labels[place]] = reading.words
      }
    }
    return best
  }

  /// Returns the stretches of a long message, each half over the one before, to the
  /// last word.
  private static func stretches(of words: [WrittenWord]) -> [ArraySlice<WrittenWord>] {
    guard words.count > longMessage else { return [] }
    let last = words.count - stretchLength
    return (Array(stride(from: 0, to: last, by: stretchLength / 2)) + [last]).map {
      words[$0..<$0 + stretchLength]
    }
  }

  /// Returns the readings of the parts of a message beside which a question about
  /// something ordinary stands without a stop: "what is it and i want to die".
  private func besideOrdinaryQuestions(
    _ words: [WrittenWord], openers: PhraseCover
  ) -> [Reading] {
    var readings: [Reading] = []
    for place in stride(from: Self.leastPart, through: words.count - Self.leastPart, by: 2) {
      let (head, tail) = (Array(words[..<place]), Array(words[place...]))
      for (part, question) in [(head, tail), (tail, head)] where asks(question, openers: openers) {
        let reading = reading(of: part, less: Self.doubtBesideQuestion)
        // Few parts are so alarming; only beside these the question need be read.
        if reading.danger >= thresholds.card,
          self.reading(of: question).danger < Self.ordinary
        {
          readings.append(reading)
        }
      }
    }
    return readings
  }

  /// Whether words begin with a question word, or with one word before it, or as questions do.
  func asks(_ words: [WrittenWord], openers: PhraseCover) -> Bool {
    words.prefix(2).contains { ideas.idea(of: $0.text) == Self.question }
      || openers.length(in: words.map(\.text), atEnd: false) != nil
  }

  /// Whether what a rule found at `places` of `words` means something else: the message
  /// is unlike the examples of danger, in whole and in what stands around each place.
  ///
  /// - Parameter reading: what ``read(_:pleasantries:openers:)`` says of the whole.
  func findsNoDanger(
    at places: [Range<Int>], in words: [WrittenWord], _ reading: Reading
  ) -> Bool {
    guard let harmless = thresholds.harmless, words.count >= Self.leastTelling,
      reading.danger < harmless
    else { return false }
    let stretches = Self.surroundings(of: places, wordCount: words.count)
    return stretches.count <= Self.mostSurroundings
      && stretches.allSatisfy { self.reading(of: Array(words[$0])).danger < harmless }
  }

  /// Returns the stretches of words to read around places, in order and each once: for each
  /// place all that hold it and begin at a multiple of the step, or end with the message.
  private static func surroundings(of places: [Range<Int>], wordCount: Int) -> [Range<Int>] {
    let usual = wordCount > surroundingsLength ? surroundingsLength : shortSurroundingsLength
    var stretches: Set<Range<Int>> = []
    for place in places {
      // So long that one of them holds the place, wherever it begins.
      let length = max(usual, place.count + surroundingsStep)
      guard length < wordCount else { continue }
      let last = wordCount - length
      for start in Array(stride(from: 0, to: last, by: surroundingsStep)) + [last]
      where start <= place.lowerBound && place.upperBound <= start + length {
        stretches.insert(start..<start + length)
      }
    }
    return stretches.sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
  }

  /// Whether words can be compared with the examples: one alone may mean anything.
  static func areEnough(_ words: some Sequence<WrittenWord>) -> Bool {
    words.count(where: \.hasLetter) > 1
  }

  /// Returns how many examples hold a word in normal form.
  func exampleCount(of word: String) -> Int { classifier.exampleCount(of: "w:" + word) }

  /// Returns how the danger score comes about, as parts that add up to it.
  package func explanation(of reading: Reading) -> Explanation {
    let likeliest = Self.likeliest(in: reading)
    let shares = Self.dangerClasses.map { ($0.rawValue, $0 == likeliest ? 1 : Self.shareOfOthers) }
    let parts = classifier.explanation(
      of: features.list(of: reading.words), for: Dictionary(uniqueKeysWithValues: shares),
      named: "danger")
    var fixed = [Explanation.given(Self.dangerOffset, "so that no danger is -1")]
    if reading.doubt > 0 {
      fixed.append(.given(-reading.doubt, "doubt: other words stand beside"))
    }
    return .sum("danger", fixed + parts.details)
  }

  /// Returns the word features that speak most for a label, strongest first.
  func strongestWords(for label: String, in reading: Reading) -> [String] {
    // Each family of features has a length of its own: words weigh the same alone.
    classifier.explanation(
      of: features.words(of: reading.wordsOfLabels[label] ?? reading.words), for: [label: 1],
      named: label
    ).details.filter { $0.value > 0 && $0.description.hasPrefix("w:") }
      .sorted { $0.value > $1.value }
      .prefix(3).map { String($0.description.dropFirst(2)) }
  }

  private func reading(of words: [WrittenWord], less doubt: Double = 0) -> Reading {
    let scores = classifier.scores(of: features.list(of: words))
    let ofDanger = scores.prefix(Self.dangerClasses.count)
    let likeliest = ofDanger.max() ?? -1
    let others = ofDanger.reduce(-likeliest, +)
    let danger = likeliest + Self.shareOfOthers * others + Self.dangerOffset - doubt
    return Reading(
      scores: Array(zip(Self.labels, scores).map { ($0, $1) }), danger: danger, words: words,
      doubt: doubt)
  }

  /// Returns the words without the sentences that ask something ordinary, or
  /// `nil` when there is no such sentence, or nothing else.
  private func withoutOrdinaryQuestions(_ words: ArraySlice<WrittenWord>) -> ArraySlice<
    WrittenWord
  >? {
    // One sentence alone has nothing beside it.
    guard words.dropFirst().contains(where: \.startsSentence) else { return nil }
    var kept: [WrittenWord] = []
    var sentence: [WrittenWord] = []
    func flush() {
      let isOrdinary =
        sentence.last?.isAsked == true && reading(of: sentence).danger < Self.ordinary
      if !isOrdinary { kept += sentence }
      sentence = []
    }
    for word in words {
      if word.startsSentence { flush() }
      sentence.append(word)
    }
    flush()
    return kept.isEmpty || kept.count == words.count ? nil : kept[...]
  }
}
