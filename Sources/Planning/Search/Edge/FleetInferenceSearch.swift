import Catalog
import Formulas
import Foundations
import Placement

/// A model on the accelerators of a fleet: on the devices themselves, or on gateways that serve them.
///
/// The load spreads evenly; each device is a copy of its own. Only hardware with a data sheet, or on which the
/// user measured the model, is evaluated.
struct FleetInferenceSearch: FormSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let inference: InferenceProblem
  let load: LoadFigures
  let fleet: FleetProblem
  let figures = EdgeFigures()

  var candidates: Int { 1 }
  var bound: Double { accelerator == nil ? .infinity : book.total * (1 - 1e-9) }

  private var accelerator: AcceleratorFigures? {
    fleet.hardwareName.flatMap { GPU.named($0) }.map { AcceleratorFigures($0) }
  }

  /// Requests a second at one device in the busy hour that reach the model.
  private var rate: Double { load.peak * (1 - inference.cacheHits) / max(fleet.count, 1) }

  func outcome(callees: [String: CalleeState]) -> FormOutcome {
    let form = FleetServiceSearch.form(fleet)
    let topology = FleetServiceSearch.topology(fleet)
    var placed = PlacedWorkload(model: .edge, form: form, topology: topology, sites: [fleet.site], lines: [])
    if let outside = fleet.outside(workload.place.residency, context.market) { return .missed(placed, outside) }
    guard let gpu = accelerator else {
      return .missed(
        placed, Rejection(constraint: "hardware", by: "\(fleet.machine) has no data sheet as an accelerator"))
    }
    let book = book
    guard book.unknown == nil else {
      return .missed(placed, Rejection(constraint: "price-unknown", by: book.unknown ?? ""))
    }
    var nearest: Rejection?
    for model in inference.models {
      switch copy(of: model, gpu) {
      case .failure(let miss): nearest = nearest ?? miss.rejection
      case .success(let (copy, format)):
        guard let state = copy.state(rate: rate), rate <= 0.85 * copy.saturation else {
          nearest =
            nearest
            ?? Rejection(
              constraint: "utilization", value: rate / copy.saturation, limit: 0.85, unit: "ratio",
              by: "\(model.name) on each \(fleet.machine)")
          continue
        }
        let path = path(state.whole, callees)
        let first = state.first.map { self.path($0, callees) }
        if let missed = missed(path, first, state, model) {
          nearest = nearest ?? missed
          continue
        }
        placed = result(copy, state, model, format, gpu, book, callees)
        placed.path = path
        placed.firstTokenPath = first
        placed.perTokenPath = state.further
        placed.throughput = 0.85 * copy.saturation * fleet.count / (1 - inference.cacheHits)
        let completion = workload.edgeCompletion(own(state.whole), callees) { link($0, $1) }
        if !workload.completionLimits.isEmpty { placed.completion = completion }
        if let missed = workload.missedThroughput(placed.throughput, by: "\(model.name) on each \(fleet.machine)")
          ?? workload.missedCompletion(completion, by: "\(model.name) on \(fleet.machine)")
        {
          nearest = nearest ?? missed
          continue
        }
        if let missed = workload.missedAvailability(placed.availability ?? 0, by: fleet.name) {
          return .missed(placed, missed)
        }
        return .found(placed, path: path, completion: workload.hasWorkAfterAnswer(callees) ? completion : nil)
      }
    }
    return .missed(placed, nearest ?? Rejection(constraint: "model", by: "no model may run on \(fleet.machine)"))
  }

  private func copy(
    of model: ServedModel, _ gpu: AcceleratorFigures
  ) -> Result<(ServedCopy, NumberFormat), InferenceSearch.Miss> {
    func refused(_ rejection: Rejection) -> Result<(ServedCopy, NumberFormat), InferenceSearch.Miss> {
      .failure(InferenceSearch.Miss(rejection: rejection))
    }
    if let minimum = inference.minimumQuality {
      guard let quality = model.quality, quality >= minimum else {
        return refused(
          Rejection(constraint: "quality", value: model.quality, limit: minimum, unit: "ratio", by: model.name))
      }
    }
    func batches(_ base: Double, _ perItem: Double, _ format: NumberFormat) -> (ServedCopy, NumberFormat) {
      (
        ServedCopy(
          .batches(BatchServer(base: base, perItem: max(perItem, 1e-9), limit: min(model.batchLimit, 4096)))), format
      )
    }
    let format = model.formats.last { $0 == .bf16 || gpu.multiplies(in: $0) || model.formats.count == 1 } ?? .bf16
    if let times = model.measured.first(where: { $0.hardware == gpu.name }) {
      return .success(batches(times.base, times.perItem, format))
    }
    switch model.work {
    case .language(let shape, let input, let prefix, let output):
      let group = ServingGroup(
        model: shape, format: format, gpu: gpu, ways: 1, input: input, output: output, cachedInput: prefix)
      guard group.fits else {
        return refused(
          Rejection(
            constraint: "memory", value: group.memoryNeed.needed, limit: group.memoryNeed.available, unit: "B",
            by: "\(model.name) in \(format.rawValue) on \(fleet.machine)"))
      }
      return .success((ServedCopy(.tokens(OpenLoopServing(group))), format))
    case .operations(let flops, let bytes):
      let speed = NetworkSpeed(gpu: gpu, format: format, flops: flops, bytes: bytes)
      return .success(batches(speed.base, speed.perItem, format))
    case .times(let base, let perItem): return .success(batches(base, perItem, format))
    case .measured: return refused(Rejection(constraint: "measured", by: "\(model.name) on \(fleet.machine)"))
    }
  }

  /// On the site: calls that leave it cross the wide area.
  private func path(_ served: PathNode, _ callees: [String: CalleeState]) -> PathNode {
    .series(own(served, workload.callHops(callees) { link($0, $1) }))
  }

  /// The way to what is called.
  private func link(_ name: String, _ callee: CalleeState) -> PathNode {
    callee.isLocal
      ? .hop("site network", .constant(figures.localSeconds))
      : fleet.wideArea(context, up: inference.requestBytes, down: context.index.responseBytes(name))
  }

  /// What the device does itself, with its calls in between.
  private func own(_ served: PathNode, _ calls: [PathNode] = []) -> [PathNode] {
    let beside = inference.besideSeconds
    return (beside > 0 ? [.hop("beside the model", .constant(beside))] : []) + calls + inference.answered(served)
  }

  private func missed(
    _ path: PathNode, _ first: PathNode?, _ state: ServedCopy.State, _ model: ServedModel
  ) -> Rejection? {
    for objective in workload.objectives {
      guard let token = TokenObjective(objective.objective) else { continue }
      guard let part = token.time == .first ? first : state.further else { continue }
      let value = PathModel.percentile(token.percentile, part)
      if value > objective.target.double {
        return Rejection(
          constraint: objective.objective, value: value, limit: objective.target.double, unit: "s",
          by: "\(model.name) on \(fleet.machine)")
      }
    }
    return workload.missedLatency(path, by: "\(model.name) on \(fleet.machine)")
  }

  private func result(
    _ copy: ServedCopy, _ state: ServedCopy.State, _ model: ServedModel, _ format: NumberFormat,
    _ gpu: AcceleratorFigures, _ book: CostBook, _ callees: [String: CalleeState]
  ) -> PlacedWorkload {
    let own = FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: figures.repairSeconds)
    let busy = rate / copy.saturation
    var placed = PlacedWorkload(
      model: .edge, form: FleetServiceSearch.form(fleet), topology: FleetServiceSearch.topology(fleet),
      sites: [fleet.site], lines: book.lines, utilization: busy, headroom: 1 - busy,
      availability: own * workload.dependencies(callees), ownAvailability: own, rto: figures.repairSeconds, rpo: 0)
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    if monthly > 0 { placed.perTransaction = Money(placed.perMonth.double / monthly) }
    placed.details = DeviceUpkeep(fleet: fleet, figures: figures).details
    let isMeasured = !model.measured.isEmpty
    placed.serving = ServingFigures(
      model: model.name, gpu: gpu.name, precision: format.rawValue, tensorParallel: 1,
      copies: max(1, Int(clamped: fleet.count)), batch: state.batch,
      firstToken: state.first.map { PathModel.figures($0, cells: PathModel.alternativeCells) },
      perToken: state.further.map { PathModel.figures($0, cells: PathModel.alternativeCells) },
      capacityPerSecond: state.capacity * fleet.count, cacheHits: inference.cacheHits, prefixShare: 0,
      quality: model.quality, perTokenBand: isMeasured ? 0.1 : 0.35, costBand: 0)
    return placed
  }

  private var book: CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    book.fleet(fleet, count: fleet.count, share: 1 / Double(max(1, fleet.users)), figures: figures)
    let bytes = workload.calls.reduce(0.0) { sum, call in
      sum + load.mean * call.times * (1 - call.cachedShare) * inference.requestBytes
    }
    book.uplink(fleet, bytesPerSecond: bytes)
    book.updates(fleet, share: 1 / Double(max(1, fleet.users)), context)
    return book
  }
}
