import Foundations
import Planning

extension PlanDocument {
  /// Everything about one workload.
  mutating func details(_ workload: WorkloadResult) {
    document.heading("\(workload.name) (\(workload.kind))")
    var facts: [ReportFact] = []
    if let chosen = workload.chosen { facts.append(.init("Runs as", placement(chosen))) }
    if let load = workload.load, load.mean > 0 { facts.append(.init("Load", self.load(load))) }
    if let chosen = workload.chosen { facts += servingFacts(chosen) + properties(chosen, kind: workload.kind) }
    if !facts.isEmpty { document.add(.facts(facts)) }
    if !workload.why.isEmpty { document.add(.items(workload.why.map(whole))) }
    objectives(workload.slo)
    if let chosen = workload.chosen {
      costs(chosen.lines, total: chosen.perMonth)
      hops(chosen)
      figures(chosen.details)
    }
    breakEvens(workload.breakEvens)
    growth(workload.growth)
    alternatives(workload.alternatives)
  }

  private func placement(_ placed: PlacedWorkload) -> String {
    if placed.form == .external { return "external, elsewhere" }
    if placed.form == .modelAPI { return "gpu model-api: \(placed.serving?.model ?? "")" }
    let sites = placed.sites.map { site in
      if placed.isPaired, site.count == 0 { return "started when needed in \(site.provider):\(site.region)" }
      let machine = site.machine.map { whole("\(site.count) × \($0) ") } ?? ""
      let zones = site.zones > 1 ? " (\(site.zones)\u{A0}zones)" : ""
      return "\(machine)\(site.purchase.rawValue) in \(site.provider):\(site.region)\(zones)"
    }
    let head = "\(placed.model.rawValue) \(PlanDocument.form(placed))"
    return sites.isEmpty ? head : "\(head): \(sites.joined(separator: "; "))"
  }

  /// `41/s = 0/s own + 41/s from cameras; busy hour 103/s`.
  private func load(_ load: LoadFigures) -> String {
    let calls = load.fromCalls.map { " + \(Figures.rate($0.rate)) from \($0.caller)" }.joined()
    let sum = calls.isEmpty ? "" : " = \(Figures.rate(load.own)) own\(calls)"
    return "\(Figures.rate(load.mean))\(sum); busy hour \(Figures.rate(load.peak))"
  }

  private func properties(_ placed: PlacedWorkload, kind: String) -> [ReportFact] {
    var facts: [ReportFact] = []
    if let busy = placed.utilization, placed.training == nil {
      let free = placed.headroom.map { "; \(Figures.share($0)) of its capacity is free then" } ?? ""
      facts.append(.init("Busy", "\(Figures.share(busy)) in the busy hour\(free)"))
    }
    if let seen = placed.availability {
      let own = placed.ownAvailability.map { $0 == seen ? "" : ", \(Figures.ratio($0)) by itself" } ?? ""
      facts.append(.init("Available", "\(Figures.ratio(seen)) as users see it\(own)"))
    }
    let recovery = [
      placed.rto.map { "back after \(Figures.duration($0)) (RTO)" },
      placed.rpo.map { $0 == 0 ? "losing nothing (RPO 0)" : "losing the last \(Figures.duration($0)) (RPO)" },
    ].compactMap(\.self)
    if !recovery.isEmpty { facts.append(.init("Recovers", recovery.joined(separator: ", "))) }
    if let each = placed.perTransaction {
      let words = ["batch": "Per job", "training": "Per run"]
      facts.append(.init(words[kind] ?? "Per request", self.each(each)))
    }
    if let carbon = placed.carbonKilograms { facts.append(.init("Carbon", "\(Figures.count(carbon)) kg a month")) }
    if !placed.lines.isEmpty, placed.confidence < 0.9995 {
      facts.append(.init("Confidence", "\(Figures.share(placed.confidence)) of the cost is at listed prices"))
    }
    return facts
  }

  private mutating func objectives(_ objectives: [ObjectiveResult]) {
    var table = ReportTable([
      .words("Objective"), .number("Target"), .number("Predicted"), .words(""), .init("Budget left", isWrapped: true),
    ])
    for slo in objectives {
      var word = slo.met.map { $0 ? "met" : "missed" } ?? "unknown"
      if let probability = slo.probability { word += " with \(Figures.share(probability))" }
      let tone: Tone = slo.met == nil ? .careful : slo.met == true ? .good : .bad
      table.add(
        [
          slo.objective, value(slo.target.double, of: slo.objective, unit: slo.unit),
          slo.predicted.map { value($0, of: slo.objective, unit: slo.unit) } ?? "unknown", word,
          BudgetWords.left(of: slo, currency: plan.currency),
        ], tones: [.plain, .plain, .plain, tone])
    }
    document.table(table)
  }

