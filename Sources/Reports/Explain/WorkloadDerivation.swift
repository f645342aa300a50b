import Foundations
import Placement
import Planning

extension PlanDerivation {
  // MARK: One workload

  func workload(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    let path = "workloads.\(result.name)"
    if parts.first == "load" { return load(result, Array(parts.dropFirst())) }
    if parts.first == "slo" { return slo(result, Array(parts.dropFirst())) }
    guard let chosen = result.chosen else { return nil }
    switch parts.first {
    case "cost": return cost(result, chosen, parts)
    case "latency": return latency(result, chosen, Array(parts.dropFirst()))
    case "availability": return availability(result, chosen)
    case "own_availability": return ownAvailability(result, chosen)
    case "utilization": return utilization(result, chosen)
    case "headroom":
      guard let value = chosen.headroom, let busy = utilization(result, chosen) else { return nil }
      return .rule(.complement, "\(path).chosen.headroom", value, "ratio", "one less the busy share", [busy])
    case "carbon_kg_per_month": return carbon(result, chosen)
    default: return nil
    }
  }

  private func cost(_ result: WorkloadResult, _ chosen: PlacedWorkload, _ parts: [String]) -> Derivation? {
    let path = "workloads.\(result.name)"
    switch parts.dropFirst().first {
    case "per_month": return cost(result)
    case "per_transaction":
      guard let each = chosen.perTransaction, let load = result.load, load.mean > 0 else { return nil }
      let month = Derivation.rule(
        .product, "requests a month", load.mean * PlanDerivation.secondsPerMonth, "", "mean rate over a month of 730 h",
        [
          rate(result.name, load, "mean"),
          .leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h"),
        ])
      return .verified(
        .quotient, "\(path).chosen.cost.per_transaction", each.double, plan.currency, "its cost over its requests",
        [cost(result), month], source: "its cost over what it serves")
    case "lines":
      let rest = Array(parts.dropFirst(2))
      guard let index = rest.first.flatMap({ Int($0) }), chosen.lines.indices.contains(index) else { return nil }
      return line(chosen.lines[index], "\(path).chosen.cost.lines[\(index)]", result, Array(rest.dropFirst()))
    default: return nil
    }
  }

  /// What a workload costs a month: its lines.
  func cost(_ result: WorkloadResult) -> Derivation {
    let lines = result.chosen?.lines ?? []
    let total = result.chosen?.perMonth ?? .zero
    return .rule(
      .sum, "workloads.\(result.name).chosen.cost.per_month", total.double, "\(plan.currency)/month", "its lines",
      lines.enumerated().map { amount($0.element, "workloads.\(result.name).chosen.cost.lines[\($0.offset)]", result) },
      exact: total)
  }

  /// One line of the ledger, or one side of it.
  func line(_ line: CostLine, _ path: String, _ result: WorkloadResult?, _ rest: [String]) -> Derivation? {
    switch rest.first {
    case "quantity": return quantity(line, "\(path).quantity", result)
    case "unit_price": return unitPrice(line, "\(path).unit_price")
    case "per_month", nil: return amount(line, path, result)
    default: return nil
    }
  }

  /// Quantity × unit price.
  func amount(_ line: CostLine, _ path: String, _ result: WorkloadResult?) -> Derivation {
    .rule(
      .product, "\(path).per_month", line.perMonth.double, "\(plan.currency)/month", "\(line.category): \(line.item)",
      [quantity(line, "\(path).quantity", result), unitPrice(line, "\(path).unit_price")], exact: line.perMonth)
  }

  private func unitPrice(_ line: CostLine, _ path: String) -> Derivation {
    let unit = "\(plan.currency)/\(line.unit)"
    if line.category == "labour", line.unit == "h" {
      let year = problem.money.engineerPerYear.double
      return .verified(
        .quotient, path, line.unitPrice.double, unit, "cost of an engineer a year over working hours",
        [
          spec("team.engineer", year, "\(plan.currency)/year"),
          .leaf(
            "working hours a year", ModelParameters().engineerHoursPerYear, "h", source: "assumed: 48 weeks of 40 h"),
        ], source: line.source)
    }
    return .leaf(path, line.unitPrice.double, unit, source: line.source, exact: line.unitPrice)
  }

