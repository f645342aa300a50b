import Formulas
import Foundations
import Placement

/// Models that share accelerators instead of having some each: one pool of machines, each of which holds them all.
///
/// Accelerators are shared by time. A model that is alone for a share 1 − ρ of the time takes 1/(1 − ρ) times as
/// long, ρ what the others take; what nobody waits for counts with its mean, as it fills the hours off peak.
struct ServingPool {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters
  /// Most of an accelerator's time that all models together may take, and of its memory.
  static let limits = (busy: 0.7, memory: 0.9)
  /// Machines beyond which nothing is pooled.
  private static let mostMachines = 256

  /// A model that is served now, with what the pool must know of it.
  private struct Member {
    var result: WorkloadResult
    var search: InferenceSearch
    var inference: InferenceProblem
    var model: ServedModel
    var format: NumberFormat
    /// Requests a second that the pool must carry.
    var rate: Double
  }

  /// One kind of machine that holds all members.
  private struct Pool {
    var count: Int
    var machine: MachineOffer
    var compute: Double
    var labour: Double
    var busy: Double
    var memory: (needed: Double, available: Double)
  }

  /// B10: what looking after the pool may cost for sharing to pay.
  func figure(_ name: String, _ results: [WorkloadResult]) -> BreakEvenFigure? {
    let members = members(results)
    guard members.count > 1, members.contains(where: { $0.result.name == name }) else { return nil }
    let silo = members.reduce((compute: 0.0, labour: 0.0)) { sum, member in
      let lines = member.result.chosen?.lines ?? []
      func total(_ keep: (CostLine) -> Bool) -> Double { lines.reduce(0) { keep($1) ? $0 + $1.perMonth.double : $0 } }
      return (
        sum.compute + total { ["compute", "idle"].contains($0.category) && $0.item.contains(" × ") },
        sum.labour + total { $0.item == "running the pool" }
      )
    }
    let names = members.map(\.result.name).joined(separator: " and ")
    let (pool, miss) = best(members)
    guard let pool else {
      return BreakEvenFigure(
        rule: "B10", question: "\(names) pay together on the same accelerators", value: nil, now: nil, unit: "USD",
        holds: false, why: miss)
    }
    // Margin without looking after it is what that may cost.
    let value = BreakEven.pooling(
      siloUnits: silo.compute + silo.labour, pooledUnits: pool.compute, unitPrice: 1, platform: 0)
    return BreakEvenFigure(
      rule: "B10", question: "\(names) share accelerators where looking after the pool costs less a month than",
      value: max(0, value), now: pool.labour, unit: "USD", holds: pool.labour < value,
      why: "\(pool.count) × \(pool.machine.machine) at \(text(pool.compute)) USD instead of "
        + "\(text(silo.compute + silo.labour)) USD apart; together they take \(percent(pool.busy)) % of the time and "
        + "\(Figures.size(pool.memory.needed)) of \(Figures.size(pool.memory.available)) of each accelerator")
  }

  private func text(_ value: Double) -> String { Money(value).formatted(places: 2) }
  private func percent(_ share: Double) -> String { Money(share * 100).formatted(places: 1) }

  // MARK: Members

  /// The models on own accelerators, one each, in the region of the first.
  private func members(_ results: [WorkloadResult]) -> [Member] {
    let all = results.compactMap { result -> Member? in
      guard let chosen = result.chosen, chosen.form == .gpuServing, let serving = chosen.serving,
        serving.tensorParallel == 1, chosen.topology == .singleZone || chosen.topology == .multiZone,
        let site = chosen.sites.first, site.machine != nil,
        let workload = problem.workloads.first(where: { $0.name == result.name }),
        case .inference(let inference) = workload.kind,
        let model = inference.models.first(where: { $0.name == serving.model }),
        let format = serving.precision.flatMap({ NumberFormat(rawValue: $0) }), let load = result.load
      else { return nil }
      let search = InferenceSearch(
        context: context(site), workload: workload, inference: inference, load: load, copies: ServedCopies())
      let isAwaited = workload.objectives.contains { $0.percentile != nil || TokenObjective($0.objective) != nil }
      return Member(
        result: result, search: search, inference: inference, model: model, format: format,
        rate: isAwaited ? search.peak : search.mean)
    }
    guard let home = all.first?.result.chosen?.sites.first else { return [] }
    return all.filter {
      $0.result.chosen?.sites.first?.region == home.region && $0.result.chosen?.sites.first?.provider == home.provider
    }
  }

