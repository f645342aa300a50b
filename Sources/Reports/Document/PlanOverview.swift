import Foundations
import Planning

extension PlanDocument {
  /// One row a workload.
  mutating func overview() {
    document.heading("Workloads")
    let cost = "\(plan.currency)/month"
    var wide = ReportTable([
      .words("Workload"), .words("Model"), .init("Runs as", isFlexible: true), .init("Where", isFlexible: true),
      .init("Machines", isFlexible: true), .number("p99"), .number("Availability"), .number("SLOs"), .number(cost),
    ])
    var narrow = ReportTable([
      .words("Workload"), .sentence("Runs as"), .number("p99"), .number("SLOs"), .number(cost),
    ])
    for workload in plan.workloads {
      guard let chosen = workload.chosen else {
        wide.add([workload.name, "none", "no placement"], tones: [.plain, .bad, .bad])
        narrow.add([workload.name, "no placement"], tones: [.plain, .bad])
        continue
      }
      let (slo, tone) = objectives(workload)
      let sum = Figures.money(chosen.perMonth)
      let time = PlanDocument.time(chosen)
      let availability = chosen.availability.map(Figures.ratio) ?? ""
      let tones = [Tone](repeating: .plain, count: 7) + [tone]
      wide.add(
        [
          workload.name, chosen.model.rawValue, PlanDocument.form(chosen), PlanDocument.places(chosen),
          PlanDocument.machines(chosen), time, availability, slo, sum,
        ], tones: tones)
      let runs = [
        "\(chosen.model.rawValue) \(PlanDocument.form(chosen))", PlanDocument.machines(chosen),
        PlanDocument.places(chosen),
      ]
      narrow.add(
        [workload.name, runs.filter { !$0.isEmpty }.joined(separator: ", "), time, slo, sum],
        tones: [.plain, .plain, .plain, tone])
    }
    if !plan.sharedLines.isEmpty {
      let sum = Figures.money(plan.sharedLines.reduce(Money.zero) { $0 + $1.perMonth })
      let items = plan.sharedLines.map(\.item).joined(separator: ", ")
      wide.add(["(shared)", "", items, "", "", "", "", "", sum])
      narrow.add(["(shared)", items, "", "", sum])
    }
    if plan.verdict != .infeasible {
      let sum = Figures.money(plan.perMonth)
      wide.total(["Total", "", "", "", "", "", "", "", sum])
      narrow.total(["Total", "", "", "", sum])
    }
    document.add(.either(wide: wide, narrow: narrow))
  }

  private func objectives(_ workload: WorkloadResult) -> (text: String, tone: Tone) {
    guard !workload.slo.isEmpty else { return ("none", .secondary) }
    let met = workload.slo.count { $0.met == true }
    let isMissed = workload.slo.contains { $0.met == false }
    return ("\(met)/\(workload.slo.count) met", isMissed ? .bad : met == workload.slo.count ? .good : .careful)
  }

  /// Response time at p99, or how long a batch takes.
  static func time(_ placed: PlacedWorkload) -> String {
    if let latency = placed.latency { return Figures.duration(latency.total.p99) }
    return placed.makespan.map { "ends \(Figures.duration($0))" } ?? ""
  }

  /// `vm multi-zone`; a service of others is just external.
  static func form(_ placed: PlacedWorkload) -> String {
    placed.form == .external ? placed.form.rawValue : "\(placed.form.rawValue) \(placed.topology.rawValue)"
  }

  /// `aws:us-east-1`, or how many places there are.
  static func places(_ placed: PlacedWorkload) -> String {
    guard placed.form != .external else { return "elsewhere" }
    var names: [String] = []
    for site in placed.sites {
      let name = site.region.isEmpty ? site.provider : "\(site.provider):\(site.region)"
      if !names.contains(name) { names.append(name) }
    }
    return names.count > 2 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: " and ")
  }

  /// `4 × m7g.large on-demand`.
  static func machines(_ placed: PlacedWorkload) -> String {
    guard placed.form != .external else { return "" }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for site in placed.sites {
      guard let machine = site.machine, site.count > 0 else { continue }
      let name = "\(machine) \(site.purchase.rawValue)"
      if counts[name] == nil { order.append(name) }
      counts[name] = (counts[name] ?? 0).addingReportingOverflow(site.count).partialValue
    }
    return order.map { "\(counts[$0] ?? 0)\u{A0}×\u{A0}\($0)" }.joined(separator: " and ")
  }
}
