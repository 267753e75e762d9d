import Dispatch
import Glibc
import Synchronization
import TextAnalysis

/// Learns a ``TextClassifier`` from labelled texts.
///
/// Regularised least squares: for each label the weights *w* and the bias *b* that
/// make Σ c·(w·x + b − y)² + λ·|w|² least, over the examples' TF-IDF vectors *x*
/// and the features chosen for the label, with *y* = 1 for the label's own examples
/// and −1 (or 0) for the others, and *c* an example's importance. The solution is one
/// and the same whatever the order of work, so learning twice gives the same file.
/// Equally, each example votes for its label in proportion to its likeness to the
/// message; the weights sum the votes up.
///
/// Source: R. Rifkin, G. Yeo, T. Poggio, "Regularized least-squares
/// classification", 2003.
public struct TextClassifierLearner: Sendable {
  /// How closely the examples are followed.
  public struct Settings: Hashable, Sendable {
    /// λ: the larger, the less a single example counts.
    public var regularisation = 0.5
    /// What the score of a label should be for an example that has it not.
    public var absent = -1.0
    /// How many features are kept at most: those that can move a score most.
    public var featureLimit = 150_000
    /// How many weights are kept at most: of many labels a feature speaks for or
    /// against a few.
    public var weightLimit = Int.max
    /// When it is decided what is kept: the power of the number of examples that
    /// hold a feature with which it counts; the more do, the likelier it comes again.
    public var frequencyPower = 0.5
    /// The labels whose scores serve together; what is kept is chosen by their sum,
    /// near enough to what is made of them. None when all labels are alike.
    public var leadingLabels: Range<Int> = 0..<0
    /// The residual, as a share of the first one, at which a solution is good
    /// enough.
    public var tolerance = 1e-4

    /// Creates the settings that served best on voices kept aside.
    public init() {}
  }

  /// How much a feature's weight for one label counts beside its weight for the
  /// sum of the leading ones when it is decided which features are kept.
  private static let shareOfOthers = 0.3

  private struct Example: Sendable {
    /// The features' numbers, sorted, repeats and all.
    let features: [UInt32]
    /// The scores that it should get.
    let targets: [Double]
    let importance: Double

    func has(_ label: Int) -> Bool { targets[label] == 1 }
  }

  private let labels: [String]
  private let settings: Settings
  private var names = WordTable()
  private var documentFrequencies: [Int] = []
  private var examples: [Example] = []

  /// Creates a learner that has seen nothing.
  public init(labels: [String], settings: Settings = Settings()) {
    self.labels = labels
    self.settings = settings
  }

  /// Adds an example.
  ///
  /// - Parameters:
  ///   - features: what the text shows.
  ///   - labels: those of the labels that fit; none, when none does.
  ///   - importance: how much a mistake on it counts, 1 as a rule.
  public mutating func add(_ features: FeatureList, labels: [String], importance: Double = 1) {
    add(
      features, scores: self.labels.map { labels.contains($0) ? 1 : settings.absent },
      importance: importance)
  }

  /// Adds an example.
  ///
  /// - Parameters:
  ///   - features: what the text shows.
  ///   - scores: the score that each label should get, in the order of the labels.
  ///   - importance: how much a mistake on it counts, 1 as a rule.
  /// - Precondition: there is one score for each label.
  public mutating func add(_ features: FeatureList, scores: [Double], importance: Double = 1) {
    precondition(scores.count == labels.count, "one score for each label")
    var numbers: [UInt32] = []
    numbers.reserveCapacity(features.count)
    for range in features.ranges {
      let number = names.number(of: range, in: features.bytes)
      if number == documentFrequencies.count { documentFrequencies.append(0) }
      numbers.append(UInt32(number))
    }
    numbers.sort()
    for (place, number) in numbers.enumerated() where place == 0 || numbers[place - 1] != number {
      documentFrequencies[Int(number)] += 1
    }
    examples.append(
      Example(features: numbers, targets: scores, importance: importance))
  }

  /// Returns what was learned from the examples added so far.
  ///
  /// It is learned twice: from all features, to see which weights matter, and again
  /// with these alone, so that they make up for what was left out. What is left out
  /// counts as a reader of the file will count it, as a feature that no example holds.
  public func learn() -> TextClassifier {
    let free = weightsThatMatter(in: solve())
    let file = file(of: solve(free: free), free: free)
    do {
      let learned = try TextClassifier(file: file)
      // `file(of:)` sorts the features it writes, and writes each once.
      precondition(learned.isWhole, "features were not written in the order of their names")
      return learned
    } catch {
      // The file was written a line ago, in the form that is read.
      preconditionFailure("a classifier's own file cannot be read: \(error)")
    }
  }

