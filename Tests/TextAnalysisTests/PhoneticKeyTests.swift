import Testing

@testable import TextAnalysis

struct PhoneticKeyTests {
  private func sounds(_ word: String) -> String {
    String(decoding: PhoneticKey(Array(word.utf8)).sounds, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("a", "a"), ("aeiou", "a"), ("ketamine", "ktmn"), ("depression", "tprsn"),
    ("knife", "nf"), ("gnome", "nm"), ("pneumonia", "nmn"), ("write", "rt"), ("psychiatry", "sktr"),
    ("xylophone", "slfn"), ("exit", "akst"), ("chat", "xt"), ("back", "bk"), ("city", "st"),
    ("cat", "kt"), ("special", "spxl"), ("judge", "jj"), ("night", "nt"), ("ghost", "kst"),
    ("sign", "sn"), ("gentle", "jntl"), ("hill", "hl"), ("oh", "a"), ("phone", "fn"),
    ("queen", "kn"), ("school", "skl"), ("shot", "xt"), ("tension", "tnxn"), ("that", "0t"),
    ("catch", "kx"), ("action", "akxn"), ("vein", "fn"), ("water", "wtr"), ("now", "n"),
    ("zebra", "sbr"), ("letter", "ltr"), ("sass", "ss"), ("ab3", "ab3"),
  ])
  func soundsOfAWord(word: String, expected: String) {
    #expect(sounds(word) == expected)
  }

  @Test(arguments: [
    ("psychiatrist", "sikiatrist"), ("treatment", "treetment"), ("clinic", "klinik"),
    ("infusion", "infuzion"), ("therapy", "tharapi"), ("vein", "vain"), ("phone", "fone"),
    ("question", "kwestion"), ("chronic", "kronik"),
  ])
  func misspeltByEarItSoundsTheSame(word: String, misspelt: String) {
    #expect(sounds(word) == sounds(misspelt))
  }
}
