import CostSolver
import Formulas
import Foundations
import Placement

/// A service in two regions: one that serves with one that waits, or both.
///
/// The cheapest two fleets are found together: latency and availability are those of the pair.
final class PairServiceSearch {
  let pair: RegionPair
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  /// Share of the load that the home region has while both serve.
  let homeShare: Double
  /// Whether the machines of the region that waits start only when they are needed.
  let isPilotLight: Bool
  let callees: [String: CalleeState]
  private let memo: PairMemo
  let home: ServiceSearch
  let other: ServiceSearch

  init(
    pair: RegionPair, workload: WorkloadProblem, service: ServiceProblem, load: LoadFigures, homeShare: Double,
    isPilotLight: Bool, memo: PairMemo, callees: [String: CalleeState] = [:]
  ) {
    self.memo = memo
    self.pair = pair
    self.workload = workload
    self.service = service
    self.load = load
    self.homeShare = homeShare
    self.isPilotLight = isPilotLight
    self.callees = callees
    let isActive = pair.topology == .activeActive
    let pin = workload.place.pair?.site
    home = PairServiceSearch.regional(
      pair.home, workload, service, load, share: isActive ? homeShare : 1, callees: callees
    ) { !isActive || pair.isNearerHome($0) }
    let away = callees.mapValues { PairServiceSearch.fromOther($0, pair) }
    var elsewhere = workload
    if workload.place.pair != nil {
      elsewhere.place.pinnedMachine = pin?.machine
      elsewhere.place.pinnedCount = pin?.machine == nil || isPilotLight ? nil : pin?.count
      elsewhere.place.pinnedPurchase = pin?.purchase
    }
    other = PairServiceSearch.regional(
      pair.other, elsewhere, service, load, share: isActive ? 1 - homeShare : 0, callees: away
    ) { isActive && !pair.isNearerHome($0) }
  }

  /// The same search with the workloads it calls settled.
  func with(callees: [String: CalleeState]) -> PairServiceSearch {
    callees.isEmpty && self.callees.isEmpty
      ? self
      : PairServiceSearch(
        pair: pair, workload: workload, service: service, load: load, homeShare: homeShare,
        isPilotLight: isPilotLight, memo: memo, callees: callees)
  }

  /// The search of one region for its share of the load.
  private static func regional(
    _ context: RegionContext, _ workload: WorkloadProblem, _ service: ServiceProblem, _ load: LoadFigures,
    share: Double, callees: [String: CalleeState], isMine: (UserGroupProblem) -> Bool
  ) -> ServiceSearch {
    var workload = workload
    var service = service
    workload.objectives.removeAll { ["availability", "rto", "rpo"].contains($0.objective) }
    if share < 1 {
      let carried = max(load.peak, workload.throughputTarget)
      workload.objectives.removeAll { $0.objective == "throughput" || share == 0 }
      workload.objectives.append(
        ObjectiveProblem(objective: "throughput", target: Money(carried), unit: "1/s", line: nil, path: ""))
      service.ownRate *= share
      if share == 0 { service.burst = nil }
    }
    if !workload.users.isEmpty {
      workload.users = workload.users.filter(isMine)
      let sum = workload.users.reduce(0) { $0 + $1.share }
      for index in workload.users.indices { workload.users[index].share /= max(sum, 1e-12) }
    }
    let mine = LoadFigures(
      own: load.own * share, fromCalls: load.fromCalls.map { ($0.caller, $0.rate * share) }, mean: load.mean * share,
      peak: load.peak * share)
    return ServiceSearch(context: context, workload: workload, service: service, load: mine, callees: callees)
  }

  /// A callee as the other region sees it: its own copy, else over the link to home.
  private static func fromOther(_ state: CalleeState, _ pair: RegionPair) -> CalleeState {
    var state = state
    if let paired = state.pair {
      state.path = paired.otherPath
    } else if state.pairParts.values.contains(where: { $0.span == .home }) {
      state.path = .series([.hop("to \(pair.home.region)", .constant(pair.roundTripSeconds)), state.path])
    }
    return state
  }

