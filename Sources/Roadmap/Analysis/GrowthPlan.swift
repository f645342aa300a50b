import Foundations
import Planning

/// When fleets have to grow, and to what: the plan's breaks with the fleets that carry those months.
struct GrowthPlan {
  let context: RoadmapContext
  /// Breaks that are answered one by one.
  private static let limit = 6

  private var breaks: [Breach] {
    context.whole.breaks.sorted { ($0.month, $0.workload) < ($1.month, $1.workload) }
  }

  /// The first break of the whole plan; `nil` when it carries the horizon.
  var first: Breach? { breaks.first }

  /// The fleet of a workload in a month, chosen anew in the same region.
  private func fleet(_ workload: String, month: Int) -> PlacedWorkload? {
    let session = context.ladder.session
    guard let problem = session.problem(month: month) else { return nil }
    return session.choices(session.inPlace(problem, context.whole.workloads)).first { $0.name == workload }?.chosen
  }

  /// Scaling by growth is routine: no labour beyond what running the fleet takes already.
  var actions: [StepAction] {
    breaks.prefix(GrowthPlan.limit).compactMap { breach in
      guard let now = context.whole.workloads.first(where: { $0.name == breach.workload })?.chosen else { return nil }
      guard let then = fleet(breach.workload, month: breach.month) else {
        return StepAction(
          "Before \(month: breach.month): find another way for \(breach.workload); no fleet in its region carries it",
          hours: 0, workload: breach.workload)
      }
      return StepAction(
        """
        Before \(month: breach.month): let \(breach.workload) grow from \(PlacementWords.fleet(now)) to \
        \(PlacementWords.fleet(then)), or it misses \(breach.constraint)
        """,
        hours: 0, workload: breach.workload)
    }
  }

  var section: ReportSection {
    var section = ReportSection(
      "growth", "What growth breaks, and the fleet that carries it",
      columns: [
        .init("month", "Month"), .init("workload", "Workload"), .init("constraint", "Breaks"),
        .init("value", "Value", isNumber: true), .init("limit", "Limit", isNumber: true), .init("fleet", "Fleet then"),
        .init("per_month", "\(context.currency)/month then", isNumber: true),
      ])
    for breach in breaks.prefix(GrowthPlan.limit) {
      let unit = RoadmapUnits.unit(of: breach.constraint)
      let then = fleet(breach.workload, month: breach.month)
      section.add(
        .month(breach.month), .text(breach.workload), .text(breach.constraint),
        breach.value.map { .number($0, unit: unit) } ?? .unknown("no figure"),
        breach.limit.map { .number($0, unit: unit) } ?? .unknown("no figure"),
        .text(then.map(PlacementWords.fleet) ?? "no fleet in its region"),
        then.map { .money($0.perMonth) } ?? .unknown("no placement"))
    }
    return section.rows.isEmpty ? ReportSection("growth", "") : section
  }
}