  /// Where a quantity comes from; a form is taken only where it gives the line's own number.
  private func quantity(_ line: CostLine, _ path: String, _ result: WorkloadResult?) -> Derivation {
    let value = line.quantity
    for (words, inputs) in guesses(line, result) {
      let made = Derivation.rule(.product, path, value, line.unit, words, inputs)
      if made.isConsistent { return made }
    }
    if line.category == "labour", let result, let made = labour(line, path, result) { return made }
    return .leaf(path, value, line.unit, source: "sized by the placement; \(line.item)")
  }

  private func labour(_ line: CostLine, _ path: String, _ result: WorkloadResult) -> Derivation? {
    guard let chosen = result.chosen else { return nil }
    let parameters = ModelParameters()
    let count = Double(chosen.sites.reduce(0) { $0 + $1.count })
    for (name, fixed, each) in [
      ("vm", parameters.vmHours.fixed, parameters.vmHours.perInstance),
      ("containers", parameters.containerHours.fixed, parameters.containerHours.perInstance),
      ("grid", parameters.gridHours.fixed, parameters.gridHours.perInstance),
    ] {
      if line.quantity == fixed {
        return .leaf(path, fixed, "h", source: "assumed: model.labour.\(name), whatever the number of machines")
      }
      let variable = Derivation.rule(
        .product, "hours of the machines", each * count, "h", "hours a machine x machines",
        [.leaf("model.labour.\(name), a machine", each, "h", source: "assumed"), .leaf("machines", count)])
      let made = Derivation.rule(
        .sum, path, line.quantity, "h", "fixed hours and hours for each machine",
        [.leaf("model.labour.\(name), fixed", fixed, "h", source: "assumed"), variable])
      if made.isConsistent { return made }
    }
    return nil
  }

  private func guesses(_ line: CostLine, _ result: WorkloadResult?) -> [(String, [Derivation])] {
    guard let result, let chosen = result.chosen else { return [] }
    let count = Double(chosen.sites.reduce(0) { $0 + $1.count })
    let machines = Derivation.leaf("machines", count, "", source: "sized by the placement")
    let hours = Derivation.leaf("hours a month", 730, "h", source: "a month of 730 h")
    let seconds = Derivation.leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h")
    let giga = Derivation.leaf("GB a byte", 1e-9, "GB")
    var guesses: [(String, [Derivation])] = [
      ("hours of a month", [hours]), ("machines x hours of a month", [machines, hours]),
      (
        "GB of each machine's disk",
        [machines, .leaf("boot disk", ModelParameters().bootDiskGB, "GB", source: "assumed")]
      ),
    ]
    if let busy = utilization(result, chosen), let load = result.load, load.peak > 0 {
      let mean = Derivation.rule(
        .quotient, "mean over busy hour", load.mean / load.peak, "", "mean rate over the busy hour's",
        [rate(result.name, load, "mean"), rate(result.name, load, "peak")])
      let share = busy.node.value * load.mean / load.peak
      let part = Derivation.rule(
        .product, "busy share of the hours", share, "ratio", "busy in the busy hour x mean over busy hour",
        [busy, mean])
      guesses.append(("machines x hours x busy share", [machines, hours, part]))
      guesses.append(
        (
          "machines x hours x idle share",
          [
            machines, hours,
            .rule(.complement, "idle share of the hours", 1 - share, "ratio", "one less the busy share", [part]),
          ]
        ))
      // A store of two nodes: the load is on one.
      let half = Derivation.rule(
        .quotient, "busy share of a node", share / max(count, 1), "ratio", "over the nodes", [part, machines])
      guesses.append(("nodes x hours x busy share", [machines, hours, half]))
      guesses.append(
        (
          "nodes x hours x idle share",
          [
            machines, hours,
            .rule(
              .complement, "idle share of a node", 1 - share / max(count, 1), "ratio", "one less the busy share", [half]
            ),
          ]
        ))
    }
    guard let workload = problem.workloads.first(where: { $0.name == result.name }) else { return guesses }
    let path = "workloads.\(result.name)"
    switch workload.kind {
    case .service(let service):
      guard let load = result.load else { break }
      let response = spec("\(path).work.response", service.responseBytes, "B")
      let bytes = Derivation.rule(
        .sum, "bytes of a request", service.requestBytes + service.responseBytes, "B", "request and response",
        [spec("\(path).work.request", service.requestBytes, "B"), response])
      guesses.append(("own requests x bytes of a response", [rate(result.name, load, "own"), response, seconds, giga]))
      let zones = Double(chosen.sites.first?.zones ?? 1)
      guesses.append(
        (
          "all bytes x share that crosses zones",
          [
            rate(result.name, load, "mean"), bytes, seconds, giga,
            .leaf("share to another zone", (zones - 1) / zones, "ratio", source: "\(Int(zones)) zones"),
          ]
        ))
      guesses.append(
        (
          "busy hour over 25 new connections/s a unit, x hours",
          [
            rate(result.name, load, "peak"),
            .leaf("units for 1/s", 1 / 25.0, "", source: "a capacity unit takes 25 new connections/s"), hours,
          ]
        ))
    case .store(let store):
      let size = spec("\(path).data.size", store.sizeBytes, "B")
      let room = Derivation.leaf("room to grow", 1.2, "x", source: "assumed")
      guesses.append(("GB", [size, giga]))
      guesses.append(("GB with a fifth of room, on each node", [size, giga, room, machines]))
      guesses.append(
        (
          "bytes written",
          [
            spec("\(path).data.writes", store.writesPerSecond, "1/s"), spec("\(path).data.item", store.itemBytes, "B"),
            seconds, giga,
          ]
        ))
    case .external:
      if let load = result.load { guesses.append(("requests of a month", [rate(result.name, load, "mean"), seconds])) }
    default: break
    }
    return guesses
  }