  // MARK: Bound

  private func half(
    _ search: ServiceSearch, _ form: PlacementForm, _ zones: Int, _ duty: FleetLadder.Duty, isPath: Bool = false
  ) -> PairMemo.Half {
    PairMemo.Half(
      workload: workload.name, region: search.context.region, form: form, zones: zones,
      share: load.peak > 0 ? search.load.peak / load.peak : 0, duty: duty, path: isPath ? search.fixedPath : nil)
  }

  private static func topology(_ zones: Int) -> Topology { zones > 1 ? .multiZone : .singleZone }

  /// A proven lower bound: what either region can cost at least.
  func prepare(form: PlacementForm, zones: Int) -> Prepared {
    let topology = PairServiceSearch.topology(zones)
    let isActive = pair.topology == .activeActive
    let here = memo.bound(half(home, form, zones, isActive ? .carrying : .serving)) {
      home.prepare(form: form, topology: topology)
    }
    let there = memo.bound(half(other, form, zones, isActive ? .carrying : .waiting)) {
      other.prepare(form: form, topology: topology)
    }
    let besides = isPilotLight ? pilotLight(form).total : there.bound
    return Prepared(
      form: form, topology: topology, least: (there.count == 0 ? .infinity : here.bound + besides, here.count + there.count),
      fixed: 0, unknown: here.unknown ?? there.unknown ?? pilotLight(form).unknown)
  }

  /// What a region keeps ready whose machines are started when they are needed: an image and somebody who tends it.
  private func pilotLight(_ form: PlacementForm) -> CostBook {
    let (context, parameters) = (pair.other, pair.other.parameters)
    var book = CostBook(problem: context.problem, parameters: parameters)
    book.add(
      "storage", "image of the machines", quantity: parameters.bootDiskGB,
      meter: context.meter(.blockStorageGBMonth))
    if form == .containers {
      book.add("compute", "cluster control plane", quantity: 730, meter: context.meter(.controlPlaneHour))
    }
    let hours = form == .containers ? parameters.containerHours.fixed : parameters.vmHours.fixed
    book.labour("keeping the standby up to date", hours: hours)
    return book
  }

  // MARK: Recovery

  /// Parts of what an answer needs, without its own.
  private var needed: [String: PairPart] {
    var parts: [String: PairPart] = [:]
    for call in workload.calls where call.isNeeded { parts.merge(callees[call.to]?.pairParts ?? [:]) { first, _ in first } }
    return parts
  }

  private func part(home: Double, other: Double) -> PairPart {
    let boot = pair.other.parameters.bootSeconds + service.startSeconds
    return PairPart(
      span: pair.topology == .activeActive ? .active : .passive, home: home, other: other,
      takeoverSeconds: isPilotLight ? boot : 0)
  }

  private func recovery(_ part: PairPart, alone: Bool = false) -> PairRecovery {
    var parts = alone ? [:] : needed
    parts[workload.name] = part
    return PairRecovery(pair: pair, parts: parts, homeShare: homeShare)
  }

  /// The objectives on recovery that no fleet of the pair can meet.
  private func missedRecovery(zones: Int) -> Rejection? {
    let figures = pair.home.reliability
    let best = (zones > 1 ? figures.region : figures.zone) * figures.loadBalancer
    let recovery = recovery(part(home: best, other: best))
    return workload.missedRecovery(recovery, by: pair.label)
      ?? workload.missedAvailability(recovery.availability.availability, by: "\(pair.label), with machines that never fail")
  }

  // MARK: Latency

  /// The path of all users, each group to its region.
  private func userPath(_ here: PathNode, _ there: PathNode) -> PathNode {
    guard pair.topology == .activeActive, homeShare < 1 else { return here }
    return homeShare > 0 ? .mixture([(homeShare, here), (1 - homeShare, there)]) : there
  }