  private func context(_ site: Site) -> RegionContext {
    RegionContext(
      market: market, problem: problem, parameters: parameters, provider: site.provider, region: site.region,
      isExhaustive: false, screens: ScreenCache(), index: ProblemIndex(problem))
  }

  // MARK: The pool

  /// The cheapest pool, or why there is none.
  private func best(_ members: [Member]) -> (pool: Pool?, miss: String) {
    guard let site = members.first?.result.chosen?.sites.first else { return (nil, "") }
    var best: Pool?
    var miss = "no machine of the region holds them"
    for offer in market.accelerators(provider: site.provider, region: site.region) where offer.gpu.share == 1 {
      guard let price = problem.price(of: offer.machine, .onDemand)?.double else { continue }
      switch pool(members, offer, price) {
      case .success(let found):
        if found.compute + found.labour < (best.map { $0.compute + $0.labour } ?? .infinity) { best = found }
      case .failure(let reason): if members.contains(where: { $0.result.chosen?.sites.first?.machine == offer.machine.machine }) { miss = reason.words }
      }
    }
    return (best, miss)
  }

  private struct Reason: Error { var words: String }

  /// The least number of machines of a kind that hold all members within their objectives.
  private func pool(_ members: [Member], _ offer: AcceleratorOffer, _ price: Double) -> Result<Pool, Reason> {
    var copies: [ServedCopy] = []
    for member in members {
      guard case .success(let copy)? = member.search.copy(of: member.model, member.format, offer.gpu, 1) else {
        return .failure(Reason(words: "\(member.model.name) does not run on one \(offer.gpu.name)"))
      }
      copies.append(copy)
    }
    let zones = members.contains { $0.result.chosen?.topology == .multiZone } ? 2 : 1
    // From the time that all take together; further machines only shorten waiting.
    let whole = zip(members, copies).reduce(0) { $0 + $1.0.rate / $1.1.saturation }
    let least = max(zones, Int(clamped: (whole / ServingPool.limits.busy / Double(offer.count)).rounded(.up)))
    var reason = Reason(words: "more than \(ServingPool.mostMachines) × \(offer.machine.machine)")
    for count in max(1, least)..<(max(1, least) + 8) where count <= ServingPool.mostMachines {
      let slots = Double(count * offer.count)
      switch shared(members, copies, offer.gpu, slots) {
      case .failure(let miss):
        reason = miss
        continue
      case .success(let memory):
        let hours = parameters.gpuHours
        return .success(
          Pool(
            count: count, machine: offer.machine, compute: Double(count) * price * CostBook.hoursPerMonth,
            labour: (hours.fixed + hours.perInstance * Double(count)) * problem.hourlyLabour(parameters).double,
            busy: whole / slots, memory: memory))
      }
    }
    return .failure(reason)
  }

  /// Memory and objectives of members that share each of `slots` accelerators.
  private func shared(
    _ members: [Member], _ copies: [ServedCopy], _ gpu: AcceleratorFigures, _ slots: Double
  ) -> Result<(needed: Double, available: Double), Reason> {
    let busy = zip(members, copies).map { $0.rate / slots / $1.saturation }
    let available = ServingPool.limits.memory * gpu.memory
    var needed = 0.0
    for (index, member) in members.enumerated() {
      let others = busy.reduce(0, +) - busy[index]
      let stretch = 1 / (1 - others)
      // What others leave is what it sees: its own load weighs more.
      guard let state = copies[index].state(rate: member.rate / slots * stretch) else {
        return .failure(Reason(words: "\(member.result.name) has no steady state beside the others"))
      }
      needed += memory(member, copies[index], state)
      if let missed = member.search.missedLimit(stretched(state, by: stretch), cells: PathModel.alternativeCells) {
        return .failure(
          Reason(
            words: "\(member.result.name) would miss \(missed.constraint) beside the others on \(gpu.name): "
              + "\(Figures.value(missed.value ?? 0, unit: missed.unit)) against "
              + "\(Figures.value(missed.limit ?? 0, unit: missed.unit))"))
      }
    }
    guard needed <= available else {
      return .failure(
        Reason(
          words: "together they need \(Figures.size(needed)) of the memory of a \(gpu.name), which has "
            + "\(Figures.size(available))"))
    }
    return .success((needed, available))
  }

