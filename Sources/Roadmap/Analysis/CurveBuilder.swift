import Foundations
import Planning

/// The series that charts show: cost by way of running over the months, and choices by cost and p99.
struct CurveBuilder {
  let context: RoadmapContext

  func curves() -> RoadmapCurves {
    var curves = RoadmapCurves()
    curves.cost = series()
    curves.flips = flips(curves.cost)
    curves.choices = choices()
    return curves
  }

  /// Months looked at: at most nine.
  private var months: [Int] {
    let last = context.horizon
    let count = min(8, last)
    return count > 0 ? Array(Set((0...count).map { $0 * last / count })).sorted() : [0]
  }

  /// Cloud alone, then each other model beside it, in the regions of the plan; the plan itself last.
  private func series() -> [RoadmapCurves.Series] {
    let session = context.ladder.session
    let results = context.whole.workloads
    let used = Set(
      results.flatMap { result in
        (result.chosen.map { [$0.model] } ?? [])
          + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }.map(\.model)
      })
    var ways: [(String, [PlacementModel])] = [("cloud only", [.cloud])]
    for model in PlacementModel.allCases where model != .cloud && used.contains(model) {
      ways.append(("cloud and \(model.rawValue)", [.cloud, model]))
    }
    if ways.count == 1 {
      // One way only: the plan's own horizon.
      return [
        RoadmapCurves.Series(name: "cloud only", points: context.whole.horizon.map { ($0.month, $0.cost) })
      ]
    }
    if ways.count > 2 { ways.append(("all models", PlacementModel.allCases)) }
    let (months, named) = (months, ways)
    let solved = Parallel.map(ways.count * months.count) { index -> Money? in
      guard let problem = session.problem(month: months[index % months.count]) else { return nil }
      return session.cost(session.inPlace(limited(problem, to: named[index / months.count].1), results))
    }
    return ways.indices.map { way in
      RoadmapCurves.Series(
        name: ways[way].0, points: months.indices.map { (months[$0], solved[way * months.count + $0]) })
    }
  }

  private func limited(_ problem: Problem, to models: [PlacementModel]) -> Problem {
    var problem = problem
    for index in problem.workloads.indices {
      let own = problem.workloads[index].place.models
      problem.workloads[index].place.models = models.filter { own?.contains($0) ?? true }
    }
    return problem
  }

  private func flips(_ series: [RoadmapCurves.Series]) -> [(month: Int, from: String, to: String)] {
    var last: String?
    var flips: [(month: Int, from: String, to: String)] = []
    for (index, month) in (series.first?.points.map(\.month) ?? []).enumerated() {
      let costs = series.compactMap { item in item.points[index].cost.map { (item.name, $0) } }
      // The first named wins a tie, so that equal ways do not flip.
      guard let least = costs.map(\.1).min(), let best = costs.first(where: { $0.1 == least }) else { continue }
      if let last, last != best.0 { flips.append((month, last, best.0)) }
      last = best.0
    }
    return flips
  }

  private func choices() -> [RoadmapCurves.Choice] {
    context.whole.workloads.flatMap { result -> [RoadmapCurves.Choice] in
      let all = (result.chosen.map { [($0, true)] } ?? []) + result.alternatives.map { ($0, false) }
      return all.compactMap { placed, isChosen in
        guard let p99 = placed.latency?.total.p99, p99.isFinite, !placed.lines.isEmpty, placed.form != .external else {
          return nil
        }
        return RoadmapCurves.Choice(
          workload: result.name, label: placed.label, perMonth: placed.perMonth, p99: p99, isChosen: isChosen)
      }
    }
  }
}