  private func missedLatency() -> Rejection? {
    guard pair.topology == .activeActive else { return home.networkMiss() }
    let limits = workload.latencyLimits
    guard !limits.isEmpty || !workload.completionLimits.isEmpty else { return nil }
    func ideal(_ search: ServiceSearch) -> (service: PathNode, done: PathNode) {
      let key = ServiceSearch.SizingKey(speed: search.context.offers.speed.max() ?? 1, workers: 1, zones: 1)
      return (search.userPath(ServiceSearch.ideal, key: key), search.completionPath(ServiceSearch.ideal, key: key))
    }
    let (here, there) = (ideal(home), ideal(other))
    let reason = "\(pair.label), even on idle machines"
    let (answer, done) = (userPath(here.service, there.service), userPath(here.done, there.done))
    return memo.miss(workload.name, answer, done) {
      workload.missedLatency(answer, by: reason) ?? workload.missedCompletion(done, by: reason)
    }
  }

  /// Whether two fleets together keep every latency limit; close calls are composed as accurately as what is printed.
  private func meetsLatency(_ a: RegionalFleet, _ b: RegionalFleet) -> Bool {
    guard pair.topology == .activeActive else { return true }
    for (search, fleet) in [(home, a), (other, b)] where !search.carriesBurst(fleet.sizing, key: fleet.key) { return false }
    let limits = workload.latencyLimits
    var isClose = false
    if a.within.isEmpty || b.within.isEmpty {
      // Both by themselves: then together.
      isClose = !limits.isEmpty && !(isFast(home, a) && isFast(other, b))
    } else {
      for (index, limit) in limits.enumerated() {
      let least = homeShare * a.within[index].least + (1 - homeShare) * b.within[index].least
      let most = homeShare * a.within[index].most + (1 - homeShare) * b.within[index].most
      if most < limit.percentile { return false }
      if least < limit.percentile { isClose = true }
      }
    }
    if isClose, !PathModel.meets(limits, userPath(home.userPath(a.sizing, key: a.key), other.userPath(b.sizing, key: b.key))) {
      return false
    }
    let done = workload.completionLimits
    return done.isEmpty
      || PathModel.meets(
        done, userPath(home.completionPath(a.sizing, key: a.key), other.completionPath(b.sizing, key: b.key)))
  }

  /// Whether a fleet keeps every latency limit for its own users.
  private func isFast(_ search: ServiceSearch, _ fleet: RegionalFleet) -> Bool {
    search.screen?.meets(queue: search.queue(fleet.sizing, key: fleet.key)) {
      search.userPath(fleet.sizing, key: fleet.key)
    } ?? true
  }

  // MARK: Search

