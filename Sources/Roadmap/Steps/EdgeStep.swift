import Formulas
import Foundations
import Planning
import Spec

/// Step 5: caches, sites near users, devices.
struct EdgeStep {
  let context: RoadmapContext
  private var edge: EdgeBreakEven { EdgeBreakEven(context: context) }

  func step() -> RoadmapStep {
    let difference = PlanDifference(context: context, level: .edge)
    let changes = difference.changes
    var step = context.step(.edge, actions: difference.actions, reason: "")
    let needsHardware = changes.contains { ["edge-nodes", "fog-gateways"].contains($0.after.form.rawValue) }
    if needsHardware { step.leadMonths += context.effort.hardwareWait }
    let joined = changes.filter { $0.before == nil }.map(\.name)
    let due = context.scan.first(.regions) { $0.hasPrefix("latency") || $0 == "loss" || $0 == "completion" }
    for miss in due?.misses ?? [] {
      step.triggers.append(
        StepTrigger(
          kind: "latency", subject: miss.workload, quantity: miss.constraint, value: miss.value, limit: miss.limit,
          unit: miss.unit, month: due?.month,
          sentence: "\(miss.workload) \(miss.constraint) cannot be kept from any allowed region\(number(miss))",
          restriction: "place: {run_on: [cloud]}"))
    }
    for name in joined {
      step.triggers.append(
        StepTrigger(
          kind: "workload", subject: name, quantity: "runs on devices", value: nil, limit: nil, unit: "", month: 0,
          sentence: "\(name) runs on devices and is not there yet"))
    }
    let isCured = due.map { context.scan.misses(.edge, month: $0.month).isEmpty } ?? false
    if !joined.isEmpty {
      context.due(&step, month: 0)
      step.reason = "\(PlacementWords.list(joined)) cannot run anywhere else; it adds \(step.change) a month"
    } else if let due, isCured {
      context.due(&step, month: due.month)
      step.reason =
        "in \(month: due.month) no region keeps the latency of \(PlacementWords.list(due.misses.map(\.workload)))"
    } else if !changes.isEmpty, step.change < .zero {
      let payback = step.paybackMonths ?? .infinity
      if payback <= context.effort.paybackLimit {
        context.due(&step, month: 0)
        step.reason = "saves \(-step.change) a month; \(step.oneOff) of labour is back after \(payback, "months")"
      } else {
        step.state = .doesNotPay
        step.reason =
          "would save \(-step.change) a month for \(step.oneOff) of labour: \(payback, "months") to pay back"
      }
    } else if changes.isEmpty, let fleet = onDevices {
      step.state = .done
      step.reason = fleet
    } else {
      step.state = .notNeeded
      step.reason = notNeeded
    }
    step.sections = [radii, caches, sites, pilot].filter { !$0.isEmpty }
    step.exits = context.exits(changes.map(\.name)) { _ in true }
    step.risk =
      changes.isEmpty && !context.spec.devices.isEmpty
      ? "devices that nobody can reach: what they do must be safe without a link"
      : "a cache answers with what is old: the share of stale answers grows with its time to live"
    step.blastRadius = context.blastRadius(changes.map(\.name))
    step.reversibility =
      needsHardware
      ? "the traffic goes back within an hour; the hardware stays paid for" : "complete, within minutes, by routing"
    return step
  }

  private func number(_ miss: TriggerScan.Miss) -> Sentence {
    guard let value = miss.value, let limit = miss.limit else { return "" }
    return ": \(value, miss.unit) against \(limit, miss.unit)"
  }

  /// Why a fleet needs nothing beside what its devices do already; `nil` without a fleet.
  private var onDevices: Sentence? {
    let names = context.problem.workloads.filter { $0.kindName == "device" }.map(\.name)
    guard !names.isEmpty else { return nil }
    let first: Sentence =
      "\(PlacementWords.list(names)) run\(names.count == 1 ? "s" : "") on the devices from the start"
    if let known = edge.gateways().first, let value = known.figure.value, let now = known.figure.now {
      return first
        + "; a gateway pays for \(known.workload) above \(value, "") devices a site, and there are \(now, "")"
    }
    guard let site = edge.sites().first else {
      return first + "; no gateway, node or cache beside them is cheaper or needed"
    }
    return first
      + """
      ; local work pays for \(site.workload) above \(site.devices, "") devices a site, and there are \
      \(site.stated, "")
      """
  }

  private var notNeeded: Sentence {
    guard let tightest = edge.radii().min(by: { $0.kilometres - $0.needed < $1.kilometres - $1.needed }) else {
      return "no workload has users and a latency objective, and no fleet of devices is stated"
    }
    if tightest.kilometres < tightest.needed {
      return
        """
        the servers of \(tightest.workload) alone take \(tightest.server, "s") of the \(tightest.limit, "s") \
        allowed: a shorter way gains less than faster work
        """
    }
    return
      """
      \(tightest.workload) keeps \(tightest.objective) of \(tightest.limit, "s") over \
      \(tightest.kilometres, "km") of path; its farthest users are \(tightest.needed, "km") away
      """
  }

