import Foundations

/// Turns what the search found into the answer for one workload: choice, runners-up, nearest misses.
enum WorkloadAnswer {
  /// Most alternatives that are listed.
  static let alternativesLimit = 20
  private static let dearerLimit = 14

  static func result(
    _ workload: WorkloadProblem, best: GroupOutcome?, all: [GroupOutcome], load: LoadFigures?,
    measuresAlternatives: Bool = true
  ) -> WorkloadResult {
    let chosen = best?.placed[workload.name]?.measured(
      isChosen: true, limits: workload.latencyLimits.map(\.seconds))
    var alternatives =
      chosen.map { dearer(than: $0, workload: workload, all: all, isMeasured: measuresAlternatives) } ?? []
    var misses =
      chosen == nil
      ? nearestMisses(all.flatMap { $0.misses[workload.name] ?? [] }) : best?.misses[workload.name] ?? []
    // Why no single region will do belongs to the reasons for two.
    if chosen?.isPaired == true {
      misses += nearestMisses(all.flatMap { $0.misses[workload.name] ?? [] }.filter { !$0.isPaired })
    }
    // A way that works elsewhere with the same provider is no miss.
    let working = Set(alternatives.map { Way($0) })
    let open = misses.filter { !working.contains(Way($0)) }
    let room = max(0, alternativesLimit - alternatives.count)
    alternatives += (open.count > room ? eachConstraintFirst(open) : open).prefix(room)
    return WorkloadResult(
      name: workload.name, kind: workload.kindName, load: load, chosen: chosen, alternatives: alternatives,
      slo: ObjectiveModel.results(workload, chosen: chosen, load: load),
      why: Reasons.sentences(workload, chosen: chosen, alternatives: alternatives))
  }

  private struct Way: Hashable {
    var form: PlacementForm
    var topology: Topology
    var provider: String
    /// Accelerators and models are told apart.
    var model: String

    init(_ placed: PlacedWorkload) {
      form = placed.form
      topology = placed.topology
      model = (placed.serving?.gpu ?? placed.training?.gpu ?? "") + " " + (placed.serving?.model ?? "")
      // An API is the same whoever's region calls it.
      provider = placed.form == .modelAPI ? "" : placed.sites.first?.provider ?? ""
    }
  }

  /// The first miss of each constraint and form before further ones.
  private static func eachConstraintFirst(_ misses: [PlacedWorkload]) -> [PlacedWorkload] {
    var seen: Set<String> = []
    var (first, rest): ([PlacedWorkload], [PlacedWorkload]) = ([], [])
    for miss in misses {
      let isNew = seen.insert("\(miss.rejected?.constraint ?? "") \(miss.form.rawValue)").inserted
      if isNew { first.append(miss) } else { rest.append(miss) }
    }
    return first + rest
  }

  /// The choice and the nearest misses alone, without percentiles or words.
  static func brief(_ workload: WorkloadProblem, best: GroupOutcome?, load: LoadFigures?) -> WorkloadResult {
    WorkloadResult(
      name: workload.name, kind: workload.kindName, load: load, chosen: best?.placed[workload.name],
      alternatives: best?.misses[workload.name] ?? [], slo: [], why: [])
  }

