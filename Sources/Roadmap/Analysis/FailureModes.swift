import Foundations
import Planning

/// How the error budget of a workload is spent: its own part, every dependency, failing deploys.
struct FailureModes {
  /// One way to fail.
  struct Mode {
    var name: String
    /// Expected unavailability.
    var unavailability: Double
    /// Share of the error budget.
    var budgetShare: Double
  }

  let context: RoadmapContext

  /// Modes of a workload with an availability objective, the largest first.
  ///
  /// Unavailability of a product is the sum of its factors' within their squares; what the sum leaves over
  /// stands as a mode of its own where it counts.
  func modes(_ name: String) -> [Mode] {
    guard let workload = context.workload(name), let target = workload.target("availability"), target < 1,
      let chosen = context.whole.workloads.first(where: { $0.name == name })?.chosen,
      let availability = chosen.availability
    else { return [] }
    var parts: [(String, Double)] = []
    if let own = chosen.ownAvailability { parts.append(("\(name) itself: machines, zones, balancer", 1 - own)) }
    for call in workload.calls where !call.isOptional && !call.isAsynchronous {
      guard let callee = context.whole.workloads.first(where: { $0.name == call.to })?.chosen?.availability else {
        continue
      }
      parts.append(("call to \(call.to)", 1 - callee))
    }
    let rest = (1 - availability) - parts.reduce(0) { $0 + $1.1 }
    if parts.isEmpty {
      parts.append((name, 1 - availability))
    } else if rest > 1e-7 {
      parts.append(("what the parts share", rest))
    }
    if let deploys = context.spec.operations.deploys?.mid, let failure = context.spec.operations.changeFailure?.mid,
      let restore = context.spec.operations.restore?.mid
    {
      let down = deploys * failure * (restore + (context.spec.operations.detect?.mid ?? 0))
      parts.append(("failing deploys (not in the prediction)", down))
    }
    return parts.map { Mode(name: $0.0, unavailability: $0.1, budgetShare: $0.1 / (1 - target)) }
      .sorted { $0.unavailability > $1.unavailability }
  }
}

/// What ten times less unavailability costs.
struct NextNine {
  /// The answer for one objective.
  struct Row {
    var workload: String
    var target: Double
    var next: Double
    /// Additional cost a month of the whole plan; `nil` when nothing reaches it.
    var extra: Money?
    /// The nearest that was found, when nothing reaches it.
    var nearest: Double?
    var by: String
    /// Minutes of complete outage spared in 30 days.
    var minutes: Double
    /// Cost of a minute of outage, where stated.
    var outageCost: Money?
  }

  let context: RoadmapContext

  func rows() -> [Row] {
    let session = context.ladder.session
    // In the regions of the plan: another region is no more available than this one.
    let start = session.inPlace(context.problem, context.whole.workloads)
    guard let base = session.cost(start) else { return [] }
    return context.problem.workloads.compactMap { workload -> Row? in
      guard let target = workload.target("availability"), target < 1, workload.kindName != "external" else {
        return nil
      }
      let next = 1 - (1 - target) / 10
      var problem = start
      for index in problem.workloads.indices where problem.workloads[index].name == workload.name {
        for at in problem.workloads[index].objectives.indices
        where problem.workloads[index].objectives[at].objective == "availability" {
          problem.workloads[index].objectives[at].target = Money(next)
        }
      }
      let results = session.choices(problem)
      let isMet = results.allSatisfy { $0.chosen != nil }
      let miss = results.first { $0.name == workload.name }?.alternatives.compactMap(\.rejected)
        .filter { $0.constraint == "availability" }.max { ($0.value ?? 0) < ($1.value ?? 0) }
      return Row(
        workload: workload.name, target: target, next: next,
        extra: isMet ? session.cost(problem, results).map { $0 - base } : nil, nearest: isMet ? nil : miss?.value,
        by: miss?.by ?? "", minutes: (next - target) * 30 * 1440, outageCost: workload.outageCostPerMinute)
    }
  }
}

/// What redundancy could be taken away with every objective still met.
struct SpareRedundancy {
  struct Row {
    var workload: String
    /// Cost a month saved in one zone.
    var saving: Money
    /// Availability that would be left, where an objective is stated.
    var availability: Double?
  }

  let context: RoadmapContext

  /// Workloads over several zones whose objectives hold in a single one, for less.
  func rows() -> [Row] {
    let session = context.ladder.session
    let base = context.whole.workloads
    return base.compactMap { result -> Row? in
      guard let chosen = result.chosen, chosen.topology == .multiZone, chosen.form != .objectStorage else { return nil }
      var problem = session.held(context.problem, to: base, isFleetFixed: false)
      for index in problem.workloads.indices where problem.workloads[index].name == result.name {
        problem.workloads[index].place.topologies = [.singleZone]
      }
      let results = session.choices(problem)
      guard results.allSatisfy({ $0.chosen != nil }),
        let other = results.first(where: { $0.name == result.name })?.chosen,
        other.perMonth < chosen.perMonth
      else { return nil }
      return Row(workload: result.name, saving: chosen.perMonth - other.perMonth, availability: other.availability)
    }
  }
}
