import Foundations
import Placement
import Planning
import Spec

/// What local work keeps off public networks, and what devices within a stranger's reach can cost.
struct FleetSecurity {
  let context: RoadmapContext
  /// Sensitive bytes × public hops, before and after local work.
  var exposure: ReportSection {
    var section = ReportSection(
      "exposure", "What local work keeps off public networks",
      columns: [
        .init("workload", "Workload"), .init("class", "Class"), .init("before", "All of it sent", isNumber: true),
        .init("after", "As planned", isNumber: true), .init("hops", "Public hops", isNumber: true),
        .init("ratio", "Exposure left", isNumber: true),
      ])
    for workload in context.problem.workloads {
      guard case .device(let device) = workload.kind else { continue }
      let bytes = device.fleet.count * device.madePerSecond * device.madeBytes * 2_628_000
      guard bytes > 0 else { continue }
      let callees = workload.calls.compactMap { context.workload($0.to) }
      let areas = ([workload] + callees).flatMap(\.place.residency).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      // One public network between the site and the region; a callee on the site is behind none.
      let places = callees.compactMap { callee in context.whole.workloads.first { $0.name == callee.name }?.chosen }
      let hops = places.isEmpty ? 0.0 : places.contains { !$0.form.isLocal } ? 1 : 0
      let after = bytes * device.passes * hops
      section.add(
        .text(workload.name),
        .text(areas.isEmpty ? "no residency stated: all bytes counted" : "stays in \(PlacementWords.list(areas))"),
        .number(bytes, unit: "B"), .number(after, unit: "B"), .number(hops, unit: ""),
        .number(after / bytes, unit: "share"))
    }
    return section.rows.isEmpty ? ReportSection("exposure", "") : section
  }

  /// Expected loss from devices that are taken over, against the price of hardening them.
  var physical: ReportSection {
    var section = ReportSection(
      "physical", "Devices within a stranger's reach",
      columns: [
        .init("fleet", "Fleet"), .init("devices", "Devices", isNumber: true),
        .init("taken", "Taken over a year", isNumber: true), .init("loss", "Expected loss a month", isNumber: true),
        .init("hardening", "Hardening a month", isNumber: true), .init("decision", "Decision"),
      ])
    let figures = EdgeFigures()
    for fleet in context.spec.devices {
      let count = fleet.count?.mid ?? (fleet.sites?.mid ?? 0) * (fleet.perSite?.mid ?? 1)
      guard count > 0 else { continue }
      let rate = fleet.security?.compromised?.mid ?? figures.compromisedPerYear
      let each = fleet.security?.hardening?.mid ?? figures.hardeningPrice
      let averts = fleet.security?.averts?.mid ?? figures.hardeningAverts
      let reach = min(count, fleet.security?.reach?.mid ?? 1)
      let cost = Money(
        count * each * ModelGovernance.factor(figures.interestPerYear, months: figures.lifeMonths))
      let taken = count * rate
      // What one takeover must cost for hardening to pay.
      let flip = Money(cost.double * 12 / max(taken * reach * averts, 1e-12))
      if let loss = fleet.security?.loss.mid {
        let expected = Money(loss * reach * taken / 12)
        let spared = expected.times(averts)
        section.add(
          .text(fleet.name), .number(count, unit: ""), .number(taken, unit: ""), .money(expected), .money(cost),
          .sentence(
            spared > cost
              ? "harden: it averts \(spared) a month" : "do not harden: it averts \(spared), less than it costs"))
      } else {
        section.add(
          .text(fleet.name), .number(count, unit: ""), .number(taken, unit: ""),
          .unknown("state devices.\(fleet.name).security.loss"), .money(cost),
          .sentence("harden where one device taken over costs more than \(flip)"))
      }
    }
    guard !section.rows.isEmpty else { return ReportSection("physical", "") }
    section.sentences = [
      """
      \(figures.compromisedPerYear, "share") of the devices a year, \(Money(figures.hardeningPrice)) to harden one and \
      \(figures.hardeningAverts, "share") averted where nothing is stated. A credential of its own for each device keeps \
      the loss at that device; with one that a fleet shares, a single takeover is all of them.
      """
    ]
    return section
  }

  /// Faster, cheaper, safer: what the edge changes against the best way without it; only claims that hold.
  var deltas: ReportSection {
    var section = ReportSection(
      "edge_claims", "Faster, cheaper, safer? The edge against the best way without it",
      columns: [
        .init("workload", "Workload"), .init("edge", "At the edge"), .init("p99", "p99", isNumber: true),
        .init("cost", "\(context.currency) a month", isNumber: true),
        .init("sent", "Sent over public networks", isNumber: true),
        .init("claim", "What holds"),
      ])
    for result in context.whole.workloads {
      let ways = [result.chosen].compactMap(\.self) + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }
      guard let edge = ways.first(where: { $0.model == .edge }), let other = ways.first(where: { $0.model != .edge })
      else { continue }
      let time = (edge.latency?.total.p99).flatMap { a in other.latency.map { a - $0.total.p99 } }
      let cost = edge.perMonth - other.perMonth
      func sent(_ placed: PlacedWorkload) -> Double {
        placed.lines.filter { $0.category == "traffic" && $0.unit == "GB" && !$0.item.contains("zones") }
          .reduce(0) { $0 + $1.quantity } * 1e9
      }
      let bytes = sent(edge) - sent(other)
      var claims: [String] = []
      if let time, time < 0 { claims.append("faster") }
      if cost < .zero { claims.append("cheaper") }
      if bytes < 0 { claims.append("less exposed") }
      section.add(
        .text(result.name), .text("\(edge.form.rawValue) against \(other.form.rawValue)"),
        time.map { .number($0, unit: "s") } ?? .text(""), .money(cost), .number(bytes, unit: "B"),
        .text(claims.isEmpty ? "none of the three" : claims.joined(separator: ", ")))
    }
    return section.rows.isEmpty ? ReportSection("edge_claims", "") : section
  }
}