  /// The runner-up, then the best of every form, topology and provider, by rising cost.
  private static func dearer(
    than chosen: PlacedWorkload, workload: WorkloadProblem, all: [GroupOutcome], isMeasured: Bool
  ) -> [PlacedWorkload] {
    var others: [PlacedWorkload] = []
    for outcome in all {
      if let placed = outcome.placed[workload.name], placed.label != chosen.label { others.append(placed) }
      others += outcome.others[workload.name] ?? []
    }
    others.sort { a, b in a.perMonth == b.perMonth ? a.label < b.label : a.perMonth < b.perMonth }
    var seen: Set<String> = []
    var alternatives: [PlacedWorkload] = []
    var hasRunnerUp = false
    for var other in others {
      let accelerator = other.serving?.gpu ?? other.training?.gpu ?? ""
      let provider = other.form == .modelAPI ? "" : other.sites.first?.provider ?? ""
      let key = "\(other.form.rawValue) \(other.topology.rawValue) \(provider) \(accelerator)"
      let isRunnerUp = !hasRunnerUp && other.perMonth >= chosen.perMonth
      guard seen.insert(key).inserted || isRunnerUp && other.form != .modelAPI else { continue }
      if isRunnerUp { hasRunnerUp = true }
      let extra = other.perMonth - chosen.perMonth
      // Cheaper alone, but the group as a whole is dearer there.
      other.rejected =
        extra < .zero
        ? Rejection(constraint: "joint-cost", by: "the workloads it shares a region or provider with")
        : Rejection(constraint: "cost", by: other.label, extraPerMonth: extra)
      alternatives.append(isMeasured ? other.measured(isChosen: false) : other)
      if alternatives.count >= dearerLimit { break }
    }
    return alternatives.sorted { a, b in
      let x = a.rejected?.extraPerMonth ?? .zero
      let y = b.rejected?.extraPerMonth ?? .zero
      return x == y ? a.label < b.label : x < y
    }
  }

  /// The nearest miss for each constraint and form.
  private static func nearestMisses(_ all: [PlacedWorkload]) -> [PlacedWorkload] {
    var best: [String: PlacedWorkload] = [:]
    for miss in all {
      guard let rejection = miss.rejected else { continue }
      let key = "\(rejection.constraint) \(miss.form.rawValue)"
      if let known = best[key]?.rejected, distance(rejection) >= distance(known) { continue }
      best[key] = miss
    }
    // Nearest first; what could never serve the kind comes last.
    return best.values.sorted { a, b in
      let x = rank(a)
      let y = rank(b)
      return x == y ? a.label < b.label : x < y
    }
  }

  /// Whether a miss is nearer to its limit than the nearest so far; the first one counts among equals.
  static func isNearer(_ miss: PlacedWorkload, than known: PlacedWorkload?) -> Bool {
    guard let known else { return true }
    return rank(miss) < rank(known)
  }

  private static func rank(_ miss: PlacedWorkload) -> Double {
    guard let rejection = miss.rejected, miss.model != .grid || rejection.constraint == "deadline" else {
      return .infinity
    }
    return distance(rejection)
  }

  /// How far a value is from its limit, as a factor; unavailability for what is near one.
  static func distance(_ rejection: Rejection) -> Double {
    guard let value = rejection.value, let limit = rejection.limit, value > 0, limit > 0 else { return 1e9 }
    if rejection.constraint == "availability" { return (1 - value) / max(1 - limit, 1e-12) }
    return max(value / limit, limit / value)
  }
}

extension PlacedWorkload {
  /// With the percentiles of its path, accurate ones and by hop for what is chosen.
  ///
  /// - Parameter limits: seconds for which the share of later requests is wanted too.
  func measured(isChosen: Bool, limits: [Double] = []) -> PlacedWorkload {
    guard latency == nil, let path else { return self }
    var result = self
    (result.latency, result.lateRatios) = PathModel.latency(path, isChosen: isChosen, limits: limits)
    return result
  }

  /// `vm multi-zone 4 × m7g.large, aws:us-east-1, on-demand`.
  package var label: String {
    guard let site = sites.first else { return form.rawValue }
    if form == .modelAPI { return "\(form.rawValue) \(serving?.model ?? "")" }
    let gpu = (serving?.gpu).map { " (\($0), \(serving?.precision ?? ""))" } ?? (training?.gpu).map { " (\($0))" } ?? ""
    // Own machines of several fleets are one pool.
    let pooled = form == .reservedCluster && site.purchase == .owned ? sites.dropFirst() : []
    let others = pooled.map { " + \($0.count) × \($0.machine ?? $0.region)" }.joined()
    let machine = site.machine.map { site.count > 0 ? " \(site.count) × \($0)\(gpu)\(others)," : " \($0)," } ?? ""
    let second = isPaired ? sites.first { $0.region != site.region }.map { " with \($0.region)" } ?? "" : ""
    return "\(form.rawValue) \(topology.rawValue)\(machine) \(site.provider):\(site.region)\(second), "
      + site.purchase.rawValue
  }
}
