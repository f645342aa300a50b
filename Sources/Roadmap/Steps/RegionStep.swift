import Formulas
import Foundations
import Placement
import Planning

/// Step 4: more or other regions, for latency, compliance or availability only.
struct RegionStep {
  let context: RoadmapContext

  func step() -> RoadmapStep {
    let difference = PlanDifference(context: context, level: .regions)
    let changes = difference.changes
    var step = context.step(.regions, actions: difference.actions, reason: "")
    let scan = context.scan
    let latency = scan.first(.reliability) { $0.hasPrefix("latency") || $0 == "completion" }
    let recovery = scan.first(.reliability) { ["availability", "rto", "rpo"].contains($0) }
    let abroad = context.placed.filter { !context.ladder.session.allows($0.place, region: context.home) }
    for (kind, found) in [("latency", latency), ("availability", recovery)] {
      for miss in found?.misses ?? [] {
        step.triggers.append(trigger(kind, miss, month: found?.month ?? 0))
      }
    }
    for workload in abroad {
      let allowed = workload.place.residency.isEmpty ? workload.place.regions : workload.place.residency
      step.triggers.append(
        StepTrigger(
          kind: "compliance", subject: workload.name, quantity: "residency", value: nil, limit: nil, unit: "", month: 0,
          sentence: "\(workload.name) must stay in \(PlacementWords.list(allowed)); \(context.home) is not there"))
    }
    let month = step.triggers.compactMap(\.month).min()
    let isCured = month.map { scan.misses(.regions, month: $0).isEmpty } ?? false
    if let month, isCured || !abroad.isEmpty {
      context.due(&step, month: month)
      let kinds = step.triggers.map(\.kind).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      step.reason = "\(PlacementWords.list(kinds)) cannot be kept from \(context.home) alone in \(month: month)"
    } else if month != nil {
      step.state = .notNeeded
      step.reason =
        "what \(context.home) misses no other allowed region keeps either; the objective or the place has to give way"
    } else if !changes.isEmpty, step.change < .zero {
      byCost(&step, names: changes.map(\.name))
    } else {
      step.state = .notNeeded
      step.reason =
        """
        no predicate is true to \(month: context.horizon): latency, residency and availability all hold from \
        \(context.home)
        """
    }
    step.sections = [
      predicates(step), distances, secondRegion, BreakEvenTable(context: context).section(["B2"]), sovereignty,
      DataFlows(context: context).section, Phases(context: context).section(changes),
    ].filter { !$0.isEmpty }
    step.exits = step.state.isDue ? context.exits(changes.map(\.name)) { _ in true } : []
    step.dependsOn = step.state.isDue && month != nil ? [.reliability] : []
    step.risk = "data that moves: copy first, switch reads, then writes; a half-moved store has two authorities"
    step.blastRadius = context.blastRadius(changes.map(\.name))
    step.reversibility = "until the old copy is deleted: keep it two weeks, at \(dual(changes)) in all"
    return step
  }

  /// Regions that are only cheaper: a matter of sums, not a second region.
  private func byCost(_ step: inout RoadmapStep, names: [String]) {
    let saving = -step.change
    let isWorthIt = saving.double >= 0.05 * step.before.double
    if !context.hasCurrent {
      step.state = .notNeeded
      step.reason =
        """
        no second region: latency, residency and availability hold from \(context.home); but \
        \(PlacementWords.list(names)), built elsewhere from the start, cost \(saving) a month less, which the \
        plan counts
        """
    } else if isWorthIt, let payback = step.paybackMonths, payback <= context.effort.paybackLimit {
      context.due(&step, month: 0)
      step.reason =
        """
        no second region: latency, residency and availability hold from \(context.home); but \
        \(PlacementWords.list(names)) cost \(saving) a month less elsewhere, back after \(payback, "months")
        """
    } else {
      step.state = .doesNotPay
      step.reason =
        """
        no second region: latency, residency and availability hold from \(context.home); moving \
        \(PlacementWords.list(names)) would save \(saving) a month and take \(step.oneOff) of labour
        """
    }
  }

  /// Half a month of the old placements.
  private func dual(_ changes: [PlanDifference.Change]) -> Money {
    changes.compactMap { $0.before?.perMonth }.reduce(Money.zero, +).times(0.5)
  }

  private func trigger(_ kind: String, _ miss: TriggerScan.Miss, month: Int) -> StepTrigger {
    var sentence: Sentence = "\(miss.workload) \(miss.constraint) from \(context.home)"
    if let value = miss.value { sentence = sentence + " is \(value, miss.unit)" }
    if let limit = miss.limit { sentence = sentence + ", the objective \(limit, miss.unit)" }
    if !miss.by.isEmpty { sentence = sentence + " (\(miss.by))" }
    return StepTrigger(
      kind: kind, subject: miss.workload, quantity: miss.constraint, value: miss.value, limit: miss.limit,
      unit: miss.unit, month: month, sentence: sentence, restriction: "place: {regions: [\"\(context.home)\"]}")
  }

  // MARK: Sections

