/// The exact steady state of PH/PH/c: phase-type arrivals and service, c servers, one queue.
///
/// The number in the system with the phases of arrival and service is a quasi-birth-death process
/// (Neuts 1981); its rate matrix R comes from logarithmic reduction (Latouche and Ramaswami 1993).
/// While all servers are busy they are independent renewal processes, so a wait that needs k + 1
/// departures is longer than t with probability P(N(t) ≤ k), and the sum over k is one contour
/// integral: P(W > t) = 1/2πi ∮ u(yI − R̂)⁻¹ E[y^N(t)] / (1 − y) dy, |y| between the spectral radius
/// of R̂ and 1, taken with the trapezoid rule, whose error falls geometrically.
struct PhaseQueue {
  /// Largest number of states of a level that is solved.
  static let stateLimit = 280

  /// P(W > 0).
  let waitProbability: Double
  /// Mean wait, seconds.
  let meanWait: Double
  /// One node of the contour with its weight on each configuration of busy servers.
  private struct Node {
    var y: Complex
    var weights: [Complex]
  }
  private let nodes: [Node]
  private let service: PhaseType
  private let configurations: [[Int]]

  /// Whether both laws have phases, and few enough states for so many servers.
  static func isSolvable(_ inputs: QueueInputs) -> Bool {
    guard inputs.servers >= 1, inputs.servers <= 10_000, inputs.servers == inputs.servers.rounded(),
      let arrival = PhaseType(inputs.arrival, most: 8), let service = PhaseType(inputs.service, most: 8)
    else { return false }
    return PhaseQueue.count(Int(inputs.servers), service.count) <= PhaseQueue.stateLimit / arrival.count
  }

  /// Nil where a law has no phases, or too many.
  init?(_ inputs: QueueInputs) {
    guard inputs.servers >= 1, inputs.servers <= 10_000 else { return nil }
    let c = Int(inputs.servers)
    guard Double(c) == inputs.servers, inputs.utilization < 1, inputs.load > 0,
      let arrival = PhaseType(inputs.arrival, most: 8), let service = PhaseType(inputs.service, most: 8),
      PhaseQueue.isSolvable(inputs),
      let solution = PhaseLevels(arrival: arrival, service: service, servers: c)
    else { return nil }
    self.service = service
    configurations = solution.busy
    let n = solution.busy.count
    let arrivalRate = inputs.arrivalPerSecond
    let ones = [Double](repeating: 1, count: n)
    let start = solution.queued.map { $0 / arrivalRate }
    // Σ u R̂ᵏ over k ≥ 0.
    guard
      let sums = (Matrix(identity: n) - solution.rate).solve(Matrix(column: ones))
    else { return nil }
    waitProbability = zip(start, sums.elements).reduce(0) { $0 + $1.0 * $1.1 }
    meanWait = solution.meanQueue / arrivalRate
    let radius = solution.rate.spectralRadius
    guard radius < 1, waitProbability.isFinite, meanWait.isFinite else { return nil }
    nodes = PhaseQueue.contour(start, solution.rate, radius: radius)
  }

  /// Ways to spread `servers` busy servers over `phases`.
  private static func count(_ servers: Int, _ phases: Int) -> Int {
    var result = 1.0
    for i in 1..<max(1, phases) { result = result * Double(servers + i) / Double(i) }
    return result < 1e6 ? Int(result.rounded()) : .max / 16
  }

  /// y/(1 − y)·u(yI − R̂)⁻¹ at the nodes of the upper half circle.
  private static func contour(_ start: [Double], _ rate: Matrix, radius: Double) -> [Node] {
    let circle = max(radius, 1e-6).squareRoot()
    let half = min(2000, max(16, Int((-22 / Elementary.log(circle)).rounded(.up)) / 2 + 1))
    let (q, h) = rate.hessenberg
    let row = start * q
    let n = row.count
    return (0...half).map { j in
      let angle = Double.pi * Double(j) / Double(half)
      let y = Complex(circle * Elementary.cos(angle), circle * Elementary.sin(angle))
      let solved = solveLeft(row, h, y)
      // The ends stand once, all others for themselves and their conjugate.
      let factor = (j == 0 || j == half ? 1 : 2) / (2 * Double(half)) * (y / (Complex(1) - y))
      var weights = [Complex](repeating: Complex(0), count: n)
      for i in 0..<n {
        var sum = Complex(0)
        for k in 0..<n { sum = sum + q[i, k] * solved[k] }
        weights[i] = factor * sum
      }
      return Node(y: y, weights: weights)
    }
  }

