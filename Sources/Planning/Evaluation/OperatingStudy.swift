import Formulas
import Foundations
import Placement

/// How what is chosen is run: what is billed against what is used, hours off, retries, sidecars.
struct OperatingStudy {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// The results with these figures; searched again only for what a service mesh costs.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    let loads = LoadModel.loads(problem)
    let bare = withoutMesh()
    return results.map { result in
      guard let workload = problem.workloads.first(where: { $0.name == result.name }), let chosen = result.chosen else {
        return result
      }
      var result = result
      var details = billed(chosen, workload)
      if case .service(let service) = workload.kind {
        details += offHours(service, chosen) + capacity(service, loads[result.name])
        details += elasticity(service, chosen, loads[result.name])
        if let other = bare?.first(where: { $0.name == result.name })?.chosen {
          let mesh = mesh(service, chosen, other)
          details += mesh.details
          result.why.append(mesh.sentence)
        }
      }
      let retries = retries(workload, results, loads)
      details += retries.details
      result.why += retries.warnings
      result.chosen?.details += details
      return result
    }
  }

  // MARK: Billed and used

  /// Machine hours paid over those of work; of lots also what whole hours would bill.
  private func billed(_ placed: PlacedWorkload, _ workload: WorkloadProblem) -> [PlacementDetail] {
    func hours(_ category: String) -> Double {
      placed.lines.reduce(0) { $1.category == category && $1.unit == "h" ? $0 + $1.quantity : $0 }
    }
    let (used, idle) = (hours("compute"), hours("idle"))
    guard used > 0 else { return [] }
    var details = [
      PlacementDetail(
        "billed_over_used", (used + idle) / used, "", "machine hours paid for one of work, billed by the second")
    ]
    if case .batch(let batch) = workload.kind, !batch.isSpread, [.vm, .spotPool].contains(placed.form),
      let end = placed.makespan, end > 0
    {
      let whole = (end / 3600).rounded(.up) * 3600 / end
      details.append(
        PlacementDetail(
          "billed_over_used_hourly", (used + idle) / used * whole, "", "the same where every started hour is paid"))
    }
    return details
  }

  private func offHours(_ service: ServiceProblem, _ placed: PlacedWorkload) -> [PlacementDetail] {
    guard service.onHours < CostBook.hoursPerMonth, [.vm, .containers].contains(placed.form) else { return [] }
    let off = CostBook.hoursPerMonth - service.onHours
    let paid = placed.lines.filter { ["compute", "idle"].contains($0.category) && $0.unit == "h" }
    let isOnDemand = placed.sites.first?.purchase == .onDemand
    let price = paid.reduce(0) { $0 + $1.perMonth.double }
    return [
      PlacementDetail("hours_off", off, "h", "a month outside its schedule"),
      PlacementDetail(
        "off_hours_saving", isOnDemand ? price / service.onHours * off : 0, "USD",
        isOnDemand ? "of its machines a month, against leaving them on" : "reserved machines are paid all the time"),
    ]
  }

  // MARK: Load that cannot be foretold

  /// Reference cores busy at once in the busy hour, by quantile: mean a, variance a(1 + ca2)/2, a normal law.
  private func capacity(_ service: ServiceProblem, _ load: LoadFigures?) -> [PlacementDetail] {
    guard let load, load.peak > 0, service.cpuSeconds > 0 else { return [] }
    let factor = service.burst?.factor ?? 1
    let mean = load.peak * service.cpuSeconds
    let deviation = (mean * (1 + service.ca2) / 2).squareRoot()
    let why =
      "cores at work at once in the busy hour, arrivals of squared variation \(Money(service.ca2).formatted(places: 2))"
    return [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)].map { name, quantile in
      PlacementDetail("capacity_\(name)", mean + max(0, Normal.quantile(quantile)) * deviation, "", why)
    } + (factor > 1 ? [PlacementDetail("capacity_burst", mean * factor, "", "cores at work in a burst")] : [])
  }

  /// What machines that follow a sine-shaped day would save, with the headroom that starting one takes.
  private func elasticity(
    _ service: ServiceProblem, _ placed: PlacedWorkload, _ load: LoadFigures?
  ) -> [PlacementDetail] {
    guard let load, load.mean > 0, load.peak > load.mean, [.vm, .containers].contains(placed.form),
      let site = placed.sites.first, site.count > site.zones, site.purchase == .onDemand
    else { return [] }
    let lag = planner.parameters.bootSeconds + service.startSeconds
    let kept = Self.elasticShare(
      mean: load.mean, peak: load.peak, count: site.count, least: site.zones, lagSeconds: lag)
    let price = placed.lines.reduce(0) {
      ["compute", "idle"].contains($1.category) && $1.unit == "h" ? $0 + $1.perMonth.double : $0
    }
    return [
      PlacementDetail(
        "elastic_saving", price * (1 - kept), "USD",
        "a month if machines followed a sine-shaped day, started \(Money(lag).formatted(places: 0)) s ahead; "
          + "at best \(Money((1 - load.mean / load.peak) * 100).formatted(places: 1)) %")
    ]
  }

  /// Share of the machine hours of a fleet sized for the peak that one which follows the day needs.
  ///
  /// - Parameters:
  ///   - least: machines that always run.
  ///   - lagSeconds: until a new machine serves; the load then is what is provided for.
  static func elasticShare(mean: Double, peak: Double, count: Int, least: Int, lagSeconds: Double) -> Double {
    guard count > 0, peak > 0 else { return 1 }
    let steps = 1440
    var sum = 0.0
    for step in 0..<steps {
      // The larger of now and of when a machine started now would serve.
      let needed =
        [0, lagSeconds / 86_400].map { ahead -> Double in
          let angle = 2 * Double.pi * (Double(step) / Double(steps) + ahead)
          return mean + (peak - mean) * Elementary.sin(angle)
        }.max() ?? peak
      sum += min(Double(count), max(Double(least), (needed / peak * Double(count) - 1e-9).rounded(.up)))
    }
    return sum / Double(steps) / Double(count)
  }

  // MARK: Mesh

  /// The plan without sidecars; `nil` without a mesh.
  private func withoutMesh() -> [WorkloadResult]? {
    var bare = problem
    var hasMesh = false
    for index in bare.workloads.indices {
      guard case .service(let service) = bare.workloads[index].kind, service.sidecar != nil else { continue }
      hasMesh = true
      bare.workloads[index].kind = .service(service.withoutSidecar)
    }
    return hasMesh ? planner.brief(bare, market) : nil
  }

  private func mesh(
    _ service: ServiceProblem, _ chosen: PlacedWorkload, _ bare: PlacedWorkload
  ) -> (details: [PlacementDetail], sentence: String) {
    let extra = chosen.perMonth - bare.perMonth
    let share = service.cpuSeconds > 0 ? (service.sidecar?.cpuSeconds ?? 0) / service.cpuSeconds : 0
    var details = [
      PlacementDetail("mesh_cost", extra.double, "USD", "a month, against the cheapest placement without sidecars"),
      PlacementDetail("mesh_cpu", share, "ratio", "of the CPU time of a request is the sidecar's"),
    ]
    var words = "Its sidecar costs \(extra.formatted(places: 2)) USD a month"
    if let late = bare.measured(isChosen: true).latency?.total.p99, let p99 = chosen.latency?.total.p99 {
      details.append(PlacementDetail("mesh_latency_p99", p99 - late, "s", "of its p99, against the same plan without"))
      words += " and \(Money((p99 - late) * 1000).formatted(places: 1)) ms of p99"
    }
    let services = problem.workloads.filter { $0.kindName == "service" }.count
    let rule =
      services < 10
      ? "with \(services) services only encryption between them warrants it" : "\(services) services share it"
    return (details, "\(words); \(rule).")
  }

  // MARK: Retries

  /// Load that retries add, success they gain, and what they do when the callee is down.
  private func retries(
    _ workload: WorkloadProblem, _ results: [WorkloadResult], _ loads: [String: LoadFigures]
  ) -> (details: [PlacementDetail], warnings: [String]) {
    let failure = planner.parameters.callFailureRatio
    var details: [PlacementDetail] = []
    var warnings: [String] = []
    for call in workload.calls where call.retries > 0 {
      let attempts = Double(call.retries + 1)
      let name = call.to.split(separator: "-").joined(separator: "_")
      details.append(
        PlacementDetail(
          "retry_load_\(name)", Retries.load(failure: failure, attempts: attempts), "",
          "attempts for a call, of which one in \(JSON.text(of: (1 / failure).rounded())) fails in passing"))
      details.append(
        PlacementDetail(
          "retry_success_\(name)", Retries.success(failure: failure, attempts: attempts), "ratio",
          "of the calls, with \(call.retries) retries; an outage gains nothing by them"))
      guard let callee = results.first(where: { $0.name == call.to })?.chosen, let busy = callee.utilization,
        let load = loads[call.to], load.mean > 0
      else { continue }
      // Of the callee's load, only what this workload sends is multiplied.
      let mine = load.fromCalls.filter { $0.caller == workload.name }.reduce(0) { $0 + $1.rate } / load.mean
      let stormy = busy * (1 + mine * (attempts - 1))
      details.append(
        PlacementDetail(
          "retry_storm_\(name)", stormy, "ratio",
          stormy >= 1
            ? "of \(call.to)'s capacity when every attempt fails: overload feeds itself"
            : "of \(call.to)'s capacity when every attempt fails: it recovers"))
      if stormy >= 1 {
        warnings.append(
          "Retries to \(call.to) can keep it overloaded: \(call.retries) of them make \(Money(stormy * 100).formatted(places: 0))"
            + " % of its capacity when all fail; back off, or allow fewer.")
      }
    }
    return (details, warnings)
  }
}
