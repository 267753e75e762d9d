import TextAnalysis

/// Tells how much a text's features speak for each of a few labels.
///
/// A label's score is its bias plus the sum, over the text's features, of the
/// feature's TF-IDF weight in the text times the feature's weight for the label:
/// a sum that anyone can check. Scores near 1 say that the text is like the
/// label's examples, scores near -1 that it is not.
///
/// Made by ``TextClassifierLearner`` and kept as a text file: a head of four
/// lines, then a line for each feature in the order of names, with its name, the
/// number of examples that hold it, and its weights for the labels, from the first
/// label on, in thousandths. Labels without a weight are passed over: `4:655` is
/// the weight for label number 4, counted from 0, and the next weight that for
/// label number 5.
///
///     labels<TAB>crisis<TAB>emergency<TAB>danger
///     examples<TAB>25000
///     bias<TAB>-812<TAB>-930<TAB>-961
///     features<TAB>3
///     w:burden<TAB>61<TAB>412<TAB>-20
///     w:chest<TAB>240<TAB>-33<TAB>655
///     w:fist<TAB>12<TAB>2:571
public struct TextClassifier: Sendable {
  /// What is wrong with a classifier's file.
  public enum FileError: Error, Hashable, Sendable {
    /// A line of the head is not what it should be; lines are counted from 1.
    case head(line: Int, expected: String)
    /// The last line has no end.
    case cutOff
  }

  /// The labels, in the order of scores.
  public let labels: [String]
  /// How many features have weights.
  public let featureCount: Int
  /// What each label's score starts from, in thousandths.
  private let biases: [Int]
  private let exampleCount: Int
  private let index: LineIndex
  private var features: LineTable { index.table }

  /// Weights are kept in steps of one thousandth.
  static let unit = 1000.0

  /// Reads a classifier from the bytes of its file.
  ///
  /// What stands behind the head is not looked at: who keeps the file must make
  /// sure that it is a file that is ``isWhole``, and that nobody changed it. A weight that is no number counts as nothing.
  ///
  /// - Throws: ``FileError`` when the head is wrong or the last line cut off.
  public init(file: [UInt8]) throws(FileError) {
    var lines: [[String]] = []
    var start = 0
    while lines.count < Self.headLineCount,
      let end = file[start...].firstIndex(of: LineTable.newline)
    {
      lines.append(
        String(decoding: file[start..<end], as: UTF8.self).split(separator: "\t").map(String.init))
      start = end + 1
    }
    func numbers(_ line: Int, _ name: String, count: Int) throws(FileError) -> [Int] {
      let fields = lines.indices.contains(line) ? lines[line] : []
      let numbers = fields.dropFirst().compactMap { Int($0) }
      guard fields.first == name, numbers.count == count, fields.count == count + 1 else {
        throw .head(line: line + 1, expected: "`\(name)` and \(count) whole numbers")
      }
      return numbers
    }
    guard let first = lines.first, first.first == "labels", first.count > 1 else {
      throw .head(line: 1, expected: "`labels` and their names")
    }
    labels = Array(first.dropFirst())
    exampleCount = max(0, try numbers(1, "examples", count: 1)[0])
    biases = try numbers(2, "bias", count: labels.count)
    featureCount = try numbers(3, "features", count: 1)[0]
    guard (0...file.count).contains(featureCount), file.count < UInt32.max else {
      throw .head(line: 4, expected: "a number of features that fits the file")
    }
    guard file.last == LineTable.newline else { throw .cutOff }
    index = LineIndex(LineTable(file, from: start), lineCount: featureCount)
  }

  /// Whether all features are there, in the order of their names.
  ///
  /// - Complexity: linear in the length of the file.
  public var isWhole: Bool {
    var found = 0
    var isSorted = true
    var last: ArraySlice<UInt8> = []
    features.forEachLine { line in
      let name = features.bytes[features.field(ofLine: line)]
      if found > 0, !last.lexicographicallyPrecedes(name) { isSorted = false }
      last = name
      found += 1
    }
    return isSorted && found == featureCount
  }

  private static let headLineCount = 4

  /// The bytes of the file.
  public var file: [UInt8] { features.bytes }

  /// Returns the score of each label, in the order of ``labels``.
  ///
  /// - Complexity: linear in the number of features times that of labels.
  public func scores(of list: FeatureList) -> [Double] {
    var scores = biases.map { Double($0) / Self.unit }
    for (line, weight) in vector(of: list).elements {
      forEachWeight(ofLine: line) { label, value in scores[label] += weight * value }
    }
    return scores
  }

