import Testing

@testable import Retrieval

/// Problems that are solved on paper. Each feature is the only one of its
/// family in its row, so that its value is 1.
struct LeastSquaresTests {
  private func solve(
    _ rows: [(columns: [Int], target: Double, weight: Double)], scales: [Double],
    regularisation: Double, tolerance: Double = 1e-9
  ) -> [Double] {
    var problem = LeastSquares(columnScales: scales, regularisation: regularisation)
    for row in rows {
      var vector = FeatureVector(documentCount: 1)
      for column in row.columns {
        vector.add(column, family: UInt8(column), count: 1, documentFrequency: 1)
      }
      vector.normalise()
      problem.addRow(vector, weight: row.weight)
    }
    let solution = problem.solve(for: [rows.map(\.target)], tolerance: tolerance)[0]
    return solution.weights + [solution.bias]
  }

  private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test(
    arguments: [
      // Without a penalty the rows are met: w + b = 1 and b = -1.
      (0.0, 1.0, 1.0, [2.0, -1]),
      // 2w + b = 1 and w + 2b = 0.
      (1, 1, 1, [2.0 / 3, -1.0 / 3]),
      // A weight of twice the scale is four times cheaper: 5/4 w + b = 1.
      (1, 2, 1, [4.0 / 3, -2.0 / 3]),
      // The first row counts three times: 4w + 3b = 3 and 3w + 4b = 2.
      (1, 1, 3, [6.0 / 7, -1.0 / 7]),
    ] as [(Double, Double, Double, [Double])])
  func oneWeightAndTheBias(
    _ regularisation: Double, _ scale: Double, _ importance: Double, _ expected: [Double]
  ) {
    let solution = solve(
      [([0], 1, importance), ([], -1, 1)], scales: [scale], regularisation: regularisation)
    #expect(isNear(solution, expected), "\(solution)")
  }

  @Test(arguments: [
    ([1.0, 1], [0.5, -0.5, 0]),
    ([2, 1], [8.0 / 7, -2.0 / 7, -3.0 / 7]),
  ])
  func eachColumnHasItsOwnScale(_ scales: [Double], _ expected: [Double]) {
    let solution = solve([([0], 1, 1), ([1], -1, 1)], scales: scales, regularisation: 1)
    #expect(isNear(solution, expected), "\(solution)")
  }

  @Test func aWeightThatIsNotFreeStaysZeroAndTheOthersMakeUpForIt() {
    // Both columns stand in the first row alone: they share the weight, or one has it.
    var problem = LeastSquares(columnScales: [1, 1], regularisation: 1)
    for columns in [[0, 1], []] {
      var vector = FeatureVector(documentCount: 1)
      for column in columns {
        vector.add(column, family: UInt8(column), count: 1, documentFrequency: 1)
      }
      vector.normalise()
      problem.addRow(vector, weight: 1)
    }
    let targets = [[1.0, 0], [1.0, 0]]
    let free = problem.solve(for: targets, tolerance: 1e-9)
    // w + w + b = 1 less w, and 2w + 2b = 1.
    #expect(isNear(free[0].weights + [free[0].bias], [0.25, 0.25, 0.25]), "\(free[0])")
    // Nine lists of right-hand sides: more than are solved together.
    let masked = problem.solve(
      for: targets + Array(repeating: [1.0, 0], count: 7), tolerance: 1e-9,
      free: [[true, false], [false, true]] + Array(repeating: [true, false], count: 6)
        + [[false, true]])
    #expect(isNear(masked[8].weights + [masked[8].bias], [0, 1.0 / 3, 1.0 / 3]), "\(masked[8])")
    #expect(isNear(masked[0].weights + [masked[0].bias], [1.0 / 3, 0, 1.0 / 3]), "\(masked[0])")
    #expect(isNear(masked[1].weights + [masked[1].bias], [0, 1.0 / 3, 1.0 / 3]), "\(masked[1])")
  }

  @Test func aRowHoldsSeveralColumns() {
    // a + b + c = 6, a + c = 3, b + c = 5 and c = 2, met without a penalty.
    let solution = solve(
      [([0, 1], 6, 1), ([0], 3, 1), ([1], 5, 1), ([], 2, 1)], scales: [1, 1], regularisation: 0)
    #expect(isNear(solution, [1, 3, 2]), "\(solution)")
  }

  @Test func theBiasCostsNothing() {
    let solution = solve([([0], 5, 1), ([0], 5, 1)], scales: [1], regularisation: 100)
    #expect(isNear(solution, [0, 5]), "\(solution)")
  }

  @Test func aColumnInNoRowHasNoWeight() {
    let solution = solve([([1], 1, 1), ([], -1, 1)], scales: [1, 1], regularisation: 1)
    #expect(isNear(solution, [0, 2.0 / 3, -1.0 / 3]), "\(solution)")
  }

  @Test func countingTwiceIsStandingThereTwice() {
    let once = solve([([0], 1, 2), ([], -1, 1)], scales: [1], regularisation: 1)
    let twice = solve([([0], 1, 1), ([0], 1, 1), ([], -1, 1)], scales: [1], regularisation: 1)
    #expect(isNear(once, twice), "\(once) \(twice)")
  }

  @Test func nothingToSolveIsSolvedByNothing() {
    #expect(solve([], scales: [1, 1], regularisation: 1) == [0, 0, 0])
    #expect(solve([([0], 0, 1)], scales: [1], regularisation: 1) == [0, 0])
  }

  @Test func theSearchEndsAtTheResidualThatIsGoodEnough() {
    #expect(
      solve([([0], 1, 1), ([], 0, 1)], scales: [1], regularisation: 1, tolerance: 1) == [0, 0])
  }
}
