import Formulas
import Foundations
import Placement

/// Fleets of served models: count, availability, cost lines, figures to show.
extension InferenceSearch {
  /// Machines beyond which a fleet is no answer any more.
  private static let largestFleet = 100_000.0

  /// The smallest fleet of an option that keeps every objective, priced.
  func place(_ option: Option, _ ways: Ways, zones: Int, rateLimit: Double) -> Result<Placed, Miss> {
    let perMachine = Double(option.copiesPerMachine)
    let asked = max(peak / rateLimit, target / (busiest * option.copy.saturation)) / perMachine
    let wanted = max(Double(zones), (asked * (1 - 1e-9)).rounded(.up), 1)
    guard wanted <= InferenceSearch.largestFleet else {
      return .failure(
        Miss(
          rejection: Rejection(
            constraint: "capacity", value: wanted, limit: InferenceSearch.largestFleet, by: "machines")))
    }
    var count = Int(wanted)
    if let pinned = workload.place.pinnedCount {
      guard pinned >= count else {
        return .failure(Miss(rejection: pinnedMiss(option, pinned, zones: zones, wanted: count)))
      }
      count = pinned
    }
    let figures = context.reliability
    let needed = min(count, max(1, Int((peak / (0.99 * option.copy.saturation * perMachine)).rounded(.up))))
    if ways.isForCallers { count = max(count, needed + 1) }
    let balancer = isAddressedDirectly ? 1 : figures.loadBalancer
    func own(_ count: Int) -> Double { figures.fleet(needed: needed, count: count, zones: zones) * balancer }
    if let target = workload.target("availability") {
      var extra = 0
      while own(count) * dependencies < target, extra < max(4, needed), workload.place.pinnedCount == nil {
        extra += 1
        count += 1
      }
      let reached = own(count) * dependencies
      if reached < target {
        return .failure(
          Miss(
            rejection: Rejection(
              constraint: "availability", value: reached, limit: target, unit: "ratio", by: ways.topology.rawValue)))
      }
    }
    // The search composes coarsely; what is printed must keep the objective too.
    var state: ServedCopy.State?
    for _ in 0..<8 {
      state = option.copy.state(rate: peak / (Double(count) * perMachine))
      guard let found = state, workload.place.pinnedCount == nil,
        missedLimit(found, cells: PathModel.printedCells, isForCallers: ways.isForCallers) != nil
      else { break }
      count += 1
    }
    guard let state else {
      return .failure(
        Miss(rejection: Rejection(constraint: "capacity", by: "the fleet of \(count) \(option.offer.machine)")))
    }
    let book = priced(option, count: count, zones: zones)
    if let unknown = book.unknown {
      return .failure(Miss(rejection: Rejection(constraint: "price-unknown", by: unknown)))
    }
    return .success(
      placed(option, ways, state, book, count: count, zones: zones, own: own(count), rateLimit: rateLimit))
  }

  private func pinnedMiss(_ option: Option, _ pinned: Int, zones: Int, wanted: Int) -> Rejection {
    guard pinned >= zones else {
      return Rejection(
        constraint: "topology", value: Double(pinned), limit: Double(zones), by: "\(zones) zones need a machine each")
    }
    let rate = peak / (Double(pinned) * Double(option.copiesPerMachine))
    if let state = option.copy.state(rate: rate), var missed = missedLimit(state, cells: PathModel.printedCells) {
      missed.by = "the fleet of \(pinned)"
      return missed
    }
    let carried = throughput(option.copy, copies: Double(pinned) * Double(option.copiesPerMachine))
    if let missed = workload.missedThroughput(carried, by: "the fleet of \(pinned)") { return missed }
    return Rejection(
      constraint: "utilization", value: rate / option.copy.saturation, limit: busiest, unit: "ratio",
      by: "the fleet of \(pinned)")
  }

  /// Requests a second, answered by the cache or not, that keep the busy share at its limit.
  func throughput(_ copy: ServedCopy, copies: Double) -> Double {
    busiest * copy.saturation * copies / (1 - inference.cacheHits)
  }

  // MARK: Cost

  /// Specialists sell no balancers; copies are addressed by the caller.
  private var isAddressedDirectly: Bool { context.provider == "lambda" }

  private func priced(_ option: Option, count: Int, zones: Int) -> CostBook {
    let parameters = context.parameters
    var book = CostBook(problem: context.problem, parameters: parameters)
    let share = mean / (Double(count * option.copiesPerMachine) * option.copy.saturation)
    book.machines(option.offer, purchase: option.purchase, count: count, busyShare: min(1, share))
    let disk = parameters.bootDiskGB + 2 * weightBytes(option) * Double(option.copiesPerMachine) / 1e9
    if !isAddressedDirectly {
      book.add(
        "storage", "disks: system and two versions of the model", quantity: disk * Double(count),
        meter: context.meter(.blockStorageGBMonth))
    }
    addFixed(to: &book, zones: zones)
    let hours = hours(option.gpu == nil ? .vm : .gpuServing)
    book.labour(
      option.gpu == nil ? "running the machines" : "running the pool",
      hours: hours.fixed + hours.perInstance * Double(count))
    addRetraining(to: &book, option, count: count)
    return book
  }

  func weightBytes(_ option: Option) -> Double {
    if case .language(let shape, _, _, _) = option.model.work { return shape.weightBytes(option.format) }
    return 0.5e9
  }