  // MARK: Load

  private func load(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    guard let load = result.load, let word = parts.first else { return nil }
    if word == "from", parts.count > 1, let item = load.fromCalls.first(where: { $0.caller == parts[1] }) {
      return calls(result.name, item.caller, item.rate)
    }
    return ["own", "mean", "peak"].contains(word) ? rate(result.name, load, word) : nil
  }

  /// A rate of a workload: its own, all, or the busy hour's.
  func rate(_ name: String, _ load: LoadFigures, _ word: String) -> Derivation {
    let path = "workloads.\(name).load.\(word)"
    let stated = "workloads.\(name).demand.rate"
    switch word {
    case "own":
      return load.own == 0 ? .leaf(path, 0, "1/s", source: "no demand of its own") : spec(stated, load.own, "1/s")
    case "mean":
      return .verified(
        .sum, path, load.mean, "1/s", "own demand, and calls of others",
        [rate(name, load, "own")] + load.fromCalls.map { calls(name, $0.caller, $0.rate) },
        source: "own demand and calls")
    default:
      let factor = load.mean > 0 ? load.peak / load.mean : 1
      let peak: Derivation
      if case .service(let service)? = problem.workloads.first(where: { $0.name == name })?.kind, load.fromCalls.isEmpty
      {
        peak = spec("workloads.\(name).demand.peak", service.peakFactor, "x")
      } else {
        peak = .leaf("busy hour over mean", factor, "x", source: "of the demand and of every caller, added up")
      }
      return .verified(
        .product, path, load.peak, "1/s", "mean x busy hour over mean", [rate(name, load, "mean"), peak],
        source: "busy hour of the demand and of every caller")
    }
  }

  private func calls(_ name: String, _ caller: String, _ value: Double) -> Derivation {
    let path = "workloads.\(name).load.from.\(caller)"
    guard let from = problem.workloads.first(where: { $0.name == caller }),
      let load = plan.workloads.first(where: { $0.name == caller })?.load,
      let index = from.calls.firstIndex(where: { $0.to == name })
    else { return .leaf(path, value, "1/s", source: "calls of \(caller)") }
    let call = from.calls[index]
    let failure = ModelParameters().callFailureRatio
    var attempts = 1.0
    for retry in stride(from: 1, through: call.retries, by: 1) {
      attempts += (0..<retry).reduce(1.0) { product, _ in product * failure }
    }
    return .verified(
      .product, path, value, "1/s", "rate of \(caller) x calls of a request x share not cached x attempts",
      [
        rate(caller, load, "mean"), spec("workloads.\(caller).calls[\(index)].times", call.times, ""),
        .leaf(
          "share not cached", 1 - call.cachedShare, "ratio", source: "spec",
          line: lines.line("workloads.\(caller).calls[\(index)].cached")),
        .leaf("attempts of a call", attempts, "", source: "(1 - p^(r+1))/(1 - p), p = 0.1 %, r = \(call.retries)"),
      ], source: "calls of \(caller)")
  }

