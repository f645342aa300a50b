import Formulas
import Foundations
import Planning
import Spec

/// Step 5: caches, sites near users, devices.
struct EdgeStep {
  let context: RoadmapContext
  private var edge: EdgeBreakEven { EdgeBreakEven(context: context) }
  private var security: FleetSecurity { FleetSecurity(context: context) }

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
    } else if changes.isEmpty, let site = missingNodes {
      tryNodes(&step, site)
    } else if changes.isEmpty, let fleet = onDevices {
      step.state = edge.sites().contains { !$0.hasNodes } ? .notNeeded : .done
      step.reason = fleet
    } else {
      step.state = .notNeeded
      step.reason = notNeeded
    }
    step.sections = [
      radii, caches, sites, pilot, security.deltas, security.exposure, security.physical,
      DetailTable(context: context).section(
        "fleet", "Links, certificates, updates and buffers of the fleets", kinds: ["device", "stream"]),
      BreakEvenTable(context: context).section(["B1", "B1b", "B1c", "B8", "B9"]),
    ].filter { !$0.isEmpty }
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

  /// Filtering at the sites that would pay, though the plan has no nodes there: a pilot, then a fleet in the spec.
  private func tryNodes(_ step: inout RoadmapStep, _ site: EdgeBreakEven.Site) {
    let spared = (site.stated ?? 0) * site.perDevice * site.avoided
    step.triggers.append(
      StepTrigger(
        kind: "cost", subject: site.workload, quantity: "devices a site", value: site.stated, limit: site.least,
        unit: "", month: 0, sentence: "\(pays(site))"))
    step.actions = [
      StepAction(
        """
        Measure on ten sites which share of the bytes of \(site.fleet) a filter keeps away, then state it with a fleet \
        that serves \(site.fleet)
        """,
        command: "devices: {nodes: {sites: 10, per_site: 1, serves: \(site.fleet)}}",
        hours: context.effort.edgeWorkload,
        workload: site.workload)
    ]
    step.hours = context.effort.edgeWorkload
    step.oneOff = context.labour.times(step.hours)
    step.leadMonths = context.team.months(step.hours) + context.effort.hardwareWait
    context.due(&step, month: 0)
    step.reason =
      """
      \(pays(site)); at each site a node of \(site.node) a month stands against \(Money(spared)) for what is sent. The \
      plan itself has no nodes until the spec states them
      """
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
    guard let site = edge.sites().first else {
      return first + "; no gateway, node or cache beside them is cheaper or needed"
    }
    return first + "; \(pays(site))"
  }

  /// Nodes that the spec does not state and that would pay at its sites: something to try.
  private var missingNodes: EdgeBreakEven.Site? {
    edge.sites().first { site in !site.hasNodes && (site.stated.map { $0 >= site.least } ?? false) }
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
    guard !rows.isEmpty else { return ReportSection("sites", "") }
    var section = ReportSection(
      "sites", "Where a node at the site begins to pay",
      rows.map { row in
        """
        \(row.workload): a node costs \(row.node) a month; each of \(row.fleet) makes \(row.perDevice, "GB") a month, a \
        GB that is not sent is worth \(ReportValue.price(Money(row.avoided))); \(pays(row)).
        """
      })
    section.columns = [
      .init("workload", "Workload"), .init("fleet", "Fleet"), .init("kept", "Kept away", isNumber: true),
      .init("pays_above", "Pays above, a site", isNumber: true), .init("stated", "Stated, a site", isNumber: true),
      .init("verdict", "Verdict"),
    ]
    for row in rows {
      for (reduction, devices) in zip(row.reductions, row.devices) {
        section.add(
          .text(row.workload), .text(row.fleet), .number(reduction, unit: "share"), .number(devices, unit: ""),
          row.stated.map { .number($0, unit: "") } ?? .unknown("state devices.\(row.fleet).sites"),
          .text(row.stated.map { $0 >= devices ? "pays" : "does not pay" } ?? "state the sites"))
      }
    }
    return section
  }

  /// From how many devices a site on a node pays, and whether it does.
  private func pays(_ row: EdgeBreakEven.Site) -> Sentence {
    var words: Sentence = "local work pays above \(row.least, "") \(row.fleet) a site"
    if row.reductions.count > 1 {
      words =
        words
          + """
           where it keeps \(row.reductions[1], "share") of the bytes away, above \(row.most, "") at \
          \(row.reductions[0], "share") (the ends of what studies found; no filter is stated)
          """
    }
    return row.stated.map { words + "; there are \($0, "")" } ?? words + "; the spec states no sites"
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
