import Testing
import TextAnalysis

@Suite struct StemmerTests {
  /// From the sample vocabularies on snowballstem.org, and words of the clinic.
  @Test(arguments: [
    ("consign", "consign"), ("consigned", "consign"), ("consistency", "consist"),
    ("consolatory", "consolatori"), ("knackeries", "knackeri"), ("knightly", "knight"),
    ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("hopping", "hop"),
    ("hoping", "hope"), ("happily", "happili"), ("relational", "relat"), ("generate", "generat"),
    ("running", "run"), ("sky", "sky"), ("skies", "sky"), ("skis", "ski"), ("dying", "die"),
    ("news", "news"), ("inning", "inning"), ("infusions", "infus"), ("depression", "depress"),
    ("depressed", "depress"), ("therapies", "therapi"), ("treatments", "treatment"),
    ("ketamine", "ketamin"),
    ("", ""), ("a", "a"), ("y", "y"), ("7.5", "7.5"), ("кетамин", "кетамин"),
  ])
  func stemsEnglish(word: String, stem: String) throws {
    #expect(try #require(Stemmer(.english)).stem(word) == stem)
  }

  @Test(arguments: [
    ("chicas", "chic"), ("chicharrones", "chicharron"), ("chilena", "chilen"),
    ("torneos", "torne"), ("torpedearon", "torped"), ("tórax", "torax"), ("tortura", "tortur"),
    ("cheque", "chequ"), ("depresión", "depresion"), ("infusiones", "infusion"),
    ("tratamientos", "tratamient"), ("ayudar", "ayud"), ("ayuda", "ayud"), ("", ""),
  ])
  func stemsSpanish(word: String, stem: String) throws {
    #expect(try #require(Stemmer(.spanish)).stem(word) == stem)
  }

  /// The C library keeps its working buffer from word to word.
  @Test func leavesNothingOfTheWordBefore() throws {
    let stemmer = try #require(Stemmer(.english))
    let words = ["internationalization", "is", "", "depression", "a", "infusions"]
    let stems = ["internation", "is", "", "depress", "a", "infus"]
    #expect(words.map(stemmer.stem) == stems)
    #expect(words.reversed().map(stemmer.stem) == stems.reversed())
  }

  @Test func twoStemmersDoNotDisturbEachOther() throws {
    let english = try #require(Stemmer(.english))
    let spanish = try #require(Stemmer(.spanish))
    #expect(english.stem("infusions") == "infus")
    #expect(spanish.stem("infusiones") == "infusion")
    #expect(english.stem("infusions") == "infus")
  }
}