  // MARK: Placement

  private func utilization(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.utilization else { return nil }
    let path = "workloads.\(result.name).chosen.utilization"
    guard let site = chosen.sites.first, let machine = site.machine, let load = result.load,
      let found = session.catalog.machine("\(site.provider):\(machine)"), let speed = found.speed,
      case .service(let service)? = problem.workloads.first(where: { $0.name == result.name })?.kind
    else {
      return .leaf(path, value, "ratio", source: "busy workers over workers in the busy hour, by the placement's model")
    }
    let work = Derivation.rule(
      .product, "busy workers", load.peak * service.cpuSeconds / speed, "", "rate of the busy hour x seconds of work",
      [
        rate(result.name, load, "peak"),
        .rule(
          .quotient, "seconds of work", service.cpuSeconds / speed, "s",
          "on the reference core, over the machine's speed",
          [
            spec("workloads.\(result.name).work.cpu", service.cpuSeconds, "s"),
            .leaf("speed of a vCPU of \(machine)", speed, "x", source: found.speedSource),
          ]),
      ])
    let workers = Derivation.rule(
      .product, "workers", found.vcpus.rounded(.down) * Double(site.count), "", "vCPUs x machines",
      [
        .leaf("vCPUs of \(machine)", found.vcpus.rounded(.down), "", source: "catalog"),
        .leaf("machines", Double(site.count), "", source: "sized by the placement"),
      ])
    return .verified(
      .quotient, path, value, "ratio", "busy workers over workers", [work, workers],
      source: "busy workers over workers in the busy hour, by the placement's model")
  }

  private func carbon(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.carbonKilograms else { return nil }
    let path = "workloads.\(result.name).chosen.carbon_kg_per_month"
    guard let site = chosen.sites.first, let machine = site.machine,
      let vcpus = session.catalog.machine("\(site.provider):\(machine)")?.vcpus,
      let intensity = session.catalog.region("\(site.provider):\(site.region)")?.gridIntensity.value
    else { return .leaf(path, value, "kg", source: "power x intensity of the region's grid") }
    return .verified(
      .product, path, value, "kg", "vCPUs x machines x power x hours x intensity",
      [
        .leaf("vCPUs of \(machine)", vcpus, "", source: "catalog"), .leaf("machines", Double(site.count)),
        .leaf("power of a vCPU", ModelParameters().wattsPerVCPU, "W", source: "assumed, site overhead included"),
        .leaf("thousand hours a month", 0.73, "kh", source: "730 h"),
        .leaf("intensity of the grid", intensity / 1000, "kg/kWh", source: "catalog, \(site.provider):\(site.region)"),
      ], source: "power x intensity of the region's grid")
  }

  // MARK: Availability

  func availability(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.availability else { return nil }
    let path = "workloads.\(result.name).chosen.availability"
    guard let own = ownAvailability(result, chosen) else { return .leaf(path, value, "ratio", source: "of the form") }
    let calls =
      problem.workloads.first { $0.name == result.name }?.calls.filter { !$0.isOptional && !$0.isAsynchronous } ?? []
    let callees = calls.compactMap { call -> Derivation? in
      guard let callee = plan.workloads.first(where: { $0.name == call.to }), let placed = callee.chosen else {
        return nil
      }
      return availability(callee, placed)
    }
    return .verified(
      .product, path, value, "ratio", "its own part x what it cannot answer without", [own] + callees,
      source: "its own part and its dependencies")
  }

