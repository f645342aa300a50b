import Formulas
import Spec

/// Mean and squared variation of a stated distribution, and its quantiles.
///
/// Between stated points quantiles are log-linear in the normal score (lognormal pieces); beyond the
/// last point the last piece goes on. Moments are integrated over 2,000 equal steps of probability.
struct SpreadMoments {
  let mean: Double
  let scv: Double
  private let points: [(z: Double, log: Double)]

  init(_ spread: Spread) {
    points = spread.points.filter { $0.share > 0 && $0.value > 0 }.map {
      (Normal.quantile(min($0.share, 0.99999)), Elementary.log($0.value))
    }
    let steps = 2000
    var first = 0.0
    var second = 0.0
    for i in 0..<steps {
      let t = SpreadMoments.quantile(points, (Double(i) + 0.5) / Double(steps))
      first += t
      second += t * t
    }
    mean = first / Double(steps)
    scv = mean > 0 ? max(0, second / Double(steps) / (mean * mean) - 1) : 0
  }

  /// The value that a share of the requests stays below.
  func quantile(_ p: Double) -> Double { SpreadMoments.quantile(points, p) }

  private static func quantile(_ points: [(z: Double, log: Double)], _ p: Double) -> Double {
    guard let first = points.first else { return 0 }
    guard points.count > 1 else { return Elementary.exp(first.log) }
    let z = Normal.quantile(p)
    var i = 0
    while i < points.count - 2, z > points[i + 1].z { i += 1 }
    let (a, b) = (points[i], points[i + 1])
    let slope = b.z > a.z ? (b.log - a.log) / (b.z - a.z) : 0
    return Elementary.exp(a.log + slope * (z - a.z))
  }
}