  /// Returns how the sum of labels' scores, each times its share, comes about: the
  /// biases and one product for each known feature of the text.
  ///
  /// - Parameters:
  ///   - shares: the labels that count, and how much.
  ///   - name: what the labels stand for together.
  public func explanation(
    of list: FeatureList, for shares: [String: Double], named name: String
  ) -> Explanation {
    let shares = labels.map { shares[$0, default: 0] }
    let bias = zip(shares, biases).reduce(0) { $0 + $1.0 * Double($1.1) }
    let parts = vector(of: list).elements.map { line, weight in
      var total = 0.0
      forEachWeight(ofLine: line) { label, value in total += shares[label] * value }
      return Explanation.product(
        features.name(ofLine: line),
        [
          .given(weight, "weight in the text"),
          .given(total, "weight for " + name),
        ])
    }
    return .sum(
      "score", [.given(bias / Self.unit, "bias")] + parts.filter { $0.value != 0 })
  }

  /// Returns how many examples hold a feature; 0 when it is not known.
  public func exampleCount(of feature: String) -> Int {
    line(of: feature).map(frequency) ?? 0
  }

  /// Returns the rarity of a feature among the examples (``TFIDF``); that of one
  /// that is not known is the highest.
  public func inverseDocumentFrequency(of feature: String) -> Double {
    TFIDF.inverseDocumentFrequency(
      documentFrequency: exampleCount(of: feature), documentCount: exampleCount)
  }

  /// Returns the weight of a feature for a label; 0 when either is not known.
  public func weight(of feature: String, for label: String) -> Double {
    guard let line = line(of: feature), let number = labels.firstIndex(of: label) else { return 0 }
    var weight = 0.0
    forEachWeight(ofLine: line) { label, value in if label == number { weight = value } }
    return weight
  }

  /// Calls `body` with the name of each known feature of a family, and the number
  /// of examples that hold it.
  public func forEachFeature(ofFamily family: UInt8, _ body: (String, _ count: Int) -> Void) {
    features.forEachLine(withPrefix: [family]) { line in
      body(features.name(ofLine: line), frequency(ofLine: line))
    }
  }

  private func line(of feature: String) -> Int? {
    let name = Array(feature.utf8)
    return features.line(name.indices, in: name)
  }

  /// Returns the vector of a text; a feature's number is the place of its line.
  private func vector(of list: FeatureList) -> FeatureVector {
    let finder = index.finder(for: list.count)
    var counts = FeatureCounts(capacity: list.count)
    for range in list.ranges {
      counts.count(NameHash.hash(range, in: list.bytes), at: range)
    }
    var known: [(line: Int, count: Int)] = []
    var unknown: [(family: UInt8, count: Int)] = []
    for feature in counts.features {
      if let line = finder.line(feature.range, in: list.bytes, hash: feature.hash) {
        known.append((line, feature.count))
      } else {
        unknown.append((list.bytes[feature.range.lowerBound], feature.count))
      }
    }
    // In an order of their own, so that sums come out the same whatever the text's.
    known.sort { $0.line < $1.line }
    unknown.sort { $0.count < $1.count }
    var vector = FeatureVector(documentCount: exampleCount)
    for feature in unknown { vector.addUnknown(family: feature.family, count: feature.count) }
    for (line, count) in known {
      vector.add(
        line, family: features.bytes[line], count: count,
        documentFrequency: frequency(ofLine: line))
    }
    vector.normalise()
    return vector
  }

  private func frequency(ofLine line: Int) -> Int {
    var fields = features.fields(ofLine: line)
    return max(0, fields.next()?.value ?? 0)
  }

  private func forEachWeight(ofLine line: Int, _ body: (_ label: Int, _ weight: Double) -> Void) {
    var fields = features.fields(ofLine: line)
    _ = fields.next()
    var label = 0
    while let field = fields.next() {
      label = field.place ?? label
      if labels.indices.contains(label) { body(label, Double(field.value) / Self.unit) }
      label += 1
    }
  }

  /// Writes a classifier's file.
  ///
  /// - Parameter features: their names, sorted, how many examples hold them, and
  ///   their weights for all labels in thousandths.
  static func file(
    labels: [String], exampleCount: Int, biases: [Int],
    features: [(name: [UInt8], frequency: Int, weights: [Int])]
  ) -> [UInt8] {
    var text: [UInt8] = []
    func write(_ name: some Sequence<UInt8>, _ fields: [String]) {
      text += name
      for field in fields { text += [UInt8(ascii: "\t")] + field.utf8 }
      text.append(LineTable.newline)
    }
    write("labels".utf8, labels)
    write("examples".utf8, [String(exampleCount)])
    write("bias".utf8, biases.map(String.init))
    write("features".utf8, [String(features.count)])
    for feature in features {
      var fields = [String(feature.frequency)]
      var next = 0
      for (label, weight) in feature.weights.enumerated() where weight != 0 {
        fields.append(label == next ? String(weight) : "\(label):\(weight)")
        next = label + 1
      }
      write(feature.name, fields)
    }
    return text
  }
}