  private func ownAvailability(_ result: WorkloadResult, _ chosen: PlacedWorkload) -> Derivation? {
    guard let value = chosen.ownAvailability else { return nil }
    let path = "workloads.\(result.name).chosen.own_availability"
    let figures = ReliabilityFigures()
    if chosen.form == .external {
      return spec("workloads.\(result.name).availability", value, "ratio")
    }
    if let site = chosen.sites.first, site.machine != nil, result.kind == "service" {
      let balancer = Derivation.leaf("load balancer", figures.loadBalancer, "ratio", source: "ELB SLA, 2024")
      for needed in stride(from: site.count, through: 1, by: -1) {
        let fleet = figures.fleet(needed: needed, count: site.count, zones: site.zones)
        let inner = Derivation.rule(
          .formula, "fleet", fleet, "ratio",
          "\(needed) of \(site.count) machines up, over \(site.zones) zones; binomial in each zone, zones independent",
          [
            .leaf("machine", figures.instance, "ratio", source: "EC2 instance SLA, 2024"),
            .leaf("zone", figures.zone, "ratio", source: "assumed: half the region's unavailability each"),
            .leaf("region", figures.region, "ratio", source: "EC2 region SLA, 2024"),
          ])
        let made = Derivation.rule(.product, path, value, "ratio", "fleet x load balancer", [inner, balancer])
        if made.isConsistent { return made }
      }
    }
    let published: [(Double, String)] = [
      (figures.managedDatabaseMultiZone, "RDS Multi-AZ SLA, 2024"),
      (figures.managedDatabaseSingleZone, "RDS single-instance SLA, 2024"),
      (figures.objectStorage, "S3 Standard SLA, 2024"),
      (figures.zone, "one zone, assumed"),
    ]
    let source = published.first { $0.0 == value }?.1 ?? "machines and zones of the fleet, exact k of n"
    return .leaf(path, value, "ratio", source: source)
  }

  // MARK: Latency

  private func latency(_ result: WorkloadResult, _ chosen: PlacedWorkload, _ parts: [String]) -> Derivation? {
    guard let latency = chosen.latency, let word = parts.first else { return nil }
    let path = "workloads.\(result.name).chosen.latency"
    func pick(_ figures: LatencyFigures, _ word: String) -> Double? {
      switch word {
      case "mean": figures.mean
      case "p50": figures.p50
      case "p95": figures.p95
      case "p99": figures.p99
      default: nil
      }
    }
    if word == "hops", parts.count > 2, let index = Int(parts[1]), latency.hops.indices.contains(index),
      let value = pick(latency.hops[index].figures, parts[2])
    {
      return .leaf(
        "\(path).hops[\(index)].\(parts[2])", value, "s", source: "\(latency.hops[index].name); \(latency.method)")
    }
    guard let value = pick(latency.total, word) else { return nil }
    let hops = latency.hops.enumerated().compactMap { index, hop in
      pick(hop.figures, word).map {
        Derivation.leaf("\(path).hops[\(index)].\(word)", $0, "s", source: hop.name)
      }
    }
    if word == "mean" {
      let made = Derivation.rule(.sum, "\(path).mean", value, "s", "means of the hops add up", hops)
      if abs((made.recomputed ?? 0) - value) <= 1e-3 * value { return made }
    }
    return .rule(
      .formula, "\(path).\(word)", value, "s",
      "percentile of the sum of independent hops (\(latency.method)); percentiles of hops do not add up", hops)
  }

  // MARK: Objectives

  private func slo(_ result: WorkloadResult, _ parts: [String]) -> Derivation? {
    guard let word = parts.first else { return nil }
    let found =
      Int(word).flatMap { result.slo.indices.contains($0) ? result.slo[$0] : nil }
      ?? result.slo.first { $0.objective == word }
    guard let objective = found else { return nil }
    let path = "workloads.\(result.name).slo.\(objective.objective)"
    let target = Derivation.leaf(
      "\(path).target", objective.target.double, objective.unit, source: "spec", line: objective.line,
      exact: objective.target)
    let rest = parts.dropFirst()
    switch rest.first {
    case "target": return target
    case "predicted", "expected": return predicted(result, objective, path)
    case "budget":
      guard let budget = objective.budget else { return nil }
      return self.budget(rest.dropFirst().first ?? "minutes", budget, objective, result, path, target)
    default: return nil
    }
  }

  private func predicted(_ result: WorkloadResult, _ objective: ObjectiveResult, _ path: String) -> Derivation? {
    guard let value = objective.predicted else { return nil }
    let inner: Derivation? =
      objective.objective.hasPrefix("latency.")
      ? workload(result, objective.objective.split(separator: ".").map(String.init))
      : workload(result, [objective.objective])
    guard let inner, inner.node.value == value else {
      return .leaf(
        "\(path).predicted", value, objective.unit,
        source: objective.probability == nil
          ? "of the placement" : "the value at the required confidence over the ranges")
    }
    return .rule(.same, "\(path).predicted", value, objective.unit, "the placement's own figure", [inner])
  }