  /// Each new version runs beside the old one until a drop of quality would be seen.
  private func addRetraining(to book: inout CostBook, _ option: Option, count: Int) {
    guard let every = inference.retrainSeconds, every > 0, mean > 0 else { return }
    let times = CostBook.hoursPerMonth * 3600 / every
    book.add(
      "compute", "canary of each new version", quantity: canaryHours(count) * times, unit: "h",
      price: context.problem.price(of: option.offer, option.purchase), source: option.offer.source)
    book.labour("promoting new versions", hours: 2 * times)
  }

  /// What a fleet pays whatever its machines: balancer, traffic, log of requests.
  private func addFixed(to book: inout CostBook, zones: Int) {
    let seconds = CostBook.hoursPerMonth * 3600
    let bytesPerSecond = load.mean * (inference.requestBytes + inference.responseBytes)
    if !isAddressedDirectly {
      book.add("requests", "load balancer", quantity: CostBook.hoursPerMonth, meter: context.meter(.loadBalancerHour))
      book.add(
        "requests", "load balancer capacity", quantity: max(load.peak / 25, bytesPerSecond * 3600 / 1e9) * 730,
        meter: context.meter(.loadBalancerCapacityHour))
      book.add(
        "storage", "log of requests, a month", quantity: load.mean * inference.logBytes * seconds / 1e9,
        meter: context.meter(.objectStorageGBMonth))
    }
    let outGB = inference.ownRate * inference.responseBytes * seconds / 1e9
    if outGB > 0 {
      let traffic = context.market.internetTraffic(
        provider: context.provider, region: context.region, gigabytes: outGB)
      book.add(
        "traffic", "to the internet", quantity: outGB, unit: "GB",
        price: traffic.map { Money($0.total.double / outGB) },
        source: traffic?.source ?? "")
    }
    addCache(to: &book)
    if zones > 1 {
      book.add(
        "traffic", "between zones", quantity: bytesPerSecond * seconds / 1e9 * 0.5, meter: context.meter(.crossZoneGB))
    }
  }

  func fixedCost(zones: Int, form: PlacementForm) -> (total: Double, unknown: String?) {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    addFixed(to: &book, zones: zones)
    let labour = hours(form).fixed * context.problem.hourlyLabour(context.parameters).double
    return (book.total + labour, book.unknown)
  }

  // MARK: Result

  private func placed(
    _ option: Option, _ ways: Ways, _ state: ServedCopy.State, _ book: CostBook, count: Int, zones: Int, own: Double,
    rateLimit: Double
  ) -> Placed {
    let copies = Double(count * option.copiesPerMachine)
    let busy = peak / (copies * option.copy.saturation)
    let path = inside(state.whole)
    let cold = ModelLoading().coldStart(weightBytes: weightBytes(option))
    var placed = PlacedWorkload(
      model: ways.form == .vm ? .cloud : .gpu, form: ways.form, topology: ways.topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: zones, machine: option.offer.machine,
          count: count, purchase: option.purchase)
      ], lines: book.lines, utilization: busy, headroom: 1 - busy, availability: own * dependencies,
      ownAvailability: own, rto: zones > 1 ? 30 : cold, rpo: 0)
    placed.path = outside(path)
    placed.firstTokenPath = state.first.map { outside(inside($0)) }
    placed.perTokenPath = state.further
    placed.throughput = throughput(option.copy, copies: copies)
    complete(&placed, state.whole)
    if let intensity = context.facts.carbonIntensity, let gpu = option.gpu, let watts = gpu.watts {
      let each = option.offer.vcpus * context.parameters.wattsPerVCPU + watts * gpu.share * Double(option.gpuCount)
      placed.carbonKilograms = each * Double(count) * 0.73 * intensity
    }
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.details = operations(option, state, count: count, perMonth: placed.perMonth.double) + cacheDetails
    placed.serving = serving(option, state, copies: copies, rateLimit: rateLimit, cold: cold)
    return Placed(workload: placed, path: path)
  }

  private func serving(
    _ option: Option, _ state: ServedCopy.State, copies: Double, rateLimit: Double, cold: Double
  ) -> ServingFigures {
    var prefix = 0.0
    if case .language(_, let input, let shared, _) = option.model.work { prefix = shared / input }
    var figures = ServingFigures(
      model: option.model.name, gpu: option.gpu?.label, precision: option.gpu == nil ? nil : option.format.rawValue,
      tensorParallel: option.gpu == nil ? nil : option.ways, copies: Int(copies), batch: state.batch,
      capacityPerSecond: state.capacity * copies, rateLimit: rateLimit, cacheHits: inference.cacheHits,
      prefixShare: prefix, coldStartSeconds: cold, quality: option.model.quality, perTokenBand: 0.3, costBand: 0.3)
    switch option.copy.engine {
    case .tokens(let served):
      figures.batchLimit = served.group.batchLimit
      figures.perTokenBand = served.group.perTokenBand
      figures.costBand = served.group.throughputBand
    case .batches(let server):
      figures.batchLimit = Double(server.limit)
      let isOwn = !option.model.measured.isEmpty
      let band = isOwn ? 0.1 : option.gpu?.share ?? 1 < 1 ? 0.5 : 0.35
      figures.perTokenBand = band
      figures.costBand = band
    }
    if inference.driftCheckSeconds != nil || inference.retrainSeconds != nil {
      figures.driftRequests = DriftTest().requests
      figures.driftSeconds = mean > 0 ? DriftTest().seconds(rate: mean) : nil
    }
    figures.firstToken = state.first.map { PathModel.figures($0, cells: PathModel.alternativeCells) }
    figures.perToken = state.further.map { PathModel.figures($0, cells: PathModel.alternativeCells) }
    return figures
  }
}
