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

  /// Returns the solution for the right-hand sides `targets`, one for each row.
  func solve(for targets: [Double], tolerance: Double) -> Solution {
    // The bias is one more unknown, behind the weights.
    var solution = [Double](repeating: 0, count: columnCount + 1)
    var residual = transposed(zip(targets, rowWeights).map { $0 * $1 })
    var direction = residual
    var size = Self.product(residual, residual)
    let enough = size * tolerance * tolerance
    for _ in 0..<Self.mostSteps where size > enough {
      let image = normal(direction)
      let step = size / Self.product(direction, image)
      for place in solution.indices {
        solution[place] += step * direction[place]
        residual[place] -= step * image[place]
      }
      let next = Self.product(residual, residual)
      let share = next / size
      for place in direction.indices {
        direction[place] = residual[place] + share * direction[place]
      }
      size = next
    }
    return Solution(
      weights: zip(solution, columnScales).map { $0 * $1 }, bias: solution[columnCount])
  }

  /// Returns (XᵀCX + λI)·v, the bias's column of ones included, λ left out for it.
  private func normal(_ vector: [Double]) -> [Double] {
    var rows = [Double](repeating: 0, count: rowEnds.count)
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
  private func transposed(_ rows: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount + 1)
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

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for place in a.indices { sum += a[place] * b[place] }
    return sum
  }
}