  /// Cost lines; more than one end with their sum.
  mutating func costs(_ lines: [CostLine], total: Money) {
    var table = ReportTable([
      .words("Cost"), .sentence("For"), .number("Quantity"), .words("Unit"), .number("× Price"),
      .number("\(plan.currency)/month"),
    ])
    for line in lines {
      table.add([
        line.category, whole(line.item), Figures.count(line.quantity), line.unit, Figures.price(line.unitPrice),
        Figures.money(line.perMonth),
      ])
    }
    if lines.count > 1 { table.total(["total", "", "", "", "", Figures.money(total)]) }
    document.table(table)
  }

  private mutating func hops(_ placed: PlacedWorkload) {
    guard let latency = placed.latency else { return }
    var table = ReportTable([.sentence("Latency"), .number("p50"), .number("p95"), .number("p99")])
    func cells(_ name: String, _ figures: LatencyFigures) -> [String] {
      [name, Figures.duration(figures.p50), Figures.duration(figures.p95), Figures.duration(figures.p99)]
    }
    // A call that is made several times stands once.
    var seen: [LatencyHop: Int] = [:]
    for hop in latency.hops { seen[hop, default: 0] += 1 }
    for hop in latency.hops {
      guard let count = seen.removeValue(forKey: hop) else { continue }
      table.add(cells(count > 1 ? "\(hop.name), \(count) times, each" : hop.name, hop.figures))
    }
    table.total(cells("whole path (percentiles do not add up)", latency.total))
    document.table(table)
    document.paragraph(latency.method, .secondary)
  }

  /// Where the decision would turn, beside what is.
  private mutating func breakEvens(_ figures: [BreakEvenFigure]) {
    var table = ReportTable([
      .words(""), .sentence("It turns where"), .number("At"), .number("Now"), .sentence("Because"),
    ])
    for figure in figures {
      table.add([
        figure.rule, figure.question, figure.value.map { self.figure($0, figure.unit) } ?? "never",
        figure.now.map { self.figure($0, figure.unit) } ?? "unknown", whole(figure.why),
      ])
    }
    document.table(table)
  }

  /// Figures that only some forms have.
  private mutating func figures(_ details: [PlacementDetail]) {
    var table = ReportTable([.words("Figure"), .number("Value"), .sentence("What it is")])
    for detail in details {
      let name = detail.name.split(separator: "_").joined(separator: " ")
      let value = detail.text ?? detail.value.map { self.figure($0, detail.unit) } ?? "never"
      table.add([name, value, detail.why])
    }
    document.table(table)
  }

  private func figure(_ value: Double, _ unit: String) -> String {
    switch unit {
    case "B/s": value.isFinite ? "\(Figures.size(value))/s" : "never"
    case "ratio": Figures.share(value)
    case "1/s", "s", "B", "": Figures.value(value, unit: unit)
    default: "\(Figures.count(value)) \(unit)"
    }
  }

  private mutating func alternatives(_ alternatives: [PlacedWorkload]) {
    var table = ReportTable([.sentence("Instead"), .words("Lost on"), .sentence("By")])
    let known = alternatives.filter { $0.rejected != nil }
    let shown = showsAll ? known[...] : known.prefix(6)
    for other in shown {
      guard let rejection = other.rejected else { continue }
      table.add([whole(other.label), rejection.constraint, margin(rejection)])
    }
    document.table(table)
    let more = known.count - shown.count
    if more > 0 { document.paragraph("and \(more) more \(PlanDocument.more)", .secondary) }
  }

  /// What a candidate costs more, or the value that fails with its limit.
  private func margin(_ rejection: Rejection) -> String {
    if let extra = rejection.extraPerMonth {
      return extra == .zero ? "the same cost; the name decides" : "\(money(extra)) a month more"
    }
    let figures = comparison(
      rejection.value, rejection.limit, of: rejection.constraint, unit: rejection.unit.isEmpty ? nil : rejection.unit)
    if figures.isEmpty { return rejection.by }
    return rejection.by.isEmpty ? figures : "\(figures) (\(rejection.by))"
  }
}