  /// x with x(yI − H) = row, H upper Hessenberg: columns are eliminated from the left.
  private static func solveLeft(_ row: [Double], _ h: Matrix, _ y: Complex) -> [Complex] {
    let n = row.count
    // Row-wise the transposed system: (yI − Hᵀ)x = row with Hᵀ lower Hessenberg; eliminate from the last column.
    var a = [[Complex]](repeating: [], count: n)
    for i in 0..<n {
      a[i] = (0..<n).map { j in Complex((i == j ? y.re : 0) - h[j, i], i == j ? y.im : 0) }
    }
    var b = row.map { Complex($0) }
    var k = n - 1
    while k > 0 {
      // Row k − 1 is the only one above that has an element in column k.
      if a[k - 1][k].square > a[k][k].square {
        a.swapAt(k, k - 1)
        b.swapAt(k, k - 1)
      }
      let f = a[k - 1][k] / a[k][k]
      for j in 0...k { a[k - 1][j] = a[k - 1][j] - f * a[k][j] }
      b[k - 1] = b[k - 1] - f * b[k]
      k -= 1
    }
    var x = b
    for i in 0..<n {
      var sum = b[i]
      for j in 0..<i { sum = sum - a[i][j] * x[j] }
      x[i] = sum / a[i][i]
    }
    return x
  }

  /// P(W > (i + ½)·step) for the cells of a table.
  ///
  /// - Complexity: O(cells · nodes · configurations).
  func tails(cells: Int, step: Double) -> [Double] {
    var result = [Double](repeating: 0, count: cells)
    let m = service.count
    for node in nodes {
      let once = exponential(node.y, step)
      var v = apply(exponential(node.y, step / 2), [Complex](repeating: Complex(1), count: m))
      for i in 0..<cells {
        result[i] += value(node, v)
        v = apply(once, v)
      }
    }
    for i in result.indices { result[i] = min(waitProbability, max(0, result[i])) }
    return result
  }

  /// P(W > t).
  func tail(_ t: Double) -> Double {
    let ones = [Complex](repeating: Complex(1), count: service.count)
    return nodes.reduce(0) { $0 + value($1, apply(exponential($1.y, t), ones)) }
  }

  /// The wait as a table, with its atom at 0.
  func table(cells: Int) -> TabulatedTail {
    var end = max(meanWait / max(waitProbability, 1e-12), 1e-9)
    while tail(end) > 2e-6 * max(waitProbability, 1e-3), end < 1e6 * meanWait { end *= 1.5 }
    let step = end / Double(cells)
    let tails = tails(cells: cells, step: step)
    var masses = [Double](repeating: 0, count: cells)
    var before = 1.0
    for i in 0..<cells {
      masses[i] = max(0, before - tails[i])
      before = min(before, tails[i])
    }
    return TabulatedTail(masses: masses, step: step, atom: 1 - waitProbability)
  }

  /// Σ weights · E[y^N] over configurations, the real part.
  private func value(_ node: Node, _ v: [Complex]) -> Double {
    let m = v.count
    if m == 1 {
      var power = Complex(1)
      for _ in 0..<(configurations.first?[0] ?? 0) { power = power * v[0] }
      return (node.weights[0] * power).re
    }
    if m == 2 {
      // Configurations run from all servers in the first phase to all in the second: Horner's rule.
      var sum = Complex(0)
      var power = Complex(1)
      for i in configurations.indices {
        sum = sum * v[0] + node.weights[i] * power
        power = power * v[1]
      }
      return sum.re
    }
    let servers = configurations.first?.reduce(0, +) ?? 0
    var powers = [[Complex]](repeating: [Complex(1)], count: m)
    for p in 0..<m { for _ in 0..<servers { powers[p].append((powers[p].last ?? v[p]) * v[p]) } }
    var sum = 0.0
    for (i, configuration) in configurations.enumerated() {
      var product = node.weights[i]
      for p in 0..<m where configuration[p] > 0 { product = product * powers[p][configuration[p]] }
      sum += product.re
    }
    return sum
  }

  /// exp((S + y·s·β)·t) by scaling and squaring.
  private func exponential(_ y: Complex, _ t: Double) -> [[Complex]] {
    let m = service.count
    let exit = service.exit
    var a = (0..<m).map { i in
      (0..<m).map { j in service.rates[i][j] * Complex(t) + exit[i] * service.start[j] * t * y }
    }
    var norm = 0.0
    for i in 0..<m { norm = max(norm, 2 * abs(service.rates[i][i]) * t) }
    var halvings = 0
    while norm > 0.25 {
      norm /= 2
      halvings += 1
    }
    let scale = 1 / Double(1 << min(halvings, 62))
    for i in 0..<m { for j in 0..<m { a[i][j] = scale * a[i][j] } }
    var result = (0..<m).map { i in (0..<m).map { Complex($0 == i ? 1 : 0) } }
    var term = result
    for k in 1...12 {
      term = product(term, a).map { $0.map { (1 / Double(k)) * $0 } }
      for i in 0..<m { for j in 0..<m { result[i][j] = result[i][j] + term[i][j] } }
    }
    for _ in 0..<min(halvings, 62) { result = product(result, result) }
    return result
  }

  private func product(_ a: [[Complex]], _ b: [[Complex]]) -> [[Complex]] {
    a.map { row in
      b.indices.map { j in
        var sum = Complex(0)
        for k in row.indices { sum = sum + row[k] * b[k][j] }
        return sum
      }
    }
  }

  private func apply(_ a: [[Complex]], _ v: [Complex]) -> [Complex] {
    a.map { row in
      var sum = Complex(0)
      for k in row.indices { sum = sum + row[k] * v[k] }
      return sum
    }
  }
}
