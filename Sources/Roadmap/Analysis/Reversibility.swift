import Foundations
import Planning

/// What it is worth to be able to change one's mind: the cost of leaving each placement, and how likely that is.
struct Reversibility {
  let context: RoadmapContext
  /// Probability that a placement is left within a year.
  static let change = 0.2
  /// Hours to write an interface anew for another way of running.
  static let interface = 16.0

  /// The assumptions to print.
  static let assumptions = [
    AssumedInput(
      path: "roadmap.change", value: "20", unit: "% a year", why: "that a placement is left for another one"),
    AssumedInput(
      path: "roadmap.effort.interface", value: "16", unit: "h",
      why: "to write one interface anew where a form is a provider's own"),
  ]

  /// Whether a form runs at one provider only, so that leaving it means writing interfaces anew.
  static func isOwn(_ form: PlacementForm) -> Bool {
    switch form {
    case .functions, .edgeFunctions, .managedBroker, .modelAPI: true
    default: false
    }
  }

  /// Calls that come in or go out.
  func interfaces(_ name: String) -> Int {
    let own = context.workload(name)?.calls.count ?? 0
    return own
      + context.problem.workloads.reduce(0) { sum, other in
        sum + other.calls.count { $0.to == name && other.name != name }
      } + (context.workload(name)?.users.isEmpty == false ? 1 : 0)
  }

  /// Hours to leave a way of running.
  func hours(_ placed: PlacedWorkload, _ name: String) -> Double {
    let isStore = context.workload(name)?.kindName == "store"
    let moving = isStore ? context.effort.moveStore : context.effort.changeForm
    return moving + (Reversibility.isOwn(placed.form) ? Double(interfaces(name)) * Reversibility.interface : 0)
  }

  /// What leaving costs: labour, hardware that stays behind, and commitments that run on.
  func switching(_ placed: PlacedWorkload, _ name: String) -> Money {
    let labour = context.labour.times(hours(placed, name))
    var stranded = Money.zero
    for line in placed.lines where line.category == "hardware" { stranded = stranded + line.perMonth.times(18) }
    if let term = placed.sites.map({ $0.purchase == .threeYears ? 18.0 : $0.purchase == .oneYear ? 6 : 0 }).max(),
      term > 0
    {
      for line in placed.lines where line.category == "compute" || line.category == "idle" {
        stranded = stranded + line.perMonth.times(term)
      }
    }
    return labour + stranded
  }

  /// Expected cost of a change, a month.
  func regret(_ placed: PlacedWorkload, _ name: String) -> Money {
    switching(placed, name).times(Reversibility.change / 12)
  }

  var section: ReportSection {
    var section = ReportSection(
      "reversibility", "What it costs to change one's mind",
      columns: [
        .init("workload", "Workload"), .init("interfaces", "Interfaces", isNumber: true),
        .init("switch", "Cost of leaving", isNumber: true), .init("regret", "Expected, a month", isNumber: true),
        .init("other", "Cheapest way that is easier to leave"), .init("more", "Dearer by", isNumber: true),
        .init("decision", "Decision"),
      ])
    var kept = 0
    var rewriting = 0.0
    for result in context.whole.workloads {
      guard let chosen = result.chosen, chosen.form != .external else { continue }
      let cost = switching(chosen, result.name)
      let own = regret(chosen, result.name)
      rewriting += Reversibility.isOwn(chosen.form) ? Double(interfaces(result.name)) * Reversibility.interface : 0
      let easier = result.alternatives.filter { $0.rejected?.extraPerMonth != nil }
        .filter { switching($0, result.name) < cost }.min { $0.perMonth < $1.perMonth }
      let lead: [ReportValue] = [
        .text(result.name), .number(Double(interfaces(result.name)), unit: ""), .money(cost), .money(own),
      ]
      guard let easier, let extra = easier.rejected?.extraPerMonth else {
        section.add(lead[0], lead[1], lead[2], lead[3], .text("none"), .text(""), .text("keep"))
        continue
      }
      let worth = own - regret(easier, result.name)
      let isWorth = extra < worth
      if !isWorth { kept += 1 }
      section.add(
        lead[0], lead[1], lead[2], lead[3], .text(PlacementWords.text(easier)), .money(extra),
        .sentence(
          isWorth
            ? "take it: being free to leave is worth \(worth) a month" : "keep: being free to leave is worth \(worth)"))
    }
    guard !section.rows.isEmpty else { return ReportSection("reversibility", "") }
    section.sentences = [
      """
      Cost of leaving: the work of moving, interfaces written anew where a form is one provider's own \
      (\(rewriting, "h") in this plan), hardware and commitments left behind. A way is left with \
      \(Reversibility.change, "share") a year (assumed); the cheapest sum of cost and expected change wins.
      """
    ]
    return section
  }
}

/// Latency, cost and exposure of every way that keeps the objectives; those that another beats on all three are left out.
struct ThreeAxes {
  let context: RoadmapContext

  /// A way of running with its three figures; less is better.
  private struct Way {
    var placed: PlacedWorkload
    var p99: Double
    var cost: Money
    /// Bytes a month that cross public networks.
    var exposed: Double
  }

  var section: ReportSection {
    var section = ReportSection(
      "axes", "Latency, security and cost of every way that keeps the objectives",
      columns: [
        .init("workload", "Workload"), .init("way", "Way"), .init("p99", "p99", isNumber: true),
        .init("per_month", "\(context.currency)/month", isNumber: true),
        .init("exposed", "Over public networks a month", isNumber: true), .init("verdict", "Verdict"),
      ])
    var (hidden, shown) = (0, 0)
    for result in context.whole.workloads {
      guard let chosen = result.chosen, chosen.form != .external, chosen.latency != nil else { continue }
      let ways = ([chosen] + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }).compactMap {
        way($0, result)
      }
      guard ways.count > 1 else { continue }
      let best = ways.indices.filter { index in
        !ways.indices.contains { other in
          dominates(ways[other], ways[index]) || (other < index && isSame(ways[other], ways[index]))
        }
      }.map { ways[$0] }
      hidden += ways.count - best.count
      for way in best.prefix(4) {
        shown += 1
        section.add(
          .text(result.name), .text(PlacementWords.text(way.placed)), .number(way.p99, unit: "s"), .money(way.cost),
          .number(way.exposed, unit: "B"),
          .text(
            way.placed.rejected == nil ? "chosen" : way.p99 < ways[0].p99 ? "faster, dearer" : "less exposed, dearer"))
      }
    }
    guard !section.rows.isEmpty else { return ReportSection("axes", "") }
    section.sentences = [
      "\(hidden) ways that another one beats on all three are left out; \(shown) are shown, the cheapest of each is chosen."
    ]
    return section
  }

  private func way(_ placed: PlacedWorkload, _ result: WorkloadResult) -> Way? {
    guard let p99 = placed.latency?.total.p99 else { return nil }
    let traffic = placed.lines.filter { $0.category == "traffic" && $0.unit == "GB" && !$0.item.contains("zones") }
    return Way(
      placed: placed, p99: p99, cost: placed.perMonth, exposed: traffic.reduce(0) { $0 + $1.quantity } * 1e9)
  }

  private func isSame(_ a: Way, _ b: Way) -> Bool { a.p99 == b.p99 && a.cost == b.cost && a.exposed == b.exposed }

  /// At least as good on all three and better on one.
  private func dominates(_ a: Way, _ b: Way) -> Bool {
    a.p99 <= b.p99 && a.cost <= b.cost && a.exposed <= b.exposed
      && (a.p99 < b.p99 || a.cost < b.cost || a.exposed < b.exposed)
  }
}
