import Foundations
import Placement

/// What the split between cloud and edge is worth: both extremes, and each workload the other way round.
///
/// A workload counts when it may run both ways. The others stay as they are while one is moved.
struct SplitStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket
  /// Workloads of a spec up to which the ways are compared; each takes a search or two.
  static let limit = 24

  /// The comparison; `nil` where nothing has the choice or nothing was placed.
  func figures(_ results: [WorkloadResult], perMonth: Money) -> SplitFigures? {
    let free = problem.workloads.filter { mayBoth($0) }
    guard !free.isEmpty, problem.workloads.count <= SplitStudy.limit, results.allSatisfy({ $0.chosen != nil }) else {
      return nil
    }
    let names = Set(free.map(\.name))
    let placed = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
    let atEdge = Set(names.filter { placed[$0]?.chosen?.model == .edge })
    let members = Parallel.map(free.count) { index in
      member(free[index], results, isAtEdge: atEdge.contains(free[index].name))
    }
    let known = SplitFigures.Extreme(perMonth: perMonth)
    return SplitFigures(
      perMonth: perMonth, allCloud: atEdge.isEmpty ? known : extreme(names, SplitStudy.cloud, results, perMonth),
      allEdge: atEdge == names ? known : extreme(names, [.edge], results, perMonth), members: members)
  }

  /// The models that stand in a provider's region.
  private static let cloud: [PlacementModel] = [.cloud, .gpu]

  private func mayBoth(_ workload: WorkloadProblem) -> Bool {
    let models = workload.place.models
    guard models?.contains(.edge) ?? true, models?.contains(where: SplitStudy.cloud.contains) ?? true else {
      return false
    }
    let forms = workload.place.forms
    guard forms?.contains(where: \.isEdge) ?? true, forms?.contains(where: { !$0.isEdge }) ?? true else { return false }
    switch workload.kind {
    case .service: return !workload.users.isEmpty || workload.fleet != nil
    case .inference: return workload.fleet != nil
    default: return false
    }
  }

  /// Everything that has the choice on one side.
  private func extreme(
    _ names: Set<String>, _ models: [PlacementModel], _ results: [WorkloadResult], _ perMonth: Money
  ) -> SplitFigures.Extreme {
    var moved = problem
    for index in moved.workloads.indices where names.contains(moved.workloads[index].name) {
      moved.workloads[index].place.models = models
    }
    let found = planner.brief(moved, market)
    if let miss = found.first(where: { $0.chosen == nil }) {
      return SplitFigures.Extreme(workload: miss.name, rejection: nearest(miss))
    }
    let shared = planner.sharedLines(problem).reduce(Money.zero) { $0 + $1.perMonth }
    return SplitFigures.Extreme(perMonth: found.reduce(shared) { $0 + ($1.chosen?.perMonth ?? .zero) })
  }

  private func member(
    _ workload: WorkloadProblem, _ results: [WorkloadResult], isAtEdge: Bool
  ) -> SplitFigures.Member {
    let chosen = results.first { $0.name == workload.name }?.chosen
    let here = chosen.map { side($0, workload, missed: nil) }
    let there = other(workload, results, isAtEdge ? SplitStudy.cloud : [.edge])
    var member = SplitFigures.Member(
      workload: workload.name, isAtEdge: isAtEdge, cloud: isAtEdge ? there : here, edge: isAtEdge ? here : there)
    if let cloud = member.cloud, let edge = member.edge, let slow = cloud.p95, let fast = edge.p95, slow - fast > 1e-6 {
      member.perMillisecond = (edge.perMonth - cloud.perMonth).double / (1000 * (slow - fast))
    }
    return member
  }

  /// A workload forced to the other side, all others kept where they are; without its times where they cannot be met.
  private func other(
    _ workload: WorkloadProblem, _ results: [WorkloadResult], _ models: [PlacementModel]
  ) -> SplitFigures.Side? {
    var moved = problem.held(to: results, isFleetFixed: false)
    guard let index = moved.workloads.firstIndex(where: { $0.name == workload.name }) else { return nil }
    moved.workloads[index].place = workload.place
    moved.workloads[index].place.models = models
    func solved() -> WorkloadResult? { planner.brief(moved, market).first { $0.name == workload.name } }
    let strict = solved()
    if let placed = strict?.chosen { return side(placed, workload, missed: nil) }
    moved.workloads[index].objectives = []
    guard let placed = solved()?.chosen else { return nil }
    // What this one misses itself, else what stands in the way of every other.
    let own = Rejection.furthest(
      placed.path.flatMap { workload.missedLatency($0, by: placed.label) },
      placed.availability.flatMap { workload.missedAvailability($0, by: placed.label) })
    return side(
      placed, workload,
      missed: own ?? strict.flatMap(nearest) ?? Rejection(constraint: "objectives", by: placed.label))
  }

  private func side(_ placed: PlacedWorkload, _ workload: WorkloadProblem, missed: Rejection?) -> SplitFigures.Side {
    var side = SplitFigures.Side(perMonth: placed.perMonth, missed: missed)
    guard let path = placed.path, PathModel.isStable(path) else { return side }
    side.p95 = PathModel.estimate(0.95, path)
    // Of several objectives the one whose allowance is used most.
    let late = workload.latencyLimits.map { (share: PathModel.tail($0.seconds, path), allowed: 1 - $0.percentile) }
    side.lateShare = late.max { $0.share / $0.allowed < $1.share / $1.allowed }?.share
    return side
  }

  private func nearest(_ result: WorkloadResult) -> Rejection? {
    result.alternatives.compactMap(\.rejected).min { WorkloadAnswer.distance($0) < WorkloadAnswer.distance($1) }
  }
}
