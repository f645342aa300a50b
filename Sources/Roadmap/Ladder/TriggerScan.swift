import Foundations
import Planning

/// Finds the first month in which a level can no longer meet an objective.
struct TriggerScan {
  /// An objective that no placement of a level meets in a month.
  struct Miss: Hashable {
    var workload: String
    var constraint: String
    var value: Double?
    var limit: Double?
    var unit: String
    var by: String
  }

  let ladder: PlanLadder

  /// What a level cannot meet in a month; objectives that pass the filter bind, the others do not.
  func misses(_ level: PlanLevel, month: Int, binding: (String) -> Bool = { _ in true }) -> [Miss] {
    guard var problem = ladder.session.problem(month: month) else { return [] }
    var restriction = ladder.restriction(level)
    restriction.relaxed = [:]
    problem = restriction.apply(problem)
    for index in problem.workloads.indices {
      problem.workloads[index].objectives.removeAll { !binding($0.objective) }
    }
    guard problem.workloads.contains(where: { !$0.objectives.isEmpty }) || level < .regions else { return [] }
    if level >= .regions {
      // Where the plan of month 0 stands is the likeliest place; when all holds there, nothing else needs a look.
      let near = ladder.session.choices(ladder.session.inPlace(problem, ladder[level].workloads))
      if near.allSatisfy({ $0.chosen != nil }) { return [] }
    }
    return ladder.session.choices(problem).compactMap { result in
      guard result.chosen == nil else { return nil }
      let nearest = result.alternatives.compactMap(\.rejected).first { binding($0.constraint) }
      let rejection = nearest ?? result.alternatives.compactMap(\.rejected).first
      return Miss(
        workload: result.name, constraint: rejection?.constraint ?? "capacity", value: rejection?.value,
        limit: rejection?.limit, unit: rejection?.unit ?? "", by: rejection?.by ?? "")
    }
  }

  /// The first month up to the horizon in which the predicate holds; it does not in the month before.
  ///
  /// Looks at months 0, 6, 12, 24, … and halves the first interval in which it becomes true.
  func firstMonth(_ holds: (Int) -> Bool) -> Int? {
    let last = ladder.session.horizonMonths
    var low = -1
    for month in Array(Set([0, 6, 12, 24, 36, 60, last])).filter({ $0 <= last }).sorted() {
      guard holds(month) else {
        low = month
        continue
      }
      var high = month
      while high - low > 1 {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle }
      }
      return high
    }
    return nil
  }

  /// The first month with a miss, and the misses of that month.
  func first(_ level: PlanLevel, binding: @escaping (String) -> Bool = { _ in true }) -> (month: Int, misses: [Miss])? {
    guard let month = firstMonth({ !misses(level, month: $0, binding: binding).isEmpty }) else { return nil }
    return (month, misses(level, month: month, binding: binding))
  }
}
