import Formulas
import Foundations
import Spec

/// Sudden load on top of a service's busy hour.
package struct BurstProblem: Sendable, Hashable {
  /// Over the busy hour's own demand, at least 1.
  package var factor: Double
  /// Seconds one lasts.
  package var durationSeconds: Double
  /// Seconds from one to the next.
  package var everySeconds: Double

  /// The burst that a fleet meets at its busiest; `nil` when nothing is served.
  ///
  /// - Parameters:
  ///   - ownPeak: busy-hour rate of the service's own demand, the part that bursts.
  ///   - load: of the service, calls included.
  func fluid(ownPeak: Double, load: LoadFigures, serviceSeconds: Double, servers: Double) -> Burst? {
    Burst(
      before: load.peak, during: load.peak + ownPeak * (factor - 1), serviceSeconds: serviceSeconds, servers: servers,
      duration: durationSeconds, every: everySeconds)
  }
}

extension ProblemBuilder {
  /// The burst of a service's demand; what it leaves open is assumed and noted.
  mutating func burst(_ stated: Workload.Burst?, _ path: String, _ point: InputPoint) -> BurstProblem? {
    guard let stated, let factor = stated.factor else { return nil }
    func value(_ amount: Amount?, _ key: String, _ standard: Double, _ words: (String, String), _ why: String) -> Double
    {
      if let amount { return point.value(amount) }
      note("\(path).demand.burst.\(key)", words.0, words.1, why)
      return standard
    }
    let duration = value(stated.duration, "duration", 60, ("60", "s"), "how long a burst lasts")
    let every = value(stated.every, "every", 86_400, ("1", "day"), "from one burst to the next")
    return BurstProblem(
      factor: max(1, point.value(factor)), durationSeconds: max(1e-3, duration),
      everySeconds: max(every, duration, 1e-3))
  }
}
