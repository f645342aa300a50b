import Formulas
import Foundations
import Placement

/// B8, B9 and S117: where a content network, a private line, or work at points of presence pays for a service.
extension BreakEvenStudy {
  /// B8: the share of the requests that a content network must answer itself to pay.
  func contentNetwork(_ service: ServiceProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    guard service.ownRate > 0, chosen.model == .cloud, let site = chosen.sites.first,
      let line = chosen.lines.first(where: { $0.item == "to the internet" })
    else { return nil }
    let facts = market.facts(provider: site.provider, region: site.region)
    func price(_ meter: ServiceMeter) -> Double? {
      facts.prices[ServiceMeter.allCases.firstIndex(of: meter) ?? 0].amount?.double
    }
    guard let delivered = price(.cdnTrafficGB) else { return nil }
    let requests = service.ownRate * CostBook.hoursPerMonth * 3600
    let asked = (price(.cdnRequestsPerMillion) ?? 0) * requests / 1e6
    // What a hit spares: the work of answering; traffic leaves either way, and filling the cache is free.
    let spared = chosen.lines.reduce(0.0) {
      ["compute", "idle", "requests"].contains($1.category) ? $0 + $1.perMonth.double : $0
    }
    let extra = line.quantity * (delivered - line.unitPrice.double) + asked
    let share = spared > 0 ? max(0, extra / spared) : (extra <= 0 ? 0 : Double.infinity)
    return BreakEvenFigure(
      rule: "B8", question: "a content network pays from this share of answers that it may give itself",
      value: share <= 1 ? share : nil, now: 0, unit: "ratio", holds: share <= 0,
      why: "\(self.price(delivered)) USD a GB there and \(self.price(line.unitPrice.double)) from here, "
        + "\(text(Money(asked))) USD for its requests, \(text(Money(spared))) USD of work spared by answering all")
  }

  /// B9: the volume from which lines of one's own to the places of the users pay.
  func privateLines(_ workload: WorkloadProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    let offices = workload.users.filter { ["datacenter", "fiber"].contains($0.access.name) }
    guard !offices.isEmpty, offices.count == workload.users.count, chosen.model == .cloud,
      let line = chosen.lines.first(where: { $0.item == "to the internet" })
    else { return nil }
    let figures = EdgeFigures()
    let fixed = Double(offices.count) * (figures.portPrice + figures.linePrice)
    let value = BreakEven.privateLine(
      fixed: fixed, internetPrice: line.unitPrice.double, linePrice: figures.lineTrafficPrice)
    return BreakEvenFigure(
      rule: "B9", question: "lines of one's own to these users pay from this many GB a month", value: value,
      now: line.quantity, unit: "GB", holds: value.map { line.quantity >= $0 } ?? false,
      why: "\(offices.count) of them with a port of 1 Gbit/s at \(price(figures.portPrice)) and a line at "
        + "\(price(figures.linePrice)) USD a month, assumed; \(price(figures.lineTrafficPrice)) USD a GB instead of "
        + "\(price(line.unitPrice.double)), if each group stands behind one line")
  }

  /// S117: the CPU time of a request up to which functions at points of presence are cheaper than the origin.
  func workAtEdge(
    _ service: ServiceProblem, _ load: LoadFigures, _ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload]
  )
    -> BreakEvenFigure?
  {
    let all = [chosen] + alternatives.filter { $0.rejected?.extraPerMonth != nil }
    guard let edge = all.first(where: { $0.form == .edgeFunctions }),
      let origin = all.first(where: { $0.model == .cloud }),
      let line = edge.lines.first(where: { $0.category == "compute" }), service.cpuSeconds > 0
    else { return nil }
    // The origin as it is sized now; at the edge all but the time itself stays.
    var perSecond = line.perMonth.double / service.cpuSeconds
    let provider = edge.sites.first?.provider
    if let platform = EdgeFunctionPlatform.all.first(where: { $0.provider == provider && $0.isPaidByCPU }) {
      // What the base fee includes is used up already.
      perSecond = load.mean * CostBook.hoursPerMonth * 3600 / 1000 / platform.speed * line.unitPrice.double
    }
    let value =
      perSecond > 0 ? service.cpuSeconds + (origin.perMonth - edge.perMonth).double / perSecond : nil
    return BreakEvenFigure(
      rule: "S117", question: "points of presence are cheaper than the origin up to this CPU time of a request",
      value: value.map { max(0, $0) }, now: service.cpuSeconds, unit: "s",
      holds: value.map { service.cpuSeconds <= $0 } ?? false,
      why: "\(text(edge.perMonth)) USD a month there, \(text(line.perMonth)) of it for CPU time; "
        + "\(text(origin.perMonth)) as \(origin.form.rawValue) in the region, sized as now")
  }
}