  private func budget(
    _ word: String, _ budget: BudgetFigures, _ objective: ObjectiveResult, _ result: WorkloadResult, _ path: String,
    _ target: Derivation
  ) -> Derivation? {
    // Of a percentile the budget is the share that may be late; of a ratio what it leaves.
    let share = ObjectiveProblem(
      objective: objective.objective, target: objective.target, unit: objective.unit, line: nil, path: path
    ).percentile
    let base = share.map { Derivation.leaf("percentile", $0, "ratio", source: "named by the objective") } ?? target
    let isShare = share != nil || objective.objective == "availability"
    let ratio =
      isShare
      ? Derivation.verified(
        .complement, "\(path).budget.ratio", budget.ratio.double, "ratio",
        share == nil ? "one less the target" : "one less the percentile", [base], source: "what the objective allows",
        exact: budget.ratio)
      : Derivation.leaf(
        "\(path).budget.ratio", budget.ratio.double, "ratio", source: budget.detail?.basis ?? "", exact: budget.ratio)
    let seconds = problem.workloads.first { $0.name == result.name }?.windowSeconds ?? 0
    let window = Derivation.leaf(
      "window", seconds, "s",
      source: lines.line("workloads.\(result.name).slo.window") == nil ? "default: 28 d" : "spec",
      line: lines.line("workloads.\(result.name).slo.window"))
    let minutes = Derivation.rule(
      .product, "\(path).budget.minutes", budget.minutes, "min", "ratio x window, in minutes",
      [ratio, window, .leaf("minutes a second", 1 / 60.0)])
    switch word {
    case "ratio": return ratio
    case "minutes": return minutes
    case "events":
      guard let events = budget.events else { return nil }
      guard let load = result.load, budget.detail?.counted == "requests", objective.objective != "throughput" else {
        let counted = budget.detail?.counted ?? "events"
        let all = Derivation.leaf(
          "\(counted) of the window", events / max(budget.ratio.double, 1e-300), source: "how many there are in it")
        return .rule(.product, "\(path).budget.events", events, counted, "all of the window x ratio", [all, ratio])
      }
      return .rule(
        .product, "\(path).budget.events", events, "requests", "rate x window x ratio",
        [rate(result.name, load, "mean"), window, ratio])
    case "used_ratio", "remaining_ratio":
      guard let used = budget.usedRatio else { return nil }
      let uses = budget.detail?.uses ?? []
      let failing: Derivation
      if objective.objective == "availability", !uses.contains(where: \.isPlanned),
        let predicted = predicted(result, objective, path)
      {
        failing = .rule(
          .complement, "failing share", 1 - predicted.node.value, "ratio", "one less the prediction", [predicted])
      } else if uses.count == 1, let use = uses.first {
        failing = .leaf(use.source, used * budget.ratio.double, "ratio", source: use.why)
      } else {
        failing = .rule(
          .sum, "used share", used * budget.ratio.double, "ratio", "everything that uses the budget",
          uses.map { .leaf($0.source, $0.ratio, "ratio", source: $0.why) })
      }
      let spent = Derivation.rule(
        .quotient, "\(path).budget.used_ratio", used, "ratio", "failing share over the budget's ratio",
        [failing, ratio])
      guard word == "remaining_ratio", let left = budget.remainingRatio else { return spent }
      return .rule(.complement, "\(path).budget.remaining_ratio", left, "ratio", "one less what is used", [spent])
    case "money":
      guard let money = budget.money else { return nil }
      guard objective.objective != "cost_per_transaction" else {
        let count = Derivation.leaf(
          "transactions of the window", budget.events ?? 0, "", source: "as many as cost the month's total")
        return .rule(
          .product, "\(path).budget.money", money.double, plan.currency, "objective x transactions of the window",
          [target, count], exact: money)
      }
      guard let cost = problem.workloads.first(where: { $0.name == result.name })?.outageCostPerMinute
      else { return nil }
      return .rule(
        .product, "\(path).budget.money", money.double, plan.currency, "minutes x cost of a minute",
        [minutes, spec("workloads.\(result.name).outage_cost", cost.double, "\(plan.currency)/min")], exact: money)
    default: return nil
    }
  }
}