  /// The cheapest pair of fleets of a form over so many zones of either region.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard prepared.bound <= cutoff else { return outcome }
    let form = prepared.form
    let zones = prepared.topology == .multiZone ? 2 : 1
    outcome.search.candidates = prepared.count
    func missed(_ rejection: Rejection) -> FormOutcome {
      var missed = FormOutcome.missed(empty(form, zones), rejection)
      missed.search.candidates = prepared.count
      return missed
    }
    if let unknown = prepared.unknown { return missed(Rejection(constraint: "price-unknown", by: unknown)) }
    if let rejection = missedRecovery(zones: zones) { return missed(rejection) }
    if let rejection = missedLatency() { return missed(rejection) }
    let isActive = pair.topology == .activeActive
    func ladders(_ duty: FleetLadder.Duty, _ second: FleetLadder.Duty) -> (FleetLadder, FleetLadder) {
      func ladder(_ search: ServiceSearch, _ duty: FleetLadder.Duty) -> FleetLadder {
        memo.ladder(half(search, form, zones, duty, isPath: duty == .serving || duty == .sharing)) {
          FleetLadder(search, form: form, zones: zones, duty: duty, fullPeak: load.peak)
        }
      }
      return (ladder(home, duty), ladder(other, second))
    }
    var (here, there) = ladders(isActive ? .carrying : .serving, isActive ? .carrying : .waiting)
    guard !here.isEmpty, !there.isEmpty else {
      return missed(Rejection(constraint: "capacity", by: "no fleet of either region meets the objectives of its users"))
    }
    let target = workload.target("availability") ?? 0
    var nearest = 0.0
    func isUp(_ a: RegionalFleet, _ b: RegionalFleet) -> Bool {
      let available = recovery(part(home: a.sizing.availability, other: b.sizing.availability)).availability.availability
      nearest = max(nearest, available)
      return available >= target
    }
    var won = PairServiceSearch.cheapest(here, there, isOneOfOther: isPilotLight, cutoff: cutoff, isUp)
    var isLate = false
    if isActive, let (a, b) = won, !meetsLatency(a, b) {
      // The cheapest that are up often enough are too slow: fleets are told apart by how fast they are too.
      (here, there) = ladders(.sharing, .sharing)
      won = PairServiceSearch.cheapest(here, there, isOneOfOther: false, cutoff: cutoff) { isUp($0, $1) && meetsLatency($0, $1) }
      isLate = won == nil
    }
    outcome.search.evaluated = here.sized + there.sized
    outcome.search.pruned = max(0, prepared.count - outcome.search.evaluated)
    guard let (a, b) = won, let found = placement(form, zones, a, b) else {
      return cutoff < .infinity
        ? outcome
        : missed(
          isLate
            ? Rejection(constraint: "capacity", by: "no fleets of \(pair.label) meet the latency objectives")
            : Rejection(constraint: "availability", value: nearest, limit: target, unit: "ratio", by: pair.label))
    }
    outcome.placed = found.placed
    outcome.path = found.path
    outcome.completion = found.completion
    outcome.pair = found.state
    return outcome
  }

  /// The pair of fleets with the least sum, both ladders climbed only as far as that can matter.
  private static func cheapest(
    _ home: FleetLadder, _ other: FleetLadder, isOneOfOther: Bool, cutoff: Double,
    _ isFeasible: (RegionalFleet, RegionalFleet) -> Bool
  ) -> (RegionalFleet, RegionalFleet)? {
    guard let first = other.fleet(0) else { return nil }
    var best: (RegionalFleet, RegionalFleet)?
    var least = cutoff
    let floor = isOneOfOther ? 0 : first.cost
    var i = 0
    while let a = home.fleet(i), a.cost + floor < least || (best == nil && a.cost + floor <= least) {
      var j = 0
      while let b = other.fleet(j), isOneOfOther || a.cost + b.cost < least || best == nil && a.cost + b.cost <= least {
        if isFeasible(a, b) {
          best = (a, b)
          least = a.cost + (isOneOfOther ? 0 : b.cost)
          break
        }
        if isOneOfOther { break }
        j += 1
      }
      i += 1
    }
    return best
  }

  // MARK: Placement

  private func empty(_ form: PlacementForm, _ zones: Int) -> PlacedWorkload {
    PlacedWorkload(
      model: .cloud, form: form, topology: pair.topology,
      sites: [pair.home, pair.other].map {
        Site(provider: $0.provider, region: $0.region, zones: zones, machine: nil, count: 0, purchase: .onDemand)
      }, lines: [])
  }

  private func placement(
    _ form: PlacementForm, _ zones: Int, _ a: RegionalFleet, _ b: RegionalFleet
  ) -> (placed: PlacedWorkload, path: PathNode, completion: PathNode?, state: PairState)? {
    let topology = PairServiceSearch.topology(zones)
    func price(_ search: ServiceSearch, _ fleet: RegionalFleet) -> PlacedWorkload? {
      search.price(
        search.context.offers.offer(fleet.option.index), purchase: fleet.option.purchase, form: form,
        topology: topology, zones: zones, fleet.sizing)
    }
    guard var placed = price(home, a), let standby = price(other, b) else { return nil }
    placed.topology = pair.topology
    var besides = CostBook(problem: pair.home.problem, parameters: pair.home.parameters)
    pair.addDrills(to: &besides)
    let elsewhere = isPilotLight ? pilotLight(form).lines : standby.lines
    placed.lines += elsewhere.map { $0.within(pair.other.region) } + besides.lines
    placed.perMonth = placed.lines.reduce(Money.zero) { $0 + $1.perMonth }
    var second = standby.sites
    if isPilotLight { for index in second.indices { second[index].count = 0 } }
    placed.sites += second
    if !isPilotLight, let here = placed.carbonKilograms {
      placed.carbonKilograms = standby.carbonKilograms.map { here + $0 }
    }
    if pair.topology == .activeActive, let busy = standby.utilization, busy > placed.utilization ?? 0 {
      placed.utilization = busy
      placed.headroom = 1 - busy
    }
    let part = part(home: a.sizing.availability, other: b.sizing.availability)
    let whole = recovery(part)
    placed.availability = whole.availability.availability
    placed.ownAvailability = recovery(part, alone: true).availability.availability
    placed.rto = whole.rto
    placed.rpo = whole.rpo
    let monthly = load.mean * CostBook.hoursPerMonth * 3600
    placed.perTransaction = monthly > 0 ? Money(placed.perMonth.double / monthly) : nil
    placed.throughput = home.throughput(a.sizing, key: a.key)
    placed.path = userPath(home.userPath(a.sizing, key: a.key), other.userPath(b.sizing, key: b.key))
    placed.details += details(whole, b, standby)
    var completion: PathNode?
    if !workload.completionLimits.isEmpty || workload.hasWorkAfterAnswer(callees) {
      completion = userPath(home.completionPath(a.sizing, key: a.key), other.completionPath(b.sizing, key: b.key))
      placed.completion = completion
    }
    return (
      placed, home.servicePath(a.sizing, key: a.key), completion,
      PairState(part: part, otherPath: other.servicePath(b.sizing, key: b.key))
    )
  }

  private func details(_ recovery: PairRecovery, _ b: RegionalFleet, _ standby: PlacedWorkload) -> [PlacementDetail] {
    var details = pair.details(recovery)
    if pair.topology == .activeActive {
      details.insert(
        PlacementDetail("home_share", homeShare, "ratio", "of the requests are nearer to \(pair.home.region)"), at: 0)
    } else if isPilotLight {
      let machine = standby.sites.first?.machine ?? ""
      details.insert(
        PlacementDetail(
          "standby", nil, "", "started in \(pair.other.region) when \(pair.home.region) is lost",
          text: "pilot light: \(b.sizing.instances) × \(machine)"), at: 0)
    } else {
      details.insert(
        PlacementDetail("standby", nil, "", "runs in \(pair.other.region) and can carry the busy hour", text: "full"),
        at: 0)
    }
    return details
  }
}

