import CostSolver
import Formulas
import Foundations
import Placement

/// Searches model, format, accelerator, group size, machine, way of paying and count for a served model.
///
/// The largest rate that one copy takes within every objective is found by bisection (times grow with the
/// rate); the fleet is the peak over it. Candidates are visited by a bound that knows saturation alone, apart
/// for each accelerator, so that every accelerator's best is shown.
struct InferenceSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let inference: InferenceProblem
  let load: LoadFigures
  let copies: ServedCopies
  /// Network, calls and dependencies, as of any service.
  private var frame: ServiceSearch

  init(
    context: RegionContext, workload: WorkloadProblem, inference: InferenceProblem, load: LoadFigures,
    copies: ServedCopies
  ) {
    self.context = context
    self.workload = workload
    self.inference = inference
    self.load = load
    self.copies = copies
    let service = ServiceProblem(
      ownRate: inference.ownRate, peakFactor: inference.peakFactor, ca2: 1, cpuSeconds: 0, cs2: 1,
      offCPUSeconds: inference.besideSeconds, memoryBytes: 0, requestBytes: inference.requestBytes,
      responseBytes: inference.responseBytes)
    frame = ServiceSearch(context: context, workload: workload, service: service, load: load)
  }

  /// The same search with the workloads it calls settled.
  func with(callees: [String: CalleeState]) -> InferenceSearch {
    var search = self
    search.frame = frame.with(callees: callees)
    return search
  }

  /// Requests a second that reach the model in the busy hour, and on average.
  var peak: Double { load.peak * (1 - inference.cacheHits) }
  var mean: Double { load.mean * (1 - inference.cacheHits) }

  /// The stated throughput as it reaches the model; 0 when none is stated.
  var target: Double { workload.throughputTarget * (1 - inference.cacheHits) }

  /// Product of the availabilities of what it calls.
  var dependencies: Double { frame.dependencies }

  /// Busy share up to which a copy is used: 0.85, or what a study of fixed fleets allows.
  var busiest: Double { max(ServingCalibration().busiest, context.parameters.utilizationLimit) }

  // MARK: Candidates

  /// One way of serving on one machine.
  struct Option {
    var offer: MachineOffer
    var purchase: Purchase
    /// Accelerators of the machine; 0 on plain machines.
    var gpuCount: Int
    var gpu: AcceleratorFigures?
    var model: ServedModel
    var format: NumberFormat
    /// Accelerators of one copy.
    var ways: Int
    var copy: ServedCopy
    /// What the sizing depends on besides the region.
    var key: ServedCopies.Key
    var bound: Double

    /// Copies on one machine.
    var copiesPerMachine: Int { max(1, gpuCount / max(1, ways)) }
  }

  /// All options of one accelerator (or of plain machines) and topology, or what rules them all out.
  struct Ways {
    var name: String
    var form: PlacementForm
    var topology: Topology
    var options: [Option]
    var fixed: Double
    var unknown: String?
    var miss: Rejection?
    /// Whether it is made for its callers: one machine more than the load needs, and answers in time for
    /// their objectives. Dearer by itself, cheaper where a caller would miss an objective otherwise.
    var isForCallers = false

    /// The least any option can cost a month; infinite when there is none.
    var bound: Double { unknown == nil ? options.reduce(.infinity) { min($0, $1.bound) } : .infinity }
  }

  private var purchases: [Purchase] {
    if let pinned = workload.place.pinnedPurchase { return [pinned] }
    // Spot capacity of accelerators leaves a zone all at once; what users wait for is not put on it.
    return context.problem.money.purchases.filter { $0 != .spot }
  }

  /// Models good enough.
  private var models: [ServedModel] { inference.models.filter { qualityMiss($0.quality, $0.name) == nil } }

  /// Why a quality does not do; `nil` when it does.
  func qualityMiss(_ quality: Double?, _ name: String) -> Rejection? {
    guard let minimum = inference.minimumQuality else { return nil }
    guard let quality else {
      return Rejection(
        constraint: "quality", limit: minimum, unit: "ratio", by: "the quality of \(name) is not stated")
    }
    return quality < minimum
      ? Rejection(constraint: "quality", value: quality, limit: minimum, unit: "ratio", by: name) : nil
  }

  /// Every option of the region, by accelerator.
  func prepare(topologies: [Topology], models allowed: (PlacementForm, PlacementModel) -> Bool) -> [Ways] {
    var result: [Ways] = []
    for topology in topologies {
      let zones = topology == .multiZone ? 2 : 1
      let fixed = fixedCost(zones: zones, form: .gpuServing)
      if allowed(.gpuServing, .gpu) {
        for (name, offers) in accelerators() {
          var ways = Ways(
            name: name, form: .gpuServing, topology: topology, options: [], fixed: fixed.total, unknown: fixed.unknown)
          for offer in offers { add(offer, zones: zones, to: &ways) }
          // Once is enough to say that it does not fit.
          if topology != topologies.first { ways.miss = nil }
          if !ways.options.isEmpty || ways.miss != nil { result.append(ways) }
        }
      }
      if allowed(.vm, .cloud) { result += plain(topology, zones: zones) }
    }
    guard isCalled, workload.place.pinnedCount == nil else { return result }
    return result
      + result.filter { !$0.options.isEmpty }.map { ways in
        var mine = ways
        mine.isForCallers = true
        mine.miss = nil
        return mine
      }
  }

  /// What callers leave of their own objectives: limits on the answer as seen from the gateway. A tenth of a
  /// second and ten times their own CPU time are kept for them; what they need exactly is looked at jointly.
  private var callerLimits: [(objective: String, percentile: Double, seconds: Double)] {
    context.problem.workloads.flatMap { caller -> [(objective: String, percentile: Double, seconds: Double)] in
      let calls = caller.calls.filter {
        $0.to == workload.name && !$0.isAsynchronous && !$0.isOptional && $0.cachedShare == 0 && $0.times >= 1
      }
      guard let call = calls.first, case .service(let service) = caller.kind else { return [] }
      let times = call.isParallel ? 1 : call.times
      let own = 0.1 + 10 * service.cpuSeconds + service.offCPUSeconds
      return caller.objectives.compactMap { objective in
        guard let percentile = objective.percentile, objective.target.double > own else { return nil }
        return (objective.objective, percentile, (objective.target.double - own) / times)
      }
    }
  }

  /// Whether another workload's availability may depend on this one.
  private var isCalled: Bool {
    context.problem.workloads.contains { caller in
      caller.calls.contains { $0.to == workload.name && !$0.isAsynchronous && !$0.isOptional }
    }
  }

  private func accelerators() -> [(String, [AcceleratorOffer])] {
    var groups: [String: [AcceleratorOffer]] = [:]
    for offer in context.market.accelerators(provider: context.provider, region: context.region)
    where isPinned(offer.machine.machine) {
      groups[offer.gpu.name, default: []].append(offer)
    }
    return groups.sorted { $0.key < $1.key }
  }

  private func isPinned(_ machine: String) -> Bool {
    workload.place.pinnedMachine.map { $0 == machine || $0 == "\(context.provider):\(machine)" } ?? true
  }

  private func add(_ offer: AcceleratorOffer, zones: Int, to ways: inout Ways) {
    for model in models {
      for format in model.formats where isUsable(format, of: model, on: offer.gpu) {
        for size in groupSizes(offer, model) {
          switch copy(of: model, format, offer.gpu, size) {
          case .success(let copy)?:
            let key = ServedCopies.Key(
              workload: workload.name, model: model.name, hardware: offer.gpu.label, format: format, ways: size)
            for purchase in purchases {
              guard let price = context.problem.price(of: offer.machine, purchase)?.double, price > 0 else { continue }
              var option = Option(
                offer: offer.machine, purchase: purchase, gpuCount: offer.count, gpu: offer.gpu, model: model,
                format: format, ways: size, copy: copy, key: key, bound: 0)
              option.bound = bound(option, price, zones: zones, fixed: ways.fixed)
              ways.options.append(option)
            }
          case .failure(let miss)?:
            let need = miss.need
            if (ways.miss?.limit ?? 0) < need.available {
              ways.miss = Rejection(
                constraint: "memory", value: need.needed, limit: need.available, unit: "B",
                by: "\(model.name) in \(format.rawValue) on \(size) × \(offer.gpu.label)")
            }
          case nil: continue
          }
        }
      }
    }
  }

  /// A format left open is taken only where the accelerator multiplies in it.
  private func isUsable(_ format: NumberFormat, of model: ServedModel, on gpu: AcceleratorFigures) -> Bool {
    model.formats.count == 1 || gpu.multiplies(in: format)
  }

  private func groupSizes(_ offer: AcceleratorOffer, _ model: ServedModel) -> [Int] {
    guard case .language(let shape, _, _, _) = model.work, offer.gpu.link != nil else { return [1] }
    return [1, 2, 4, 8, 16].filter { $0 <= offer.count && offer.count % $0 == 0 && shape.heads % $0 == 0 }
  }

  func copy(
    of model: ServedModel, _ format: NumberFormat, _ gpu: AcceleratorFigures, _ ways: Int
  ) -> Result<ServedCopy, ServedCopies.MemoryMiss>? {
    if let times = model.measured.first(where: { $0.hardware == gpu.name }), gpu.share == 1 {
      return .success(batches(times.base, times.perItem, model))
    }
    switch model.work {
    case .language(let shape, let input, let prefix, let output):
      let key = ServedCopies.Key(
        workload: workload.name, model: model.name, hardware: gpu.label, format: format, ways: ways)
      return copies.language(key) {
        ServingGroup(
          model: shape, format: format, gpu: gpu, ways: ways, input: input, output: output, cachedInput: prefix)
      }
    case .operations(let flops, let bytes):
      if gpu.share < 1, let need = memoryNeed(flops, gpu) { return .failure(ServedCopies.MemoryMiss(need: need)) }
      let speed = NetworkSpeed(gpu: gpu, format: format, flops: flops, bytes: bytes)
      return .success(batches(speed.base, speed.perItem, model))
    case .times(let base, let perItem):
      // The times were not taken on a share.
      return gpu.share < 1 ? nil : .success(batches(base, perItem, model))
    case .measured: return nil
    }
  }

  /// What a network of that many operations needs, where a share of an accelerator has less.
  ///
  /// Weights: a byte for each 20 operations at least, as in convolutional networks, and 1 GB for the engine.
  private func memoryNeed(_ operations: Double, _ gpu: AcceleratorFigures) -> ServedCopies.MemoryNeed? {
    let needed = operations / 20 + 1e9
    return needed > 0.9 * gpu.memory ? ServedCopies.MemoryNeed(needed: needed, available: 0.9 * gpu.memory) : nil
  }

  private func batches(_ base: Double, _ perItem: Double, _ model: ServedModel) -> ServedCopy {
    ServedCopy(.batches(BatchServer(base: base, perItem: max(perItem, 1e-9), limit: min(model.batchLimit, 4096))))
  }

  /// Machines without accelerators on which the user measured the model.
  private func plain(_ topology: Topology, zones: Int) -> [Ways] {
    let fixed = fixedCost(zones: zones, form: .vm)
    var ways = Ways(
      name: "", form: .vm, topology: topology, options: [], fixed: fixed.total, unknown: fixed.unknown)
    let offers = context.offers
    for model in models {
      for times in model.measured where times.hardware.hasPrefix(context.provider + ":") {
        let name = String(times.hardware.dropFirst(context.provider.count + 1))
        guard isPinned(name), let index = (0..<offers.count).first(where: { offers.machine($0) == name }) else {
          continue
        }
        let copy = batches(times.base, times.perItem, model)
        for purchase in purchases {
          let offer = offers.offer(index)
          guard let price = context.problem.price(of: offer, purchase)?.double, price > 0 else { continue }
          var option = Option(
            offer: offer, purchase: purchase, gpuCount: 0, gpu: nil, model: model, format: .bf16, ways: 1, copy: copy,
            key: ServedCopies.Key(
              workload: workload.name, model: model.name, hardware: times.hardware, format: .bf16, ways: 1), bound: 0)
          option.bound = bound(option, price, zones: zones, fixed: fixed.total)
          ways.options.append(option)
        }
      }
    }
    return ways.options.isEmpty ? [] : [ways]
  }

  /// Never above the true cost: the machines that saturation alone demands.
  private func bound(_ option: Option, _ usdPerHour: Double, zones: Int, fixed: Double) -> Double {
    let perMachine = busiest * option.copy.saturation * Double(option.copiesPerMachine)
    let needed = (max(peak, target) / perMachine * (1 - 1e-9)).rounded(.up)
    let count = max(Double(zones), needed, 1, workload.place.pinnedCount.map(Double.init) ?? 1)
    let labour =
      hours(option.gpu == nil ? .vm : .gpuServing).perInstance * context.problem.hourlyLabour(context.parameters).double
    return (count * (usdPerHour * CostBook.hoursPerMonth + labour) + fixed) * (1 - 1e-9)
  }

  /// Hours of labour a month, fixed and for each machine.
  func hours(_ form: PlacementForm) -> (fixed: Double, perInstance: Double) {
    form == .vm ? context.parameters.vmHours : context.parameters.gpuHours
  }

  // MARK: Optimum

  /// The exact optimum over the options of one accelerator and topology.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ ways: Ways, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard ways.options.isEmpty || ways.bound <= cutoff else { return outcome }
    outcome.search.candidates = ways.options.count
    guard !ways.options.isEmpty else {
      outcome.miss = ways.miss.map { missed(ways, nil, $0) }
      return outcome
    }
    if let unknown = ways.unknown {
      outcome.search.priceUnknown = ways.options.count
      outcome.miss = missed(ways, ways.options[0], Rejection(constraint: "price-unknown", by: unknown))
      return outcome
    }
    let zones = ways.topology == .multiZone ? 2 : 1
    let idle = PathNode.hop("", .constant(0))
    let around: PathNode =
      workload.completionLimits.isEmpty
      ? outside(inside(idle)) : .series([outside(inside(idle)), completionPath(idle)])
    var found: [Int: Placed] = [:]
    var nearest: (option: Option, rejection: Rejection)?
    let (winner, _, evaluated) = LowerBoundOrder.cheapest(
      bounds: ways.options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
    ) { index in
      let option = ways.options[index]
      let limit = copies.rate(.init(copy: option.key, around: around, isForCallers: ways.isForCallers)) {
        rateLimit(option.copy, isForCallers: ways.isForCallers)
      }
      switch limit.flatMap({ place(option, ways, zones: zones, rateLimit: $0) }) {
      case .success(let placed):
        found[index] = placed
        return placed.workload.perMonth.double
      case .failure(let miss):
        if nearest == nil || distance(miss.rejection) < distance(nearest?.rejection) {
          nearest = (option, miss.rejection)
        }
        return nil
      }
    }
    outcome.search.evaluated = evaluated
    outcome.search.pruned = ways.options.count - evaluated
    if let winner, let placed = found[winner] {
      outcome.placed = placed.workload
      outcome.path = placed.path
      outcome.completion = hasWorkAfterAnswer ? placed.workload.completion : nil
    } else if let nearest {
      outcome.miss = missed(ways, nearest.option, nearest.rejection)
    }
    return outcome
  }

  /// A placement with the path that callers see.
  struct Placed {
    var workload: PlacedWorkload
    var path: PathNode
  }

  /// Why an option does not do.
  struct Miss: Error {
    var rejection: Rejection
  }

  private func distance(_ rejection: Rejection?) -> Double {
    guard let value = rejection?.value, let limit = rejection?.limit, value > 0, limit > 0 else { return .infinity }
    return max(value / limit, limit / value)
  }

  private func missed(_ ways: Ways, _ option: Option?, _ rejection: Rejection) -> PlacedWorkload {
    var placed = PlacedWorkload(
      model: ways.form == .vm ? .cloud : .gpu, form: ways.form, topology: ways.topology,
      sites: [
        Site(
          provider: context.provider, region: context.region, zones: ways.topology == .multiZone ? 2 : 1,
          machine: option?.offer.machine, count: 0, purchase: option?.purchase ?? .onDemand)
      ], lines: [])
    placed.rejected = rejection
    placed.serving = ServingFigures(
      model: option?.model.name ?? models.first?.name ?? "", gpu: ways.name.isEmpty ? nil : ways.name,
      precision: option?.format.rawValue, copies: 0, cacheHits: inference.cacheHits, prefixShare: 0, perTokenBand: 0,
      costBand: 0)
    return placed
  }

  // MARK: Objectives

  /// Limits on the whole answer, and on the times of tokens.
  private var wholeLimits: [(percentile: Double, seconds: Double)] {
    workload.objectives.compactMap { objective in
      objective.percentile.map { ($0, objective.target.double) }
    }
  }

  /// From the gateway: calls, work beside the model, then cache or model.
  func inside(_ served: PathNode) -> PathNode {
    .series(frame.callHops + inference.answered(served))
  }

  /// From accepted to the end of all that a request sets off.
  func completionPath(_ served: PathNode) -> PathNode {
    let callees = frame.callees
    let isLater = callees.contains { $0.value.completion != nil }
    let done = isLater ? with(callees: workload.done(callees)) : self
    let broker = BrokerFigures()
    return workload.completion(
      of: done.inside(served), callees, deliverySeconds: broker.acknowledgeSeconds + broker.fetchSeconds
    ) { name, _ in .hop("to \(name)", .constant(context.parameters.crossZoneSeconds)) }
  }

  /// The completion of a placement, for its objectives and for its callers.
  func complete(_ placed: inout PlacedWorkload, _ served: PathNode) {
    guard !workload.completionLimits.isEmpty || workload.hasWorkAfterAnswer(frame.callees) else { return }
    placed.completion = completionPath(served)
  }

  /// Whether callers wait for more than the answer when they ask when it is done.
  var hasWorkAfterAnswer: Bool { workload.hasWorkAfterAnswer(frame.callees) }

  /// From the user's device and back.
  func outside(_ path: PathNode) -> PathNode { frame.networkPath.map { .series([$0, path]) } ?? path }

  /// The first objective that a copy misses under a rate; `nil` when it keeps all.
  func missedLimit(_ state: ServedCopy.State, cells: Int, isForCallers: Bool = false) -> Rejection? {
    func percentile(_ p: Double, _ path: PathNode) -> Double {
      cells <= InferenceSearch.searchCells
        ? LatencyPath.estimate(of: PathModel.hops(path, cells: cells), cells: cells).percentile(p)
        : PathModel.percentile(p, path)
    }
    for objective in workload.objectives {
      guard let token = TokenObjective(objective.objective) else { continue }
      let path = token.time == .first ? state.first.map { outside(inside($0)) } : state.further
      guard let path, !isFarBelow(path, token.percentile, objective.target.double) else { continue }
      let value = percentile(token.percentile, path)
      if value > objective.target.double {
        return Rejection(
          constraint: objective.objective, value: value, limit: objective.target.double, unit: "s", by: "")
      }
    }
    if isForCallers {
      let whole = inside(state.whole)
      for limit in callerLimits where !isFarBelow(whole, limit.percentile, limit.seconds) {
        let value = percentile(limit.percentile, whole)
        if value > limit.seconds {
          return Rejection(
            constraint: limit.objective, value: value, limit: limit.seconds, unit: "s", by: "its callers")
        }
      }
    }
    let whole = outside(inside(state.whole))
    for limit in wholeLimits where !isFarBelow(whole, limit.percentile, limit.seconds) {
      let value = percentile(limit.percentile, whole)
      if value > limit.seconds {
        return Rejection(
          constraint: "latency.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds, unit: "s",
          by: "")
      }
    }
    let limits = workload.completionLimits
    if !limits.isEmpty {
      let done = completionPath(state.whole)
      for limit in limits where !isFarBelow(done, limit.percentile, limit.seconds) {
        let value = percentile(limit.percentile, done)
        if value > limit.seconds {
          return Rejection(
            constraint: "completion.p\(PathModel.label(limit.percentile))", value: value, limit: limit.seconds,
            unit: "s", by: "")
        }
      }
    }
    return nil
  }

  /// Whether Cantelli's inequality alone keeps a limit.
  private func isFarBelow(_ path: PathNode, _ p: Double, _ limit: Double) -> Bool {
    let sum = PathModel.cumulants(path)
    let t = limit - sum.mean
    return t > 0 && sum.variance / (sum.variance + t * t) <= 1 - p
  }

  static let searchCells = 256

  /// The largest rate that one copy takes within every objective, or what an idle one misses.
  func rateLimit(_ copy: ServedCopy, isForCallers: Bool) -> Result<Double, Miss> {
    let top = busiest * copy.saturation
    func missed(_ rate: Double) -> Rejection? {
      guard let state = copy.state(rate: rate) else {
        return Rejection(constraint: "capacity", value: rate, limit: copy.saturation, unit: "1/s")
      }
      return missedLimit(state, cells: InferenceSearch.searchCells, isForCallers: isForCallers)
    }
    if missed(top) == nil { return .success(top) }
    if var rejection = missed(top * 1e-6) {
      rejection.by = "one request alone"
      return .failure(Miss(rejection: rejection))
    }
    var (low, high) = (top * 1e-6, top)
    for _ in 0..<18 {
      let middle = 0.5 * (low + high)
      if missed(middle) == nil { low = middle } else { high = middle }
    }
    return .success(low)
  }
}
