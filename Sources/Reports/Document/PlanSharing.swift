import Foundations
import Planning

extension PlanDocument {
  /// Pools against silos, and jobs in quiet hours.
  mutating func sharing() {
    guard !plan.pools.isEmpty || !plan.fills.isEmpty || !plan.packings.isEmpty else { return }
    document.heading("What could be shared")
    var pools = ReportTable([
      .sentence("Pool"), .number("Silos"), .number("Pool"), .number("Saves a month"), .sentence("With a platform team"),
    ])
    for pool in plan.pools {
      let saved = pool.unitPrice.times(Double(pool.silos - pool.pool))
      let years = pool.threeYears
      pools.add([
        "\(pool.what): \(pool.members.map(\.name).joined(separator: ", "))", "\(pool.silos)", "\(pool.pool)",
        money(saved),
        "\(pool.pays ? "pays" : "does not pay"): \(money(pool.platform)) a month; 3 years "
          + "\(money(years.pool)) against \(money(years.silos)) in silos",
      ])
    }
    document.table(pools)
    if let first = plan.pools.first {
      document.paragraph(
        "Servers so that \(Figures.share(first.waitProbability)) of the requests wait at most (Erlang C), every busy "
          + "hour at once. A member may take at most: "
          + plan.pools.flatMap(\.members).map { "\($0.name) \($0.quota)" }.joined(separator: ", ")
          + "; the others then still wait no more often.", .secondary)
    }
    var fills = ReportTable([
      .sentence("Jobs in quiet hours"), .number("Free core-hours"), .number("Needed"), .number("Fits"),
      .number("Saves a month"),
    ])
    for fill in plan.fills {
      fills.add([
        "\(fill.filler) on \(fill.host)", Figures.count(fill.free), Figures.count(fill.needed),
        Figures.share(fill.share), money(fill.saving),
      ])
    }
    document.table(fills)
    for packing in plan.packings {
      let word =
        packing.saving > .zero ? "saves \(money(packing.saving))" : "costs \(money(.zero - packing.saving)) more"
      document.paragraph(
        whole(
          "Packed on shared nodes, \(packing.members.joined(separator: ", ")) in \(packing.place) need "
            + "\(packing.nodes) × \(packing.machine) for \(packing.pods) instances, overhead taken off: "
            + "\(money(packing.perMonth)) a month with one control plane, against \(money(packing.separate)) of "
            + "\(packing.machines) machines. It \(word)."))
    }
  }

  /// Cost over the horizon of the ways that are feasible now.
  mutating func growth(_ growth: GrowthFigures?) {
    guard let growth else { return }
    var table = ReportTable([.sentence("Growth, USD/month")] + growth.months.map { .number("month \($0)") })
    for curve in growth.curves {
      table.add(
        ["\(curve.form.rawValue) \(curve.topology.rawValue), \(curve.place)"]
          + curve.costs.map { $0.map { Figures.money($0) } ?? "misses" })
    }
    document.table(table)
    if let flip = growth.flip {
      document.paragraph(
        "By month \(flip.month) \(flip.curve.form.rawValue) \(flip.curve.topology.rawValue) is the cheapest.",
        .secondary)
    }
  }
}
