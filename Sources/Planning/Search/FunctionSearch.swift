import Formulas
import Foundations
import Placement

/// A service as functions of the region's provider: paid by request and by memory in time.
///
/// More memory brings a larger part of a vCPU; the cheapest size that keeps every objective is taken.
/// Waiting for calls is paid like working.
struct FunctionSearch: FormSearch {
  /// The same service on machines, for its network and its calls.
  let base: ServiceSearch
  /// Hours of labour a month [A].
  static let labourHours = 2.0

  private var context: RegionContext { base.context }
  private var workload: WorkloadProblem { base.workload }
  private var service: ServiceProblem { base.service }
  private var load: LoadFigures { base.load }
  private var platform: FunctionPlatform? { FunctionPlatform.of(context.provider) }

  var candidates: Int { platform?.memories(need: service.memoryBytes).count ?? 0 }

  var bound: Double {
    guard let platform, misfit(platform) == nil else { return .infinity }
    // What no memory changes is added up once.
    let shared = shared(platform)
    return platform.memories(need: service.memoryBytes).reduce(.infinity) { least, memory in
      var book = shared
      addTime(to: &book, memory: memory, seconds: workSeconds(platform, memory) + leastWaiting)
      return book.unknown == nil ? min(least, book.total * (1 - 1e-9)) : least
    }
  }