  /// Returns the solution for each label, with a weight for each feature.
  ///
  /// - Parameter free: for each label the features that may have a weight other than
  ///   0. A feature that may for none counts as one that no example holds.
  private func solve(free: [[Bool]]? = nil) -> [LeastSquares.Solution] {
    let known = (0..<names.count).filter { feature in free?.contains { $0[feature] } ?? true }
    var columns = [Int?](repeating: nil, count: names.count)
    for (column, feature) in known.enumerated() { columns[feature] = column }
    let scales = columnScales
    var problem = LeastSquares(
      columnScales: known.map { scales[$0] }, regularisation: settings.regularisation)
    for example in examples {
      problem.addRow(vector(of: example.features, columns: columns), weight: example.importance)
    }
    let freeColumns = free?.map { free in known.map { free[$0] } }
    // A block of labels on each thread: what they share is read once for all.
    let blocks = stride(from: 0, to: labels.count, by: LeastSquares.Lanes.scalarCount).map {
      $0..<min($0 + LeastSquares.Lanes.scalarCount, labels.count)
    }
    let solved = Mutex([[LeastSquares.Solution]](repeating: [], count: blocks.count))
    DispatchQueue.concurrentPerform(iterations: blocks.count) { [problem, examples] block in
      let targets = blocks[block].map { label in
        examples.map { $0.targets[label] }
      }
      let solutions = problem.solve(
        for: targets, tolerance: settings.tolerance,
        free: freeColumns.map { Array($0[blocks[block]]) })
      solved.withLock { $0[block] = solutions }
    }
    return solved.withLock { $0.flatMap(\.self) }.map { solution in
      var weights = [Double](repeating: 0, count: names.count)
      for (column, feature) in known.enumerated() { weights[feature] = solution.weights[column] }
      return LeastSquares.Solution(weights: weights, bias: solution.bias)
    }
  }

  /// How freely each feature may get a weight: one that stands among the examples
  /// of the leading labels as often as among the others is held back, one that
  /// stands on one side is let go. Half even, half by the log-count ratio.
  ///
  /// Source: S. Wang, C. Manning, "Baselines and bigrams", ACL 2012.
  private var columnScales: [Double] {
    guard !settings.leadingLabels.isEmpty else {
      return [Double](repeating: 1, count: names.count)
    }
    // One is added to each count, so that none is zero.
    var counts = [[Double]](repeating: [Double](repeating: 1, count: names.count), count: 2)
    for example in examples {
      let side = settings.leadingLabels.contains(where: example.has) ? 1 : 0
      for (place, feature) in example.features.enumerated()
      where place == 0 || example.features[place - 1] != feature {
        counts[side][Int(feature)] += 1
      }
    }
    let totals = counts.map { $0.reduce(0, +) }
    return (0..<names.count).map { feature in
      let ratio = log((counts[1][feature] / totals[1]) / (counts[0][feature] / totals[0]))
      return 0.5 + 0.5 * abs(ratio)
    }
  }

  /// - Parameter columns: the column of each feature; `nil` for one that is not known.
  private func vector(of features: [UInt32], columns: [Int?]) -> FeatureVector {
    var vector = FeatureVector(documentCount: examples.count)
    var start = 0
    while start < features.count {
      let number = Int(features[start])
      var end = start + 1
      while end < features.count, features[end] == features[start] { end += 1 }
      let family = names.bytes(of: number).first ?? 0
      if let column = columns[number] {
        vector.add(
          column, family: family, count: end - start,
          documentFrequency: documentFrequencies[number])
      } else {
        vector.addUnknown(family: family, count: end - start)
      }
      start = end
    }
    vector.normalise()
    return vector
  }

  /// Returns for each label the features whose weights can move scores most.
  private func weightsThatMatter(in solutions: [LeastSquares.Solution]) -> [[Bool]] {
    // How far a feature's weights can move scores; one of one or two examples
    // seldom comes again.
    let reach = documentFrequencies.map { frequency in
      pow(Double(min(frequency, 8)), settings.frequencyPower)
        * TFIDF.inverseDocumentFrequency(
          documentFrequency: frequency, documentCount: examples.count)
    }
    let influence = reach.enumerated().map { feature, reach in
      let total = settings.leadingLabels.reduce(0) { $0 + solutions[$1].weights[feature] }
      let largest = solutions.map { abs($0.weights[feature]) }.max() ?? 0
      return (abs(total) + Self.shareOfOthers * largest) * reach
    }
    let least = leastInfluence(of: solutions, reach: reach)
    let features = influence.indices
      .sorted { influence[$0] != influence[$1] ? influence[$0] > influence[$1] : $0 < $1 }
      .prefix(settings.featureLimit)
    return solutions.map { solution in
      var matters = [Bool](repeating: false, count: reach.count)
      for feature in features {
        let weight = solution.weights[feature]
        matters[feature] = abs(weight) * reach[feature] > least && Self.steps(weight) != 0
      }
      return matters
    }
  }

  /// Writes the weights that are free, in the order of their features' names.
  private func file(of solutions: [LeastSquares.Solution], free: [[Bool]]) -> [UInt8] {
    let features = documentFrequencies.enumerated().lazy
      .map { feature, frequency in
        let weights = zip(solutions, free).map { solution, free in
          free[feature] ? Self.steps(solution.weights[feature]) : 0
        }
        return (name: Array(names.bytes(of: feature)), frequency: frequency, weights: weights)
      }
      .filter { feature in feature.weights.contains { $0 != 0 } }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    return TextClassifier.file(
      labels: labels, exampleCount: examples.count, biases: solutions.map { Self.steps($0.bias) },
      features: features)
  }

  /// Returns what a weight must be able to do more than to be one of those kept.
  private func leastInfluence(of solutions: [LeastSquares.Solution], reach: [Double]) -> Double {
    guard settings.weightLimit < solutions.count * reach.count else { return -1 }
    let all = solutions.flatMap { zip($0.weights, reach).map { abs($0) * $1 } }.sorted(by: >)
    return all[settings.weightLimit]
  }

  private static func steps(_ weight: Double) -> Int {
    Int((weight * TextClassifier.unit).rounded())
  }
}