extension RegionPair {
  /// Figures that every workload over the pair has.
  func details(_ recovery: PairRecovery) -> [PlacementDetail] {
    [
      PlacementDetail("region_round_trip", roundTripSeconds, "s", "\(home.region) to \(other.region) and back"),
      PlacementDetail("takeover", recovery.takeoverSeconds, "s", "detect, promote or start, point names elsewhere"),
      PlacementDetail(
        "failover_coverage", coverage, "ratio",
        isDrilled ? "of failovers work: they are drilled" : "of failovers work: none was ever drilled"),
      PlacementDetail(
        "common_cause", failover.beta, "ratio", "of a region's failures take the other down as well, assumed"),
    ]
  }
}

extension CostLine {
  /// The same line of the second region.
  func within(_ region: String) -> CostLine {
    var line = self
    line.item = "\(item), \(region)"
    return line
  }
}

extension WorkloadProblem {
  /// The objective on recovery from the loss of a region that is missed.
  func missedRecovery(_ recovery: PairRecovery, by reason: String) -> Rejection? {
    for (name, value) in [("rto", recovery.rto), ("rpo", recovery.rpo)] {
      if let limit = target(name), value > limit {
        return Rejection(constraint: name, value: value, limit: limit, unit: "s", by: reason)
      }
    }
    return nil
  }
}
