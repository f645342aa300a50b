/// The stationary solution of PH/PH/c by levels: level n holds n customers, its states are the phase
/// of the next arrival and the number of busy servers in each service phase.
struct PhaseLevels {
  /// Busy servers in each phase, for the states with all servers busy.
  let busy: [[Int]]
  /// Rate of arrivals that find all servers busy and nobody waiting, by configuration, 1/s.
  let queued: [Double]
  /// R̂: the same rates with one customer more waiting are those times this matrix.
  let rate: Matrix
  /// Mean number waiting.
  let meanQueue: Double

  init?(arrival: PhaseType, service: PhaseType, servers c: Int) {
    let chain = PhaseChain(arrival: arrival, service: service, servers: c)
    let high = chain.level(c + 1)
    guard let g = PhaseLevels.firstPassage(up: high.up, local: high.local, down: high.down) else { return nil }
    let size = high.local.rows
    // N = (−(A₁ + A₀G))⁻¹, R = A₀N.
    guard let inverse = (-(high.local + high.up * g)).solve(Matrix(identity: size)) else { return nil }
    let r = high.up * inverse
    // Levels below: πₙ₊₁ = πₙRₙ.
    var rates = [Matrix](repeating: r, count: c)
    var next = r
    var below = high.down
    for n in stride(from: c - 1, through: 0, by: -1) {
      let upper = chain.level(n + 1)
      guard let inverse = (-(upper.local + next * below)).solve(Matrix(identity: upper.local.rows)) else { return nil }
      next = chain.level(n).up * inverse
      rates[n] = next
      below = upper.down
    }
    guard let first = PhaseLevels.nullVector(chain.level(0).local + next * below) else { return nil }
    var levels = [first]
    for n in 0..<c { levels.append(levels[n] * rates[n]) }
    guard let top = levels.last, let sums = (Matrix(identity: size) - r).solve(Matrix(column: .ones(size))),
      let twice = (Matrix(identity: size) - r).solve(sums)
    else { return nil }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let total = levels.dropLast().reduce(0) { $0 + $1.reduce(0, +) } + dot(top, sums.elements)
    let scaled = top.map { $0 / total }
    meanQueue = dot(scaled * r, twice.elements)
    // Arrival phases no longer matter once the customer is in: fold them.
    let exit = arrival.exit
    let count = chain.configurations[c].count
    var fold = Matrix(size, count)
    var begin = Matrix(count, size)
    for i in 0..<arrival.count {
      for j in 0..<count {
        fold[i * count + j, j] = exit[i]
        begin[j, i * count + j] = arrival.start[i]
      }
    }
    busy = chain.configurations[c]
    queued = scaled * fold
    rate = begin * inverse * fold
  }

  /// G, the phase on first reaching the level below, by logarithmic reduction.
  private static func firstPassage(up: Matrix, local: Matrix, down: Matrix) -> Matrix? {
    let n = local.rows
    let one = Matrix(identity: n)
    guard let inverse = (-local).solve(one) else { return nil }
    var high = inverse * up
    var low = inverse * down
    var g = low
    var t = high
    for _ in 0..<60 {
      let u = high * low + low * high
      guard let factor = (one - u).solve(one) else { return nil }
      high = factor * (high * high)
      low = factor * (low * low)
      let add = t * low
      g = g + add
      t = t * high
      if (add.elements.map { abs($0) }.max() ?? 0) < 1e-15 { return g }
    }
    return g
  }

  /// The row x with x·m = 0, its elements adding to 1.
  private static func nullVector(_ m: Matrix) -> [Double]? {
    let n = m.rows
    if n == 1 { return [1] }
    // Transposed, with the last equation replaced by the sum.
    var a = Matrix(n, n)
    for i in 0..<n { for j in 0..<n { a[j, i] = m[i, j] } }
    for i in 0..<n { a[n - 1, i] = 1 }
    var b = [Double](repeating: 0, count: n)
    b[n - 1] = 1
    return a.solve(Matrix(column: b))?.elements
  }
}

/// The transitions of the chain, level by level.
private struct PhaseChain {
  let arrival: PhaseType
  let service: PhaseType
  let servers: Int
  /// Configurations of n busy servers, n from 0 to the number of servers.
  let configurations: [[[Int]]]
  private let index: [[[Int]: Int]]

  init(arrival: PhaseType, service: PhaseType, servers: Int) {
    self.arrival = arrival
    self.service = service
    self.servers = servers
    configurations = (0...servers).map { PhaseChain.compositions($0, service.count) }
    index = configurations.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }
  }

  /// Every way to write n as a sum of m counts, the first count falling.
  private static func compositions(_ n: Int, _ m: Int) -> [[Int]] {
    if m == 1 { return [[n]] }
    return stride(from: n, through: 0, by: -1).flatMap { first in
      compositions(n - first, m - 1).map { [first] + $0 }
    }
  }

  /// Rates up, within and down from level n.
  func level(_ n: Int) -> (up: Matrix, local: Matrix, down: Matrix) {
    let here = min(n, servers)
    let above = min(n + 1, servers)
    // Above c customers a departing server starts on the next of the queue.
    let lower = n > servers ? servers : max(0, n - 1)
    let count = configurations[here].count
    let a = arrival.count
    var up = Matrix(a * count, a * configurations[above].count)
    var local = Matrix(a * count, a * count)
    var down = Matrix(a * count, a * configurations[lower].count)
    let leave = arrival.exit
    let end = service.exit
    for (j, configuration) in configurations[here].enumerated() {
      for i in 0..<a {
        let state = i * count + j
        for k in 0..<a {
          local[state, k * count + j] += arrival.rates[i][k]
          let rate = leave[i] * arrival.start[k]
          if rate == 0 { continue }
          if above == here {
            up[state, k * count + j] += rate
          } else {
            for p in 0..<service.count where service.start[p] > 0 {
              up[state, k * configurations[above].count + to(configuration, add: p, above)] += rate * service.start[p]
            }
          }
        }
        for p in 0..<service.count where configuration[p] > 0 {
          let busy = Double(configuration[p])
          for q in 0..<service.count {
            let rate = busy * service.rates[p][q]
            if rate == 0 { continue }
            let other = p == q ? j : to(configuration, add: q, remove: p, here)
            local[state, i * count + other] += rate
          }
          let rate = busy * end[p]
          if rate <= 0 { continue }
          if n > servers {
            for q in 0..<service.count where service.start[q] > 0 {
              let other = p == q ? j : to(configuration, add: q, remove: p, here)
              down[state, i * count + other] += rate * service.start[q]
            }
          } else {
            down[state, i * configurations[lower].count + to(configuration, remove: p, lower)] += rate
          }
        }
      }
    }
    return (up, local, down)
  }

  private func to(_ configuration: [Int], add: Int? = nil, remove: Int? = nil, _ busy: Int) -> Int {
    var changed = configuration
    if let add { changed[add] += 1 }
    if let remove { changed[remove] -= 1 }
    return index[busy][changed] ?? 0
  }
}

extension Matrix {
  /// One column.
  init(column: [Double]) {
    self.init(column.count, 1)
    for i in column.indices { self[i, 0] = column[i] }
  }
}

extension [Double] {
  fileprivate static func ones(_ n: Int) -> [Double] { [Double](repeating: 1, count: n) }
}