  private func predicates(_ step: RoadmapStep) -> ReportSection {
    var section = ReportSection(
      "predicates", "When more than one region is needed",
      columns: [
        .init("predicate", "Predicate"), .init("true", "True"), .init("tightest", "Tightest"),
        .init("value", "Value", isNumber: true), .init("limit", "Limit", isNumber: true),
      ])
    func found(_ kind: String) -> ReportValue {
      guard let month = step.triggers.filter({ $0.kind == kind }).compactMap(\.month).min() else {
        return .text("not by the horizon")
      }
      return .month(month)
    }
    let slo = context.ladder[.reliability].workloads.flatMap(\.slo)
    func tightest(_ isWanted: (String) -> Bool, _ use: (Double, Double) -> Double) -> (String, Double, Double, String)?
    {
      slo.filter { isWanted($0.objective) }.compactMap { item in
        item.predicted.map { (item.id, $0, item.target.double, item.unit) }
      }.max { use($0.1, $0.2) < use($1.1, $1.2) }
    }
    for (kind, item) in [
      ("latency", tightest({ $0.hasPrefix("latency") }, { $0 / max($1, 1e-12) })),
      ("availability", tightest({ $0 == "availability" }, { (1 - $0) / max(1 - $1, 1e-12) })),
    ] {
      if let item {
        section.add(
          .text(kind), found(kind), .code(item.0), .number(item.1, unit: item.3), .number(item.2, unit: item.3))
      } else {
        section.add(.text(kind), found(kind), .text("no such objective"), .text(""), .text(""))
      }
    }
    let stated = context.placed.flatMap(\.place.residency).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    section.add(
      .text("compliance"), found("compliance"),
      .text(stated.isEmpty ? "no residency is stated" : stated.joined(separator: ", ")),
      .text(context.home), .text(""))
    return section
  }

  /// Round trips of every group of users: from home, and from the best region allowed.
  private var distances: ReportSection {
    var section = ReportSection(
      "distances", "Round trips of the users",
      columns: [
        .init("users", "Users"), .init("share", "Share", isNumber: true),
        .init("home", "From \(context.home)", isNumber: true), .init("nearest", "Nearest region"),
        .init("nearest_rtt", "From there", isNumber: true), .init("saved", "Saved", isNumber: true),
      ])
    guard let entry = context.ladder.transactionWorkload, let workload = context.workload(entry) else { return section }
    let session = context.ladder.session
    let regions = session.catalog.allRegions.filter { $0.isDefault && session.allows(workload.place, region: $0.id) }
    for group in workload.users {
      guard let here = session.roundTrip(from: group.place, to: context.home) else { continue }
      let others = regions.filter { session.catalog.providers.contains($0.provider) }.compactMap { region in
        session.roundTrip(from: group.place, to: region.id).map { (region.id, $0.seconds) }
      }
      guard let best = others.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { continue }
      section.add(
        .text(group.name), .number(group.share, unit: "share"), .number(here.seconds, unit: "s"), .text(best.0),
        .number(best.1, unit: "s"), .number(max(0, here.seconds - best.1), unit: "s"))
    }
    return section
  }

  /// What an hour of outage must cost for a second region to pay (B2).
  private var secondRegion: ReportSection {
    var section = ReportSection("second_region", "What a second region would have to spare")
    guard let entry = context.ladder.transactionWorkload else { return section }
    let names = context.requiredBy(entry)
    let copies = context.whole.workloads.filter { names.contains($0.name) && $0.chosen?.form != .external }
    let extra = copies.compactMap { $0.chosen?.perMonth }.reduce(Money.zero, +)
    guard extra > .zero else { return section }
    let isDrilled = (context.spec.practices.failoverDrills?.mid ?? 0) > 0
    let coverage = isDrilled ? 0.95 : 0.5
    guard
      let perHour = BreakEven.secondRegion(
        outagesPerYear: 0.5, repairHours: 4, failoverHours: 1.0 / 6, coverage: coverage, extraPerMonth: extra.double)
    else { return section }
    section.sentences.append(
      """
      A full copy of \(PlacementWords.list(copies.map(\.name).sorted())) costs \(extra) a month. With an outage \
      of the region each second year, 4 h long, a failover of 10 min and a coverage of \(coverage, "share") \
      (\(isDrilled ? "drilled" : "never drilled")), it pays above \(Money(perHour)) an hour of outage.
      """
    )
    if let cost = context.workload(entry)?.outageCostPerMinute {
      let hour = cost.times(60)
      section.sentences.append(
        hour.double >= perHour
          ? "The spec states \(hour) an hour: a second region would pay by this sum, if the figures of outages hold."
          : "The spec states \(hour) an hour: a second region does not pay.")
    } else {
      section.sentences.append("The spec states no outage_cost of \(entry); state it to decide.")
    }
    return section
  }

  /// What keeping data in a jurisdiction costs.
  private var sovereignty: ReportSection {
    var section = ReportSection("sovereignty", "The price of residency")
    guard let found = residency else { return section }
    let premium = found.with - found.without
    let share = found.without > .zero ? premium.double / found.without.double : 0
    section.sentences.append(
      """
      Keeping \(PlacementWords.list(found.names)) in \(PlacementWords.list(found.areas)) costs \(premium) a \
      month, \(share, "share") more than the cheapest places anywhere (\(found.with) against \(found.without)).
      """
    )
    return section
  }

  /// The cost of the best plan with and without what the spec says of residency; `nil` where it says nothing.
  var residency: (names: [String], areas: [String], with: Money, without: Money)? {
    let bound = context.placed.filter { !$0.place.residency.isEmpty }
    guard !bound.isEmpty, let with = context.ladder.session.cost(context.problem) else { return nil }
    var free = context.problem
    for index in free.workloads.indices { free.workloads[index].place.residency = [] }
    guard let without = context.ladder.session.cost(free) else { return nil }
    let areas = bound.flatMap(\.place.residency).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return (bound.map(\.name), areas, with, without)
  }
}