  /// Seconds that every request waits whatever is called: off the CPU, and on the way to each callee and back.
  private var leastWaiting: Double {
    workload.calls.reduce(service.offCPUSeconds) { sum, call in
      guard call.isNeeded, call.times > 0 else { return sum }
      let times = call.isParallel ? min(call.times, 1) : min(call.times, 64)
      return sum + (1 - call.cachedShare) * times * context.parameters.crossZoneSeconds
    }
  }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    var empty = PlacedWorkload(
      model: .cloud, form: .functions, topology: .multiZone,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: 3, machine: nil, count: 0, purchase: .onDemand)
      ], lines: [])
    guard let platform else { return FormOutcome() }
    empty.availability = platform.availability
    if let rejection = misfit(platform) { return .missed(empty, rejection) }
    let search = base.with(callees: callees)
    let waiting = PathModel.cumulants(.series(search.callHops)).mean
    let own = platform.availability
    let available = own * search.dependencies
    let sizes = platform.memories(need: service.memoryBytes)
    if let unknown = book(platform, memory: sizes[0], seconds: waiting).unknown {
      return .missed(empty, Rejection(constraint: "price-unknown", by: unknown))
    }
    func trial(_ index: Int) -> Trial { self.trial(platform, memory: sizes[index], waiting: waiting, search) }
    // More memory is never slower; without waiting it is never dearer either.
    let largest = trial(sizes.count - 1)
    let unavailable = workload.missedAvailability(available, by: platform.name)
    if let rejection = Rejection.furthest(unavailable, miss(platform, largest)) { return .missed(empty, rejection) }
    var best = largest
    if waiting > 0 {
      var (low, high) = (-1, sizes.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        let next = trial(middle)
        if isFeasible(platform, next) { (high, best) = (middle, next) } else { low = middle }
      }
    }
    var placed = PlacedWorkload(
      model: .cloud, form: .functions, topology: .multiZone, sites: empty.sites,
      lines: book(platform, memory: best.memory, seconds: best.seconds).lines, availability: available,
      ownAvailability: own, rto: 0, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.path = best.path
    placed.details = details(platform, memory: best.memory, seconds: best.seconds, cold: best.cold)
    placed.throughput = throughput(platform, best)
    if !workload.completionLimits.isEmpty { placed.completion = best.completion }
    var outcome = FormOutcome.found(
      placed, path: best.inside, completion: workload.hasWorkAfterAnswer(search.callees) ? best.completion : nil)
    outcome.search.candidates = sizes.count
    outcome.search.evaluated = 1
    outcome.search.pruned = sizes.count - 1
    return outcome
  }

  // MARK: One size of memory

  private struct Trial {
    var memory: Double
    /// Mean seconds of a run, waiting included.
    var seconds: Double
    /// Share of cold starts.
    var cold: Double
    /// A run, without its start.
    var run: PathNode
    /// From the gateway, and from the users.
    var inside: PathNode
    var path: PathNode
    /// From accepted to the end of all that is set off.
    var completion: PathNode
  }

  private func trial(
    _ platform: FunctionPlatform, memory: Double, waiting: Double, _ search: ServiceSearch
  ) -> Trial {
    let seconds = workSeconds(platform, memory) + waiting
    let cold = ColdStarts.share(
      arrivalPerSecond: load.mean, serviceSeconds: seconds, keepSeconds: platform.keepSeconds)
    let run = PathNode.series([work(platform, memory)] + search.callHops)
    let inside = PathNode.series([start(platform, cold: cold), run])
    let done = search.with(callees: workload.done(search.callees))
    let broker = BrokerFigures()
    let completion = workload.completion(
      of: .series([start(platform, cold: cold), work(platform, memory)] + done.callHops), search.callees,
      deliverySeconds: broker.acknowledgeSeconds + broker.fetchSeconds
    ) { name, _ in .hop("to \(name)", .constant(context.parameters.crossZoneSeconds)) }
    return Trial(
      memory: memory, seconds: seconds, cold: cold, run: run, inside: inside,
      path: search.networkPath.map { .series([$0, inside]) } ?? inside, completion: completion)
  }

  private func isFeasible(_ platform: FunctionPlatform, _ trial: Trial) -> Bool {
    overrun(platform, seconds: trial.seconds, run: trial.run) == nil
      && workload.meetsLatency(trial.path) && missedWork(platform, trial) == nil
  }

  private func miss(_ platform: FunctionPlatform, _ trial: Trial) -> Rejection? {
    overrun(platform, seconds: trial.seconds, run: trial.run)
      ?? workload.missedLatency(
        trial.path, by: "\(platform.name) in \(context.region), \(percent(trial.cold)) % cold starts")
      ?? missedWork(platform, trial)
  }

  /// What goes on after the answer, and the rate at which the platform's limit is reached.
  private func missedWork(_ platform: FunctionPlatform, _ trial: Trial) -> Rejection? {
    workload.missedThroughput(throughput(platform, trial), by: "\(platform.name), concurrency")
      ?? workload.missedCompletion(trial.completion, by: platform.name)
  }

  private func throughput(_ platform: FunctionPlatform, _ trial: Trial) -> Double? {
    trial.seconds > 0 ? platform.concurrencyLimit / trial.seconds : nil
  }

  // MARK: Times

  /// Seconds of work of a request with the part of a vCPU that the memory brings.
  private func workSeconds(_ platform: FunctionPlatform, _ memory: Double) -> Double {
    service.cpuSeconds / (platform.speed * min(1, memory / platform.memoryPerCPU))
  }

  private func work(_ platform: FunctionPlatform, _ memory: Double) -> PathNode {
    .hop("\(workload.name) function", .time(mean: workSeconds(platform, memory), scv: service.cs2))
  }

  private func start(_ platform: FunctionPlatform, cold: Double) -> PathNode {
    let first = PathNode.series([
      .hop("cold start", .lognormal(mean: platform.coldSeconds, scv: platform.coldScv)),
      .hop("start of the program", .constant(service.startSeconds)),
    ])
    return .mixture([(cold, first), (1 - cold, .hop("warm", .constant(0)))])
  }

  private func percent(_ share: Double) -> String { Money(share * 100).formatted(places: 2) }

  // MARK: Limits

  private func misfit(_ platform: FunctionPlatform) -> Rejection? {
    if service.memoryBytes > platform.memoryLimit {
      return Rejection(
        constraint: "memory", value: service.memoryBytes, limit: platform.memoryLimit, unit: "B", by: platform.name)
    }
    let payload = max(service.requestBytes, service.responseBytes)
    if payload > platform.payloadLimit {
      return Rejection(
        constraint: "payload", value: payload, limit: platform.payloadLimit, unit: "B", by: platform.name)
    }
    return nil
  }

  private func overrun(_ platform: FunctionPlatform, seconds: Double, run: PathNode) -> Rejection? {
    // The slowest request in a thousand must still end in time.
    if seconds > platform.durationLimit / 50 {
      let longest = PathModel.percentile(0.999, run)
      if longest > platform.durationLimit {
        return Rejection(
          constraint: "duration", value: longest, limit: platform.durationLimit, unit: "s",
          by: "\(platform.name), p99.9 of a run")
      }
    }
    let together = load.peak * seconds
    guard together > platform.concurrencyLimit else { return nil }
    return Rejection(
      constraint: "concurrency", value: together, limit: platform.concurrencyLimit, by: "\(platform.name), busy hour")
  }

  // MARK: Price

  private func book(_ platform: FunctionPlatform, memory: Double, seconds: Double) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    addRequests(to: &book, platform)
    addTime(to: &book, memory: memory, seconds: seconds)
    addRest(to: &book)
    return book
  }

  private func shared(_ platform: FunctionPlatform) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters, hasLines: false)
    addRequests(to: &book, platform)
    addRest(to: &book)
    return book
  }

  private var requestsPerMonth: Double { load.mean * CostBook.hoursPerMonth * 3600 }

  private func addRequests(to book: inout CostBook, _ platform: FunctionPlatform) {
    book.add(
      "requests", book.hasLines ? "\(platform.name) requests" : platform.name, quantity: requestsPerMonth / 1e6,
      meter: context.meter(.functionRequestsPerMillion))
  }

  private func addTime(to book: inout CostBook, memory: Double, seconds: Double) {
    let item = book.hasLines ? "\(Int(memory / 1_048_576)) MB while running" : ""
    book.add(
      "compute", item,
      quantity: requestsPerMonth * seconds * memory / 1_073_741_824, meter: context.meter(.functionGBSecond))
  }

  private func addRest(to book: inout CostBook) {
    base.addTraffic(to: &book)
    book.labour("looking after the functions", hours: FunctionSearch.labourHours)
  }

  private func details(
    _ platform: FunctionPlatform, memory: Double, seconds: Double, cold: Double
  ) -> [PlacementDetail] {
    [
      PlacementDetail("platform", nil, "", "functions of the provider", text: platform.name),
      PlacementDetail("memory", memory, "B", "of an instance; brings \(share(memory, platform)) of a vCPU"),
      PlacementDetail("cold_starts", cold, "ratio", "of the requests, at the mean rate"),
      PlacementDetail(
        "concurrency", load.peak * seconds, "",
        "requests at the same time in the busy hour; the limit is "
          + JSON.text(of: platform.concurrencyLimit)),
    ]
  }

  private func share(_ memory: Double, _ platform: FunctionPlatform) -> String {
    "\(Money(100 * min(1, memory / platform.memoryPerCPU)).formatted(places: 0)) %"
  }
}
