import Foundations
import Placement

/// What the workloads of a plan could share: servers of one region, accelerators, quiet hours.
struct PoolingStudy {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters
  /// Engineers that a shared platform takes [A].
  static let platformEngineers = 1.0

  /// Pools of two and more workloads that run the same way in the same region, in the order of the first.
  func pools(_ results: [WorkloadResult]) -> [PoolingFigures] {
    struct Part {
      var name: String
      var load: Double
      var units: Double
      var price: Double
    }
    var order: [String] = []
    var parts: [String: [Part]] = [:]
    for result in results {
      guard let chosen = result.chosen, let site = chosen.sites.first, site.provider != "fleet",
        let units = units(chosen, site), units.count > 0, let busy = chosen.utilization, busy > 0
      else { continue }
      let key = "\(units.name) in \(site.provider):\(site.region)"
      if parts[key] == nil { order.append(key) }
      let price = chosen.lines.reduce(0.0) {
        ["compute", "idle"].contains($1.category) ? $0 + $1.perMonth.double : $0
      }
      parts[key, default: []].append(
        Part(name: result.name, load: busy * units.count, units: units.count, price: price))
    }
    return order.compactMap { key in
      let members = parts[key] ?? []
      let units = members.reduce(0) { $0 + $1.units }
      guard units > 0 else { return nil }
      return PoolingFigures(
        what: key, loads: members.map { ($0.name, $0.load) },
        unitPrice: Money(members.reduce(0) { $0 + $1.price } / units),
        platform: Money(problem.money.engineerPerYear.double / 12 * Self.platformEngineers))
    }
  }

  /// What is pooled, and how many of it a placement has.
  private func units(_ placed: PlacedWorkload, _ site: Site) -> (name: String, count: Double)? {
    switch placed.form {
    case .gpuServing:
      guard let serving = placed.serving, let gpu = serving.gpu else { return nil }
      return ("copies on \(gpu)", Double(serving.copies))
    case .vm, .containers:
      guard placed.latency != nil || placed.path != nil, let offer = offer(site) else { return nil }
      return ("vCPUs of services", offer.vcpus * Double(site.count))
    case .reservedCluster:
      guard let offer = offer(site) else { return nil }
      return ("vCPUs of batch clusters", offer.vcpus * Double(site.count))
    default: return nil
    }
  }

  private func offer(_ site: Site) -> MachineOffer? {
    let offers = market.offers(provider: site.provider, region: site.region)
    return (0..<offers.count).first { offers.machine($0) == site.machine }.map { offers.offer($0) }
  }

  /// Jobs that may be stopped, on the machines of services in the hours when these are quiet.
  func fills(_ results: [WorkloadResult]) -> [FillFigures] {
    let loads = LoadModel.loads(problem)
    var found: [FillFigures] = []
    for workload in problem.workloads {
      guard case .batch(let batch) = workload.kind, batch.isRestartable, (batch.deadlineSeconds ?? 86_400) >= 8 * 3600,
        let jobs = results.first(where: { $0.name == workload.name })?.chosen
      else { continue }
      let price = jobs.lines.reduce(Money.zero) {
        ["compute", "idle"].contains($1.category) ? $0 + $1.perMonth : $0
      }
      let needed = batch.jobs * batch.coresPerJob * batch.runtimeSeconds / 3600 * batch.lotsPerMonth
      for other in problem.workloads {
        guard case .service(let service) = other.kind, service.onHours >= CostBook.hoursPerMonth,
          let host = results.first(where: { $0.name == other.name })?.chosen, [.vm, .containers].contains(host.form),
          let load = loads[other.name], load.peak > load.mean, let site = host.sites.first,
          let offer = offer(site), offer.vcpus >= batch.coresPerJob, offer.memoryBytes >= batch.memoryBytes,
          isAllowed(workload, site)
        else { continue }
        let free = (load.peak - load.mean) * service.cpuSeconds * CostBook.hoursPerMonth
        guard free > 0, needed > 0, price > .zero else { continue }
        found.append(
          FillFigures(host: other.name, filler: workload.name, free: free, needed: needed, price: price))
      }
    }
    return found
  }

  /// Data that must stay in an area stays there.
  private func isAllowed(_ workload: WorkloadProblem, _ site: Site) -> Bool {
    guard !workload.place.residency.isEmpty else { return true }
    let country = market.country(provider: site.provider, region: site.region)
    return workload.place.residency.contains { market.isCountry(country, in: $0) }
  }
}
