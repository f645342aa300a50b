import Formulas
import Foundations
import Spec

/// An objective whose time is counted in slices.
package struct SlicedObjective: Sendable, Hashable {
  package var slices: Timeslices
  /// Mean seconds of an outage: from its beginning until it is mended.
  package var outageSeconds: Double

  /// Creates the rule of an objective.
  package init(slices: Timeslices, outageSeconds: Double) {
    self.slices = slices
    self.outageSeconds = outageSeconds
  }

  private var factor: Double { slices.factor(outageSeconds: outageSeconds) }

  /// Share of good slices at an availability in time.
  package func goodRatio(availability: Double) -> Double { max(0, 1 - (1 - availability) * factor) }

  /// The availability in time at which that share of the slices is good; 0 where no outage is long enough to count.
  package func availability(due target: Double) -> Double {
    factor > 0 ? max(0, 1 - (1 - target) / factor) : 0
  }
}

extension ProblemBuilder {
  /// How the slices of an objective are judged; what the spec leaves open is assumed and noted.
  mutating func slices(_ workload: Workload, _ objective: ObjectiveProblem) -> SlicedObjective? {
    let level = workload.slo
    let own = objective.percentile ?? objective.completionPercentile ?? TokenObjective(objective.objective)?.percentile
    guard level.method == "timeslices", own != nil || objective.objective == "availability" else { return nil }
    let path = "\(workload.path).slo"
    if level.slice == nil { note("\(path).slice", "1", "min", "length of a timeslice") }
    if level.sliceTarget == nil {
      note("\(path).slice_target", "that of the objective", "", "share of a slice that must be good")
    }
    if spec.operations.restore == nil {
      note("operations.restore", "30", "min", "until a failure is mended: how many slices an outage spoils")
    }
    let outage = (spec.operations.restore?.mid ?? 1800) + (spec.operations.detect?.mid ?? 0)
    return Timeslices(
      sliceSeconds: level.slice?.mid ?? 60,
      sliceTarget: level.sliceTarget?.decimal.double ?? own ?? objective.target.double
    ).map { SlicedObjective(slices: $0, outageSeconds: outage) }
  }
}
