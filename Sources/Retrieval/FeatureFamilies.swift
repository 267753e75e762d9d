/// Which kinds of features are taken from a text. A name's first letter tells its family.
public struct FeatureFamilies: OptionSet, Sendable {
  /// A bit for each family.
  public let rawValue: UInt8

  /// Creates the families whose bits are set.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Words and pairs of words (`w:want to`).
  public static let words = FeatureFamilies(rawValue: 1 << 0)
  /// Runs of three to five letters of a word (`c:uicid`): they see through misspellings.
  public static let letters = FeatureFamilies(rawValue: 1 << 1)
  /// Runs of one to three words, each put as its idea where it stands for one
  /// (`i:<self> <want> to`): what different words have in common.
  public static let wordsAsIdeas = FeatureFamilies(rawValue: 1 << 2)
  /// Words, and pairs of words that stand near each other, in their order
  /// (`g:want~die`): they see through what is put between.
  public static let nearWords = FeatureFamilies(rawValue: 1 << 3)
  /// Any two different ideas of the text, near or far, in no order
  /// (`p:<die>&<joke>`): what a word is said of, when, and how it is meant.
  public static let ideaPairs = FeatureFamilies(rawValue: 1 << 4)
  /// Runs of one to four ideas, the words between that stand for none left out
  /// (`s:<self> <wish> <die>`): the skeleton of what is said.
  public static let ideaRuns = FeatureFamilies(rawValue: 1 << 5)
  /// The first one to four words and the last one to three, as ideas
  /// (`e:^<question> <can>`, `e:$<die> ?`): whether it asks, tells or begs.
  public static let edges = FeatureFamilies(rawValue: 1 << 6)
  /// Runs of four letters alone: a third of ``letters``, and among tens of thousands of
  /// examples as good.
  public static let fourLetters = FeatureFamilies(rawValue: 1 << 7)

  /// For telling what is asked about.
  public static let ofQuestions: FeatureFamilies = [.words, .letters, .wordsAsIdeas]
  /// For telling how a message is meant.
  public static let ofMessages: FeatureFamilies = [
    .words, .fourLetters, .nearWords, .ideaPairs, .ideaRuns, .edges,
  ]
}