  private var radii: ReportSection {
    let rows = edge.radii()
    guard !rows.isEmpty else { return ReportSection("radius", "") }
    var section = ReportSection(
      "radius", "How far users may be (beyond, the edge is required)",
      columns: [
        .init("workload", "Workload"), .init("objective", "Objective"), .init("limit", "Limit", isNumber: true),
        .init("server", "Behind the network", isNumber: true), .init("last_mile", "Last mile", isNumber: true),
        .init("kilometres", "Longest path", isNumber: true), .init("needed", "Farthest users", isNumber: true),
      ])
    for row in rows {
      section.add(
        .text(row.workload), .text(row.objective), .number(row.limit, unit: "s"), .number(row.server, unit: "s"),
        .number(row.lastMile, unit: "s"),
        row.kilometres > 0 ? .number(row.kilometres, unit: "km") : .unknown("none: the servers alone are too slow"),
        .number(row.needed, unit: "km"))
    }
    return section
  }

  private var caches: ReportSection {
    let rows = edge.caches()
    guard !rows.isEmpty else { return ReportSection("cache", "") }
    var section = ReportSection(
      "cdn", "Whether a content network pays for traffic alone",
      columns: [
        .init("workload", "Workload"), .init("volume", "Out a month", isNumber: true),
        .init("origin", "\(context.currency)/GB now", isNumber: true),
        .init("cache", "\(context.currency)/GB there", isNumber: true), .init("verdict", "Verdict"),
      ])
    for row in rows {
      let saving = (row.originPrice - row.cachePrice).times(row.volume)
      let verdict: ReportValue =
        saving > .zero
        ? .sentence("saves up to \(saving) a month, if the answers may be cached")
        : .sentence("dearer by \(-saving) a month; only for latency")
      section.add(
        .text(row.workload), .number(row.volume, unit: "GB"), .price(row.originPrice), .price(row.cachePrice), verdict)
    }
    return section
  }

  private var sites: ReportSection {
    let rows = edge.sites()
    let known = edge.gateways()
    guard !rows.isEmpty || !known.isEmpty else { return ReportSection("sites", "") }
    var section = ReportSection(
      "sites", "Where a node at the site begins to pay",
      rows.map { row in
        """
        \(row.workload): a node costs \(row.node) a month and keeps \(row.reduction, "share") of \
        \(row.perDevice, "GB") a device and month away, worth \(ReportValue.price(Money(row.avoided))) for a GB; \
        it pays above \(row.devices, "") devices a site, and there are \(row.stated, "").
        """
      })
    section.columns = [
      .init("workload", "Workload"), .init("fleet", "Fleet"), .init("pays_above", "Pays above, a site", isNumber: true),
      .init("stated", "Stated, a site", isNumber: true), .init("verdict", "Verdict"),
    ]
    for (workload, figure) in known {
      section.sentences.append("\(workload): \(figure.why).")
      let fleet = context.spec.workloads.first { $0.name == workload }.flatMap { stated -> String? in
        guard case .other(.device(let device)) = stated.kind else { return nil }
        return device.fleet
      }
      section.add(
        .text(workload), .text(fleet ?? ""), figure.value.map { .number($0, unit: "") } ?? .unknown("it never pays"),
        figure.now.map { .number($0, unit: "") } ?? .unknown("not stated"),
        .text(figure.holds ? "pays" : "does not pay"))
    }
    for row in rows {
      section.add(
        .text(row.workload), .text(row.fleet), .number(row.devices, unit: ""), .number(row.stated, unit: ""),
        .text(row.stated >= row.devices ? "pays" : "does not pay"))
    }
    return section
  }

  /// What a pilot of ten devices can prove: the rule of three, and how common a defect must be to be seen.
  private var pilot: ReportSection {
    guard !context.spec.devices.isEmpty else { return ReportSection("pilot", "") }
    let (devices, months) = (10.0, 3.0)
    let bound = 3 / (devices * months / 12)
    let prevalence = 1 - Elementary.exp(Elementary.log(0.05) / devices)
    let needed = (Elementary.log(0.05) / Elementary.log1p(-0.01)).rounded(.up)
    return ReportSection(
      "pilot", "What a pilot proves",
      [
        """
        \(devices, "") devices for \(months, "months") without a failure prove, at 95 %, fewer than \(bound, "") \
        failures a device and year; a defect shows up with 95 % only when \(prevalence, "share") of the devices \
        have it. To see a defect of 1 %, \(needed, "") devices are needed.
        """
      ])
  }
}