  /// Weights, the sequences of the busy hour, and room for the engine.
  private func memory(_ member: Member, _ copy: ServedCopy, _ state: ServedCopy.State) -> Double {
    switch copy.engine {
    case .tokens(let served):
      let group = served.group
      let weights = group.model.weightBytes(group.format)
      let each = group.memoryNeed.needed - weights
      return weights + max(1, 1.5 * state.batch) * each + group.calibration.activationBytes
    case .batches:
      if case .operations(let operations, _) = member.model.work { return operations / 20 + 1e9 }
      return 2e9
    }
  }

  private func stretched(_ state: ServedCopy.State, by factor: Double) -> ServedCopy.State {
    var state = state
    state.first = state.first.map { $0.stretched(by: factor) }
    state.whole = state.whole.stretched(by: factor)
    state.further = state.further.map { $0.stretched(by: factor) }
    return state
  }

  // MARK: Training beside serving

  /// Whether a training would fit into the hours in which accelerators that serve stand idle, and what it would do
  /// to their answers; nothing where no model is served on accelerators in the plan.
  func together(_ result: WorkloadResult, _ results: [WorkloadResult]) -> String? {
    guard let chosen = result.chosen, let workload = problem.workloads.first(where: { $0.name == result.name }),
      case .training(let training) = workload.kind
    else { return nil }
    let served = results.filter { $0.chosen?.form == .gpuServing && offer($0)?.gpu.share == 1 }
    guard let serving = served.max(by: { idleHours($0) < idleHours($1) }), let site = serving.chosen?.sites.first,
      let machine = site.machine, let offer = offer(serving)
    else { return nil }
    let search = TrainingSearch(context: context(site), workload: workload, training: training)
    let apart = "Apart from \(serving.name)"
    guard let timing = search.timing(offer, .onDemand, machines: site.count) else {
      return "\(apart): its state does not fit into the \(site.count) × \(machine) that serve."
    }
    let needed = timing.paid * Double(site.count) * training.runsPerMonth * training.experiments
    let idle = idleHours(serving) * AcceleratorFigures.slicingEfficiency
    guard needed <= idle else {
      return "\(apart): it takes \(Figures.count(needed)) hours of \(machine) a month, and "
        + "\(Figures.count(idle)) are left by answers and time slicing."
    }
    for objective in serving.slo {
      guard objective.unit == "s", let now = objective.predicted, objective.objective.hasPrefix("latency.") else {
        continue
      }
      let beside = now / AcceleratorFigures.slicingEfficiency
      if beside > objective.target.double {
        return "\(apart): beside it, \(objective.objective) of \(serving.name) would be \(Figures.duration(beside)) "
          + "against \(Figures.duration(objective.target.double))."
      }
    }
    let compute = chosen.lines.filter { ["compute", "idle"].contains($0.category) }
    let saved = compute.reduce(Money.zero) { $0 + $1.perMonth }
    return "On the idle hours of \(serving.name) it would save \(saved.formatted(places: 2)) USD a month and keep every "
      + "objective there, at \(Figures.share(AcceleratorFigures.slicingEfficiency)) of the speed; a run would take "
      + "\(Figures.duration(timing.wall * 3600 / AcceleratorFigures.slicingEfficiency)) of idle time."
  }

  private func offer(_ result: WorkloadResult) -> AcceleratorOffer? {
    guard let site = result.chosen?.sites.first, let machine = site.machine else { return nil }
    return market.accelerators(provider: site.provider, region: site.region).first { $0.machine.machine == machine }
  }

  /// Machine hours a month in which a fleet answers nothing.
  private func idleHours(_ result: WorkloadResult) -> Double {
    result.chosen?.lines.filter { $0.category == "idle" }.reduce(0) { $0 + $1.quantity } ?? 0
  }
}
