import CostSolver
import Formulas
import Foundations
import Placement

/// Searches accelerator, machine, count and way of paying for a training that runs every so often.
///
/// Of each machine the count that holds the state, meets the deadline and pays for the fewest hours is taken.
struct TrainingSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let training: TrainingProblem

  /// One machine and way of paying.
  struct Option {
    var offer: AcceleratorOffer
    var purchase: Purchase
    var bound: Double
  }

  /// All options of one accelerator, or what rules them out.
  struct Ways {
    var name: String
    var options: [Option]
    var miss: Rejection?

    /// The least any option can cost a month; infinite when there is none.
    var bound: Double { options.reduce(.infinity) { min($0, $1.bound) } }
  }

  /// Interruptible accelerators, by their number in a job: share of the time in which they can be had, and
  /// hours until a zone takes them all. From SkyPilot's traces of V100: single ones 17 to 91 % and 0.7 to
  /// 10.4 h, machines of eight and more 42 to 48 % and 1.2 to 2.0 h.
  static func spot(gpus: Int) -> (obtainable: Double, hours: Double) { gpus < 8 ? (0.6, 4) : (0.45, 1.5) }
  /// Tokens of a step of all accelerators together, from which the time on the network is estimated.
  static let stepTokens = 4e6
  /// Bytes a second of machines that do not say how fast their network is.
  static let unknownNetwork = 25e9 / 8
  /// Bytes a second to the storage of checkpoints: of each machine, and of the storage.
  static let checkpointRate = (machine: 2e9, storage: 4e9)
  /// Machines beyond which a run is no answer any more.
  private static let mostMachines = 4096

  private var purchases: [Purchase] {
    if let pinned = workload.place.pinnedPurchase { return [pinned] }
    // A run does not pay for a year.
    let allowed = context.problem.money.purchases.filter { $0 == .onDemand || $0 == .spot }
    return allowed.isEmpty ? [.onDemand] : allowed
  }

  /// Every option of the region, by accelerator.
  func prepare() -> [Ways] {
    var groups: [String: Ways] = [:]
    for offer in context.market.accelerators(provider: context.provider, region: context.region) {
      let machine = offer.machine.machine
      if let pinned = workload.place.pinnedMachine, pinned != machine, pinned != "\(context.provider):\(machine)" {
        continue
      }
      // Inference chips do not train, nor do shares of an accelerator.
      guard offer.gpu.name != "Inferentia2", offer.gpu.share == 1 else { continue }
      for purchase in purchases {
        guard let price = context.problem.price(of: offer.machine, purchase)?.double, price > 0 else { continue }
        groups[offer.gpu.name, default: Ways(name: offer.gpu.name, options: [])].options.append(
          Option(offer: offer, purchase: purchase, bound: bound(offer, price)))
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Time

  /// A run on a number of machines.
  struct Timing {
    var run: TrainingRun
    /// Hours of a plain run with the network's part, and from start to end with all that delays it.
    var hours: Double
    var wall: Double
    /// Hours that are paid for.
    var paid: Double
    var safe: TrainingRun.Reliability
  }

  func run(_ gpu: AcceleratorFigures, gpus: Int) -> TrainingRun {
    switch training.work {
    case .tokens(let tokens):
      return TrainingRun(
        parameters: training.parameters, tokens: tokens, gpu: gpu, gpus: gpus, format: training.format)
    case .operations(let operations):
      return TrainingRun(
        parameters: training.parameters, tokens: 0, gpu: gpu, gpus: gpus, format: training.format,
        operations: operations)
    case .measured(let known, let count, let hours):
      // The operations that the measured run did at this model's rate, so that the same run takes the same time.
      let there = TrainingRun(
        parameters: training.parameters, tokens: 0, gpu: known, gpus: Int(count), format: training.format,
        operations: 1)
      return TrainingRun(
        parameters: training.parameters, tokens: 0, gpu: gpu, gpus: gpus, format: training.format,
        operations: hours / there.hours)
    }
  }

  /// Share of a step that the network of the machines takes beyond what is hidden behind the products:
  /// weights gathered twice and gradients scattered once, 6·N bytes, over (m−1)/m of each machine's rate.
  private func networkFactor(_ offer: AcceleratorOffer, _ run: TrainingRun, machines: Int) -> Double {
    guard machines > 1 else { return 1 }
    let rate = offer.networkBytesPerSecond ?? TrainingSearch.unknownNetwork
    let exchange = 6 * training.parameters * Double(machines - 1) / Double(machines) / rate
    let operations = 6 * training.parameters * TrainingSearch.stepTokens
    let compute = operations / (Double(machines * offer.count) * offer.gpu.bf16 * run.utilization)
    return max(1, exchange / compute)
  }

  func timing(_ offer: AcceleratorOffer, _ purchase: Purchase, machines: Int) -> Timing? {
    let gpus = machines * offer.count
    let run = run(offer.gpu, gpus: gpus)
    guard run.stateBytes <= 0.9 * offer.gpu.memory else { return nil }
    let hours = run.hours * networkFactor(offer, run, machines: machines)
    let isSpot = purchase == .spot
    let spot = TrainingSearch.spot(gpus: gpus)
    let safe = TrainingRun.Reliability(
      gpus: gpus, checkpointBytes: training.checkpointBytes,
      bandwidth: min(TrainingSearch.checkpointRate.machine * Double(machines), TrainingSearch.checkpointRate.storage),
      interruptions: isSpot ? 1 / (spot.hours * 3600) : 0)
    guard safe.efficiency > 0.02 else { return nil }
    let paid = hours / safe.efficiency * training.programmeFactor + context.parameters.bootSeconds / 3600
    let wall = isSpot ? paid / spot.obtainable : paid
    return Timing(run: run, hours: hours, wall: wall, paid: paid, safe: safe)
  }

  private var limitSeconds: Double {
    min(training.deadlineSeconds ?? .infinity, 2_628_000 / max(training.runsPerMonth, 1e-9))
  }

  // MARK: Optimum

  /// Never above the true cost: the hours of all accelerators at the best utilisation.
  private func bound(_ offer: AcceleratorOffer, _ usdPerHour: Double) -> Double {
    let hours = run(offer.gpu, gpus: offer.count).hours * training.programmeFactor
    let labour = context.parameters.gpuHours.fixed * context.problem.hourlyLabour(context.parameters).double
    return (hours * usdPerHour * training.runsPerMonth * training.experiments + labour + besides) * (1 - 1e-9)
  }

  /// What every option of the region pays besides its machines, as far as it is priced.
  private var besides: Double {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    keepRuns(in: &book)
    fetchData(in: &book)
    return book.total
  }

  /// The exact optimum over the options of one accelerator.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ ways: Ways, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard ways.options.isEmpty || ways.bound <= cutoff else { return outcome }
    outcome.search.candidates = ways.options.count
    var found: [Int: PlacedWorkload] = [:]
    var nearest: (option: Option, rejection: Rejection)?
    let (winner, _, evaluated) = LowerBoundOrder.cheapest(
      bounds: ways.options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
    ) { index in
      switch place(ways.options[index]) {
      case .success(let placed):
        found[index] = placed
        return placed.perMonth.double
      case .failure(let miss):
        let known = nearest?.rejection.value ?? .infinity
        if nearest == nil || (miss.rejection.value ?? .infinity) < known {
          nearest = (ways.options[index], miss.rejection)
        }
        return nil
      }
    }
    outcome.search.evaluated = evaluated
    outcome.search.pruned = ways.options.count - evaluated
    if let winner, let placed = found[winner] {
      outcome.placed = placed
    } else if let nearest {
      var miss = PlacedWorkload(
        model: .gpu, form: .gpuTraining, topology: .singleZone,
        sites: [site(nearest.option, count: 0)], lines: [])
      miss.rejected = nearest.rejection
      outcome.miss = miss
    }
    return outcome
  }

  private func site(_ option: Option, count: Int) -> Site {
    Site(
      provider: context.provider, region: context.region, zones: 1, machine: option.offer.machine.machine,
      count: count, purchase: option.purchase)
  }

  private func place(_ option: Option) -> Result<PlacedWorkload, InferenceSearch.Miss> {
    let offer = option.offer
    func failure(_ rejection: Rejection) -> Result<PlacedWorkload, InferenceSearch.Miss> {
      .failure(InferenceSearch.Miss(rejection: rejection))
    }
    let state = run(offer.gpu, gpus: 1).stateBytes
    let least = max(1, Int(min(1e6, (state / (0.9 * offer.gpu.memory * Double(offer.count))).rounded(.up))))
    let most = TrainingSearch.mostMachines
    guard least <= most else {
      return failure(
        Rejection(
          constraint: "memory", value: state, limit: Double(most * offer.count) * offer.gpu.memory, unit: "B",
          by: offer.gpu.name))
    }
    func wall(_ count: Int) -> Double {
      timing(offer, option.purchase, machines: count).map { $0.wall * 3600 } ?? .infinity
    }
    let limit = limitSeconds
    let count: Int
    if let pinned = workload.place.pinnedCount {
      guard pinned >= least else {
        return failure(
          Rejection(
            constraint: "memory", value: state, limit: 0.9 * offer.gpu.memory * Double(pinned * offer.count), unit: "B",
            by: "\(pinned) × \(offer.machine.machine)"))
      }
      guard wall(pinned) <= limit else {
        return failure(
          Rejection(constraint: "deadline", value: wall(pinned), limit: limit, unit: "s", by: "the fleet of \(pinned)"))
      }
      count = pinned
    } else {
      guard let found = cheapest(option, from: least, through: most, limit: limit) else {
        let best = bestCount(from: least, through: most, wall)
        return failure(
          Rejection(
            constraint: "deadline", value: wall(best), limit: limit, unit: "s",
            by: "\(best) × \(offer.machine.machine), \(option.purchase.rawValue)"))
      }
      count = found
    }
    guard let timing = timing(offer, option.purchase, machines: count) else {
      return failure(Rejection(constraint: "deadline", by: "failures come faster than checkpoints"))
    }
    return placed(option, timing, count: count)
  }

  /// The count within the limit that pays for the fewest machine hours; ties to the smaller.
  ///
  /// More machines write checkpoints faster, so the smallest count is not always the cheapest. Every further
  /// machine adds its start, which ends the search: work is never less than that of one machine.
  private func cheapest(_ option: Option, from least: Int, through most: Int, limit: Double) -> Int? {
    let work = run(option.offer.gpu, gpus: option.offer.count).hours * training.programmeFactor
    let start = context.parameters.bootSeconds / 3600
    var best: (count: Int, hours: Double)?
    for count in least...most {
      if let best, work + start * Double(count) >= best.hours { break }
      guard let timing = timing(option.offer, option.purchase, machines: count), timing.wall * 3600 <= limit else {
        continue
      }
      let hours = timing.paid * Double(count)
      if hours < (best?.hours ?? .infinity) { best = (count, hours) }
    }
    return best?.count
  }

  /// The count of the shortest run: wall time has one valley.
  private func bestCount(from least: Int, through most: Int, _ wall: (Int) -> Double) -> Int {
    var (low, high) = (least, most)
    while high - low > 2 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      if wall(a) <= wall(b) { high = b } else { low = a }
    }
    return (low...high).min { wall($0) < wall($1) } ?? least
  }

  // MARK: Result

  private func placed(
    _ option: Option, _ timing: Timing, count: Int
  ) -> Result<PlacedWorkload, InferenceSearch.Miss> {
    let offer = option.offer
    let parameters = context.parameters
    let runs = training.runsPerMonth * training.experiments
    var book = CostBook(problem: context.problem, parameters: parameters)
    book.machines(
      offer.machine, purchase: option.purchase, count: count, hours: timing.paid * runs,
      busyShare: min(1, timing.hours / timing.paid))
    if context.provider != "lambda" {
      keepData(in: &book)
      book.add(
        "storage", "checkpoints kept: three of each run, and the model", quantity: 3.2 * training.checkpointBytes / 1e9,
        meter: context.meter(.objectStorageGBMonth))
    }
    keepRuns(in: &book)
    fetchData(in: &book)
    book.labour("running the pool", hours: parameters.gpuHours.fixed)
    if let unknown = book.unknown {
      return .failure(InferenceSearch.Miss(rejection: Rejection(constraint: "price-unknown", by: unknown)))
    }
    let gpus = count * offer.count
    var placed = PlacedWorkload(
      model: .gpu, form: .gpuTraining, topology: .singleZone, sites: [site(option, count: count)], lines: book.lines,
      utilization: timing.run.utilization, headroom: nil, makespan: timing.wall * 3600,
      availability: context.reliability.zone, ownAvailability: context.reliability.zone,
      rto: context.parameters.bootSeconds + 600, rpo: timing.safe.interval)
    if runs > 0 { placed.perTransaction = Money(placed.perMonth.double / training.runsPerMonth) }
    if let intensity = context.facts.carbonIntensity, let watts = offer.gpu.watts {
      let each = offer.machine.vcpus * parameters.wattsPerVCPU + watts * Double(offer.count)
      placed.carbonKilograms = each * Double(count) / 1000 * timing.paid * runs * intensity
    }
    placed.details = operations(option, timing, count: count)
    let isMeasured: Bool
    if case .measured(let gpu, _, _) = training.work {
      isMeasured = gpu == offer.gpu
    } else {
      isMeasured = timing.run.isMeasured
    }
    placed.training = TrainingFigures(
      model: training.name, gpu: offer.gpu.name, gpus: gpus, precision: training.format.rawValue, hours: timing.hours,
      programmeHours: timing.wall, utilization: timing.run.utilization, efficiency: timing.safe.efficiency,
      checkpointInterval: timing.safe.interval, runsPerMonth: training.runsPerMonth,
      experiments: training.experiments, costBand: isMeasured ? 0.2 : 0.35)
    return .success(placed)
  }
}
