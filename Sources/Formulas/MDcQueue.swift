/// The M/D/c queue, exactly: Poisson arrivals, one constant service time, c servers, FIFO.
///
/// The queue seen D apart obeys L′ = (L + Poisson(λD) − c)⁺, the maximum of a random walk on the
/// integers. Its law is E z^L = exp Σ_{k≥1} cₖ(z^k − 1), cₖ the positive part of the Fourier series of
/// −ln(1 − φ), φ(z) = e^(a(z−1))z^(−c) (Spitzer 1956), taken on the circle |z| = c/a, where φ is least.
/// P(W ≤ x) = Σⱼ Q_{kc−1−j} e^(−y) y^j/j!, y = λ(kD − x), k = ⌊x/D⌋ + 1, Q the distribution of L
/// (Franx 2001): all terms positive. Relative error about 1e-10.
package struct MDcQueue: Sendable {
  /// Arrivals per second.
  package let arrivalPerSecond: Double
  /// Service time, seconds.
  package let serviceSeconds: Double
  /// Number of servers.
  package let servers: Int
  /// Mean wait, seconds.
  package let meanWait: Double
  /// P(W > 0).
  package private(set) var waitProbability: Double
  /// P(L ≤ n).
  private let cumulative: [Double]

  /// Nil without a steady state, above 99.9 % load or 2000 servers.
  ///
  /// - Complexity: O(n log n), n the larger of 8c and 40/ln(1/ρ).
  package init?(arrivalPerSecond: Double, serviceSeconds: Double, servers: Int) {
    let a = arrivalPerSecond * serviceSeconds
    let c = Double(servers)
    guard servers >= 1, servers <= 2000, a > 0, a <= 0.999 * c else { return nil }
    let logRadius = Elementary.log(c / a)
    let transform = FourierTransform(atLeast: max(64, 8 * servers, Int(min(1e6, 40 / logRadius))))
    let n = transform.count
    var re = [Double](repeating: 0, count: n)
    var im = re
    for i in 0..<n {
      let angle = 2 * Double.pi * Double(i) / Double(n)
      // φ on the circle of radius c/a: a(z − 1) = c·e^(iω) − a.
      let size = Elementary.exp(c * Elementary.cos(angle) - a - c * logRadius)
      let phase = c * Elementary.sin(angle) - c * angle
      let (x, y) = (1 - size * Elementary.cos(phase), -size * Elementary.sin(phase))
      re[i] = -0.5 * Elementary.log(x * x + y * y)
      im[i] = -Elementary.atan2(y, x)
    }
    // Coefficients of e^(iωk): the forward sum over the samples, divided by n.
    transform.forward(&re, &im)
    transform.reorder(&re)
    let scale = 1 / Double(n)
    var total = 0.0
    var mean = 0.0
    for k in 0..<n {
      let coefficient = k > 0 && k < n / 2 ? re[k] * scale : 0
      (re[k], im[k]) = (coefficient, 0)
      let plain = coefficient * Elementary.exp(-Double(k) * logRadius)
      total += plain
      mean += Double(k) * plain
    }
    // Values of E z^L on the circle, then back to its coefficients.
    transform.reorder(&re)
    transform.reorder(&im)
    transform.inverse(&re, &im)
    for i in 0..<n {
      let size = Elementary.exp(re[i] * Double(n) - total)
      let phase = im[i] * Double(n)
      (re[i], im[i]) = (size * Elementary.cos(phase), size * Elementary.sin(phase))
    }
    transform.forward(&re, &im)
    transform.reorder(&re)
    var sums = [Double](repeating: 0, count: n / 2)
    var sum = 0.0
    for k in 0..<(n / 2) {
      sum += max(0, re[k] * scale * Elementary.exp(-Double(k) * logRadius))
      sums[k] = min(1, sum)
    }
    cumulative = sums
    self.arrivalPerSecond = arrivalPerSecond
    self.serviceSeconds = serviceSeconds
    self.servers = servers
    meanWait = mean / arrivalPerSecond
    waitProbability = 0
    waitProbability = waitTail(0)
  }

  /// P(W > t).
  package func waitTail(_ t: Double) -> Double {
    if t < 0 { return 1 }
    let k = (t / serviceSeconds).rounded(.down) + 1
    let top = k * Double(servers) - 1
    guard top < 1e15 else { return 0 }
    let y = max(0, arrivalPerSecond * (k * serviceSeconds - t))
    let mode = y.rounded(.down)
    let peak = y > 0 ? Elementary.exp(mode * Elementary.log(y) - y - GammaFunctions.logGamma(mode + 1)) : 1
    func beyond(_ n: Double) -> Double {
      if n < 0 { return 1 }
      return n < Double(cumulative.count) ? 1 - cumulative[Int(n)] : 0
    }
    // Σ over j of Poisson(y, j)·P(L > top − j), from the mode outwards.
    var sum = peak * beyond(top - mode)
    var weight = peak
    var j = mode
    while weight > 1e-18 {
      j += 1
      weight *= y / j
      sum += weight * beyond(top - j)
    }
    weight = peak
    j = mode
    while j > 0 && weight > 1e-18 {
      weight *= j / y
      j -= 1
      sum += weight * beyond(top - j)
    }
    return min(1, sum)
  }

  /// The t with P(W ≤ t) = `p`.
  package func waitPercentile(_ p: Double) -> Double {
    guard p < 1 else { return .infinity }
    if waitProbability <= 1 - p { return 0 }
    return Root.decreasing(from: 0, scale: meanWait / waitProbability) { waitTail($0) - (1 - p) }
  }
}
