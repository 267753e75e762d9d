/// A regularised least-squares problem over sparse rows.
///
/// Minimises Σ c·(w·x + b − y)² + λ·Σ (w/s)² over *w* and *b*, by the method of
/// conjugate gradients on the normal equations. Each column has its own scale *s*:
/// the larger, the cheaper a weight. The bias *b* is free of the penalty.
///
/// Source: M. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving
/// linear systems", 1952.
struct LeastSquares: Sendable {
  /// The weights and the bias that were found.
  struct Solution: Sendable {
    let weights: [Double]
    let bias: Double
  }

  private let columnScales: [Double]
  private let regularisation: Double
  private var columns: [UInt32] = []
  private var values: [Float] = []
  private var rowEnds: [Int] = []
  private var rowWeights: [Double] = []

  /// Steps after which the search ends however large the residual still is.
  private static let mostSteps = 300

  init(columnScales: [Double], regularisation: Double) {
    self.columnScales = columnScales
    self.regularisation = regularisation
  }

  private var columnCount: Int { columnScales.count }

  /// Adds a row *x* that counts `weight` times.
  mutating func addRow(_ row: FeatureVector, weight: Double) {
    for (column, value) in row.elements {
      columns.append(UInt32(column))
      values.append(Float(value * columnScales[column]))
    }
    rowEnds.append(columns.count)
    rowWeights.append(weight)
  }

  /// The right-hand sides of as many problems as are solved together: the rows
  /// are what takes time to read.
  typealias Lanes = SIMD8<Double>

  /// Returns the solutions for several lists of right-hand sides, each with one
  /// number for each row.
  ///
  /// - Parameters:
  ///   - tolerance: the residual, as a share of the first one, that is small enough.
  ///   - free: for each list the columns whose weights may be other than 0; `nil`
  ///     when all may.
  func solve(
    for targets: [[Double]], tolerance: Double, free: [[Bool]]? = nil
  ) -> [Solution] {
    stride(from: 0, to: targets.count, by: Lanes.scalarCount).flatMap { first in
      let count = min(Lanes.scalarCount, targets.count - first)
      var lanes = [Lanes](repeating: .zero, count: rowEnds.count)
      for lane in 0..<count {
        for row in lanes.indices { lanes[row][lane] = targets[first + lane][row] }
      }
      // The bias, behind the weights, is always free.
      let masks = free.map { free in
        (0..<columnCount).map { column in
          var mask = Lanes.zero
          for lane in 0..<count where free[first + lane][column] { mask[lane] = 1 }
          return mask
        } + [Lanes.one]
      }
      let solution = solve(for: lanes, tolerance: tolerance, masks: masks)
      return (0..<count).map { lane in
        Solution(
          weights: zip(solution, columnScales).map { $0[lane] * $1 },
          bias: solution[columnCount][lane])
      }
    }
  }

  /// - Parameter masks: 1 for each unknown that is free, 0 for one that stays 0. With
  ///   the residual masked, no step ever leaves the free ones.
  private func solve(for targets: [Lanes], tolerance: Double, masks: [Lanes]?) -> [Lanes] {
    // The bias is one more unknown, behind the weights.
    var solution = [Lanes](repeating: .zero, count: columnCount + 1)
    var residual = transposed(zip(targets, rowWeights).map { $0 * $1 })
    Self.apply(masks, to: &residual)
    var direction = residual
    var size = Self.product(residual, residual)
    let enough = size * tolerance * tolerance
    for _ in 0..<Self.mostSteps {
      // A lane that is done, or was empty, takes no further step.
      let isOpen = size .> enough
      guard any(isOpen) else { break }
      var image = normal(direction)
      Self.apply(masks, to: &image)
      let step = (size / Self.product(direction, image)).replacing(with: 0, where: .!isOpen)
      for place in solution.indices {
        solution[place] += step * direction[place]
        residual[place] -= step * image[place]
      }
      let next = Self.product(residual, residual)
      let share = (next / size).replacing(with: 0, where: .!isOpen)
      for place in direction.indices {
        direction[place] = residual[place] + share * direction[place]
      }
      size = next
    }
    return solution
  }

  private static func apply(_ masks: [Lanes]?, to vector: inout [Lanes]) {
    guard let masks else { return }
    for place in vector.indices { vector[place] *= masks[place] }
  }

  /// Returns (XᵀCX + λI)·v, the bias's column of ones included, λ left out for it.
  private func normal(_ vector: [Lanes]) -> [Lanes] {
    var rows = [Lanes](repeating: .zero, count: rowEnds.count)
    var start = 0
    for row in rows.indices {
      var sum = vector[columnCount]
      for place in start..<rowEnds[row] {
        sum += Double(values[place]) * vector[Int(columns[place])]
      }
      rows[row] = sum * rowWeights[row]
      start = rowEnds[row]
    }
    var result = transposed(rows)
    for column in 0..<columnCount { result[column] += regularisation * vector[column] }
    return result
  }

  /// Returns Xᵀ·v.
  private func transposed(_ rows: [Lanes]) -> [Lanes] {
    var result = [Lanes](repeating: .zero, count: columnCount + 1)
    var start = 0
    for (row, value) in rows.enumerated() {
      for place in start..<rowEnds[row] {
        result[Int(columns[place])] += value * Double(values[place])
      }
      result[columnCount] += value
      start = rowEnds[row]
    }
    return result
  }

  private static func product(_ a: [Lanes], _ b: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for place in a.indices { sum += a[place] * b[place] }
    return sum
  }
}
