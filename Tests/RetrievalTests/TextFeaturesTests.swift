import Retrieval
import TestSupport
import Testing
import TextAnalysis

struct TextFeaturesTests {
  private func names(_ message: String, _ ideas: WordIdeas = WordIdeas()) -> [String] {
    TextFeatures(ideas).list(of: [WrittenWord](message)).names
  }

  @Test func nothingShowsNothing() {
    #expect(names("") == [])
    #expect(names("?!") == [])
  }

  @Test func aShortMessageShowsLettersWordsAndIdeas() {
    #expect(
      names("I want to die", WordIdeas(["self": ["i", "me"], "death": ["die"]])) == [
        "c: i ",
        "c: wa", "c:wan", "c:ant", "c:nt ", "c: wan", "c:want", "c:ant ", "c: want", "c:want ",
        "c: to", "c:to ", "c: to ",
        "c: di", "c:die", "c:ie ", "c: die", "c:die ", "c: die ",
        "w:i", "w:i want", "w:want", "w:want to", "w:to", "w:to die", "w:die",
        "i:<self>", "i:<self> want", "i:<self> want to",
        "i:want", "i:want to", "i:want to <death>",
        "i:to", "i:to <death>",
        "i:<death>",
      ])
  }

  @Test func aQuestionMarkCountsAsAWordWithoutLetters() {
    #expect(
      names("Me? No", WordIdeas(["self": ["me"]])) == [
        "c: me", "c:me ", "c: me ", "c: no", "c:no ", "c: no ",
        "w:me", "w:me ?", "w:?", "w:? no", "w:no",
        "i:<self>", "i:<self> ?", "i:<self> ? no", "i:?", "i:? no", "i:no",
      ])
    #expect(names("me???") == names("me?"))
    #expect(names("me!") == names("me"))
  }

  @Test(arguments: [
    ("i", ["c: i "]), ("me", ["c: me", "c:me ", "c: me "]),
    ("die", ["c: di", "c:die", "c:ie ", "c: die", "c:die ", "c: die "]),
  ])
  func aShortWordIsARunOfItsOwn(_ word: String, _ runs: [String]) {
    #expect(names(word).filter { $0.hasPrefix("c:") } == runs)
  }

  @Test func lettersOfWordsDoNotRunTogether() {
    let runs = names("ab cd").filter { $0.hasPrefix("c:") }
    #expect(runs == names("ab").filter { $0.hasPrefix("c:") } + ["c: cd", "c:cd ", "c: cd "])
  }

  @Test func wordsOfOneIdeaShowTheSame() {
    let ideas = WordIdeas(["partner": ["husband", "wife"]])
    func shown(_ message: String) -> [String] {
      names(message, ideas).filter { $0.hasPrefix("i:") }
    }
    #expect(shown("my wife left") == shown("my husband left"))
    #expect(shown("my wife left") != shown("my mother left"))
  }

  @Test func repeatsStand() {
    #expect(
      names("no no").filter { $0.hasPrefix("w:") } == ["w:no", "w:no no", "w:no"])
  }

  private func shown(
    _ message: String, _ family: FeatureFamilies, _ ideas: WordIdeas = WordIdeas()
  ) -> [String] {
    TextFeatures(ideas, families: family).list(of: [WrittenWord](message)).names
  }

  @Test func nearPairsStandWithWhatIsPutBetween() {
    #expect(
      shown("want so much to die", .nearWords) == [
        "g:want", "g:want~so", "g:want~much", "g:want~to",
        "g:so", "g:so~much", "g:so~to", "g:so~die",
        "g:much", "g:much~to", "g:much~die",
        "g:to", "g:to~die",
        "g:die",
      ])
  }

  private let ideas = WordIdeas(["self": ["i"], "want": ["want"], "death": ["die", "dead"]])

  @Test func anyTwoIdeasOfAMessageMakeAPairOnce() {
    let pairs = ["p:<self>&<want>", "p:<self>&<death>", "p:<want>&<death>"]
    #expect(Set(shown("i just want to die", .ideaPairs, ideas)) == Set(pairs))
    #expect(
      shown("die? i want, i want to be dead", .ideaPairs, ideas)
        == shown("i just want to die", .ideaPairs, ideas))
    #expect(shown("i i", .ideaPairs, ideas) == [])
  }

  @Test func runsOfIdeasPassOverWordsWithoutOne() {
    #expect(
      shown("i only want to die?", .ideaRuns, ideas) == [
        "s:<self>", "s:<self> <want>", "s:<self> <want> <death>", "s:<self> <want> <death> ?",
        "s:<want>", "s:<want> <death>", "s:<want> <death> ?",
        "s:<death>", "s:<death> ?",
        "s:?",
      ])
    #expect(shown("only to be", .ideaRuns, ideas) == [])
  }

  @Test func runsOfFourLettersMayStandAlone() {
    #expect(
      shown("i want to die", .fourLetters) == [
        "c: i ", "c: wan", "c:want", "c:ant ", "c: to ", "c: die", "c:die ",
      ])
  }

  @Test func edgesAreHowAMessageBeginsAndEnds() {
    #expect(
      shown("i only want to die now", .edges, ideas) == [
        "e:^<self>", "e:^<self> only", "e:^<self> only <want>", "e:^<self> only <want> to",
        "e:$to <death> now", "e:$<death> now", "e:$now",
      ])
    #expect(shown("die", .edges, ideas) == ["e:^<death>", "e:$<death>"])
    #expect(shown("", .edges, ideas) == [])
  }

  @Test func aFamilyThatIsNotAskedForIsNotShown() {
    #expect(Set(shown("to be", .ofQuestions).map { $0.prefix(2) }) == ["w:", "c:", "i:"])
    #expect(
      Set(shown("i want to die", .ofMessages, ideas).map { $0.prefix(2) })
        == ["w:", "c:", "g:", "p:", "s:", "e:"])
  }
}
