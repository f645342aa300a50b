import Foundations
import Planning

/// What moves between users, workloads and places: bytes, borders and price.
struct DataFlows {
  let context: RoadmapContext

  /// Bytes that one request to a workload carries both ways; `nil` where the model knows none.
  private func bytes(_ workload: WorkloadProblem) -> Double? {
    switch workload.kind {
    case .service(let service): service.requestBytes + service.responseBytes
    case .store(let store): store.itemBytes
    case .inference(let inference): inference.requestBytes + inference.responseBytes
    default: nil
    }
  }

  private func country(_ name: String) -> String? {
    let placed = context.whole.workloads.first { $0.name == name }?.chosen
    return placed.map(PlacementWords.regions)?.first.flatMap { context.ladder.session.catalog.region($0)?.country }
  }

  private func regions(_ name: String) -> [String] {
    context.whole.workloads.first { $0.name == name }?.chosen.map(PlacementWords.regions) ?? []
  }

  var section: ReportSection {
    var section = ReportSection(
      "flows", "What moves between places",
      columns: [
        .init("from", "From"), .init("to", "To"), .init("volume", "A month", isNumber: true),
        .init("crosses", "Crosses"),
        .init("price", "\(context.currency)/month", isNumber: true), .init("law", "Leaves the country"),
      ])
    for result in context.whole.workloads {
      guard let workload = context.workload(result.name), let load = result.load else { continue }
      for item in load.fromCalls {
        guard let each = bytes(workload) else { continue }
        let (a, b) = (regions(item.caller), regions(result.name))
        let isNear = a.first == b.first
        let zones = result.chosen?.sites.first?.zones ?? 1
        let line = result.chosen?.lines.first { $0.item == "between zones" || $0.item.contains("regions") }
        let law: String
        if let from = country(item.caller), let to = country(result.name), !from.isEmpty {
          law = from == to ? "no, \(from)" : "yes, \(from) to \(to)"
        } else {
          law = "unknown"
        }
        section.add(
          .text(item.caller), .text(result.name), .number(item.rate * each * 2_628_000, unit: "B"),
          .text(isNear ? (zones > 1 ? "zones" : "nothing") : "regions"),
          line.map { .money($0.perMonth) } ?? (isNear && zones == 1 ? .money(.zero) : .text("in its caller's lines")),
          .text(law))
      }
      if load.own > 0, case .service(let service) = workload.kind {
        let line = result.chosen?.lines.first { $0.item == "to the internet" }
        section.add(
          .text(result.name), .text("its users"), .number(load.own * service.responseBytes * 2_628_000, unit: "B"),
          .text("the internet"), line.map { .money($0.perMonth) } ?? .unknown("no line of its own"),
          .text("to wherever the user is"))
      }
    }
    return section.rows.isEmpty ? ReportSection("flows", "") : section
  }
}

/// What is lost while a workload is down.
struct BlastRadius {
  let context: RoadmapContext
  /// Share of the transactions above which one workload should not hold.
  private static let limit = 0.5

  var section: ReportSection {
    guard let entry = context.ladder.transactionWorkload else { return ReportSection("blast", "") }
    let name = context.whole.transactionName
    var section = ReportSection(
      "blast_radius", "What one workload takes with it",
      columns: [
        .init("workload", "Workload"), .init("lost", "Lost of all \(PlacementWords.plural(name))", isNumber: true),
        .init("by", "Because"), .init("finding", "Finding"),
      ])
    let required = context.requiredBy(entry)
    for workload in context.problem.workloads {
      let callers = context.problem.workloads.filter { $0.calls.contains { $0.to == workload.name } }
      let isRequired = required.contains(workload.name)
      let isUsed = workload.name == entry || !callers.isEmpty
      let words: String
      if workload.name == entry {
        words = "it answers them"
      } else if isRequired {
        words = "\(PlacementWords.list(callers.map(\.name))) cannot answer without it"
      } else {
        words = isUsed ? "its callers go on without it" : "nothing that users wait for calls it"
      }
      let share = isRequired ? 1.0 : 0
      let finding =
        share > BlastRadius.limit && workload.name != entry
        ? "make the call optional or cache it where the answer may be old" : ""
      section.add(.text(workload.name), .number(share, unit: "share"), .text(words), .text(finding))
    }
    return section
  }
}

/// How long a new version runs for few before it runs for all.
struct Canary {
  let context: RoadmapContext
  /// Share of the requests that the new version answers.
  static let share = 0.05
  /// Additional share of requests that a fault fails.
  static let fault = 0.01
  /// Mean of a Poisson count that is at least 3 with 95 %.
  static let failures = 6.296

  /// Minutes after which three failures have been seen with 95 %, for everything that answers users.
  var section: ReportSection {
    var section = ReportSection(
      "canary", "How long to watch a new version",
      [
        """
        With \(Canary.share, "share") of the requests on the new version, a fault that fails \(Canary.fault, "share") of \
        them has failed three with 95 % after the time below: \(Canary.failures, "") expected failures (Poisson).
        """
      ],
      columns: [
        .init("workload", "Workload"), .init("rate", "Mean rate", isNumber: true),
        .init("watch", "Watch for", isNumber: true),
      ])
    for result in context.whole.workloads where result.kind == "service" || result.kind == "inference" {
      guard let load = result.load, load.mean > 0 else { continue }
      section.add(
        .text(result.name), .number(load.mean, unit: "1/s"),
        .number(Canary.failures / (load.mean * Canary.share * Canary.fault), unit: "s"))
    }
    return section.rows.isEmpty ? ReportSection("canary", "") : section
  }
}

/// Moving in phases, each of which can be taken back.
struct Phases {
  let context: RoadmapContext

  /// Old and new beside each other for four weeks; nothing where nothing that runs is moved.
  func section(_ changes: [PlanDifference.Change]) -> ReportSection {
    let moved = changes.filter { change in
      change.before != nil && context.spec.current.contains { $0.name == change.name }
    }
    guard !moved.isEmpty else { return ReportSection("phases", "") }
    let old = moved.compactMap { $0.before?.perMonth }.reduce(Money.zero, +)
    var section = ReportSection(
      "phases", "In phases",
      [
        """
        Both ways run side by side for four weeks; the old one costs \(old.times(28 * 24 / 730.0)) in that time, \
        and until then each phase is taken back by routing.
        """
      ],
      columns: [
        .init("week", "Week", isNumber: true), .init("share", "On the new way", isNumber: true),
        .init("until", "Go on when"),
      ])
    for (week, share) in [(1, 0.05), (2, 0.25), (3, 0.5), (4, 1.0)] {
      section.add(
        .number(Double(week), unit: ""), .number(share, unit: "share"),
        .text(week == 4 ? "the old way is switched off" : "no burn-rate alert for two days"))
    }
    return section
  }
}
