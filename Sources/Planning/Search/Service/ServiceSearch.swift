import CostSolver
import Formulas
import Foundations
import Placement

/// Searches machines and counts for a service in one region.
final class ServiceSearch {
  let context: RegionContext
  let workload: WorkloadProblem
  let service: ServiceProblem
  let load: LoadFigures
  let callees: [String: CalleeState]
  /// The hops that no fleet changes, composed once; `nil` without latency objectives.
  lazy var screen: LimitScreen? =
    latencyLimits.isEmpty ? nil : LimitScreen(latencyLimits, fixed: fixedPath, known: context.screens)

  /// Balancer and traffic, the same for every form and topology.
  private(set) lazy var shared: CostBook = {
    var book = CostBook(problem: context.problem, parameters: context.parameters, hasLines: false)
    addShared(to: &book)
    return book
  }()
  /// What even idle machines miss here.
  private lazy var hopelessness: Rejection? = networkMiss()
  private var knownInternet: (gigabytes: Double, perGB: Money?, source: String)?
  /// From the user's device and back, over all groups; `nil` when latency does not count from there.
  private(set) lazy var networkPath: PathNode? = makeNetworkPath()

  /// Creates a search; the workloads it calls are settled before its first ``best(_:cutoff:)``.
  init(
    context: RegionContext, workload: WorkloadProblem, service: ServiceProblem, load: LoadFigures,
    callees: [String: CalleeState] = [:]
  ) {
    self.context = context
    self.workload = workload
    self.service = service
    self.load = load
    self.callees = callees
  }

  /// The same search with the workloads it calls settled.
  func with(callees: [String: CalleeState]) -> ServiceSearch {
    callees.isEmpty && self.callees.isEmpty
      ? self : ServiceSearch(context: context, workload: workload, service: service, load: load, callees: callees)
  }

  /// The mean price of that many GB a month to the internet; `nil` when unknown.
  func internetPrice(_ gigabytes: Double) -> (perGB: Money?, source: String)? {
    if let known = knownInternet, known.gigabytes == gigabytes { return (known.perGB, known.source) }
    let traffic = context.market.internetTraffic(
      provider: context.provider, region: context.region, gigabytes: gigabytes)
    let perGB = traffic.map { Money($0.total.double / gigabytes) }
    knownInternet = (gigabytes, perGB, traffic?.source ?? "")
    return (perGB, traffic?.source ?? "")
  }

  /// What the region's machines can cost at least; needs no callee.
  func prepare(form: PlacementForm, topology: Topology) -> Prepared {
    let zones = topology == .multiZone ? 2 : 1
    let fixed = fixedCost(form: form, zones: zones)
    guard isListPriced else {
      let candidates = candidates(form: form, zones: zones, fixed: fixed.total, cutoff: .infinity)
      return Prepared(
        form: form, topology: topology, candidates: candidates, fixed: fixed.total, unknown: fixed.unknown)
    }
    let bound = bound(form: form, zones: zones, fixed: fixed.total)
    return Prepared(
      form: form, topology: topology,
      least: context.isExhaustive
        ? context.least(in: context.offers, purchases: purchases, bound.least) : frontier(bound).least(bound),
      fixed: fixed.total, unknown: fixed.unknown)
  }

  /// The region's machines that fit, with their bounds.
  func candidates(form: PlacementForm, zones: Int, fixed: Double, cutoff: Double) -> [Candidate] {
    let bound = bound(form: form, zones: zones, fixed: fixed)
    let offers = context.offers
    return context.candidates(
      in: offers, purchases: purchases, cutoff: cutoff, fits: { fits($0, bound) },
      bound: { bound.bound(vcpus: offers.vcpus[$0], speed: offers.speed[$0], usdPerHour: $1) })
  }

  /// The exact optimum over what was prepared.
  ///
  /// - Parameter cutoff: cost above which no placement is of interest.
  func best(_ prepared: Prepared, cutoff: Double = .infinity) -> FormOutcome {
    var outcome = FormOutcome()
    guard prepared.bound <= cutoff else { return outcome }
    let (form, topology) = (prepared.form, prepared.topology)
    let zones = topology == .multiZone ? 2 : 1
    let options: [Candidate]
    // Machines that are off at night are not ranked by the price of an hour.
    if isListPriced, !context.isExhaustive, service.onHours == CostBook.hoursPerMonth {
      let bound = bound(form: form, zones: zones, fixed: prepared.fixed)
      options = frontier(bound).candidates(bound, cutoff: cutoff)
    } else {
      options = candidates(
        form: form, zones: zones, fixed: prepared.fixed, cutoff: context.isExhaustive ? .infinity : cutoff)
    }
    // The first machine that fits names a miss that none of them could help.
    var first: Candidate? {
      candidates(form: form, zones: zones, fixed: prepared.fixed, cutoff: cutoff).first
    }
    let availability = availabilityBound(topology: topology)
    outcome.search.candidates += options.count
    var cache: [SizingKey: Sized] = [:]
    var fewest: [SizingKey: Int] = [:]
    var nearest = options.isEmpty ? pinnedMisfit(form) : nil
    if let target = workload.target("availability"), availability < target {
      // Not even machines that never fail reach it here.
      if let first {
        let unavailable = Rejection(
          constraint: "availability", value: availability, limit: target, unit: "ratio",
          by: "\(topology.rawValue), with machines that never fail")
        // Mending the nearer of two misses would not be enough.
        nearest = (first, Rejection.furthest(unavailable, networkMiss()) ?? unavailable)
      }
      outcome.search.pruned += options.count
    } else if let unknown = prepared.unknown {
      if let first {
        nearest = (first, Rejection(constraint: "price-unknown", by: unknown))
      }
      outcome.search.priceUnknown += prepared.count
    } else if let rejection = hopelessness {
      // No machine can help: the round trips alone exceed the objective.
      if let first { nearest = (first, rejection) }
      outcome.search.pruned += options.count
    } else {
      let perInstance = instanceCost(form: form)
      var best = Double.infinity
      let (winner, _, evaluated) = LowerBoundOrder.cheapest(
        bounds: options.map(\.bound), isExhaustive: context.isExhaustive, cutoff: cutoff
      ) { index in
        let option = options[index]
        let (vcpus, speed) = (context.offers.vcpus[option.index], context.offers.speed[option.index])
        let key = SizingKey(speed: speed, workers: workers(vcpus, form: form), zones: zones)
        let unit = machinePerMonth(option) + perInstance
        // Nothing dearer than the best so far, here or elsewhere, is looked at in full.
        let limit = min(best, cutoff)
        if limit < .infinity {
          let least = fewest[key] ?? self.least(key)
          fewest[key] = least
          if (Double(least) * unit + prepared.fixed) * (1 - 1e-9) > limit { return nil }
        }
        let most = unit > 0 ? Int(clamped: ((limit - prepared.fixed) / unit * (1 + 1e-9)).rounded(.down)) : .max
        if cache[key]?.mayFit(most) ?? true {
          let sized = size(key, through: context.isExhaustive ? .max : most)
          if case .fits(let sizing) = sized { cache[key] = .fits(available(sizing)) } else { cache[key] = sized }
        }
        guard case .fits(let sizing)? = cache[key] else {
          if nearest == nil, limit == .infinity { nearest = (option, latencyMiss(key)) }
          return nil
        }
        if let target = workload.target("availability"), sizing.availability * dependencies < target {
          if nearest == nil {
            nearest = (
              option,
              Rejection(
                constraint: "availability", value: sizing.availability * dependencies, limit: target, unit: "ratio",
                by: topology.rawValue)
            )
          }
          return nil
        }
        let cost = Double(sizing.instances) * unit + prepared.fixed
        best = min(best, cost)
        return cost
      }
      outcome.search.evaluated += evaluated
      outcome.search.pruned += options.count - evaluated
      if let winner {
        let offer = context.offers.offer(options[winner].index)
        let key = SizingKey(speed: offer.speed, workers: workers(offer, form: form), zones: zones)
        if case .fits(let sizing)? = cache[key],
          var placed = price(
            offer, purchase: options[winner].purchase, form: form, topology: topology, zones: zones, sizing)
        {
          placed.burst = burst(sizing, key: key)
          placed.details += burstDetails(sizing, key: key)
          placed.path = userPath(sizing, key: key)
          complete(&placed, &outcome, sizing, key: key)
          outcome.path = servicePath(sizing, key: key)
          outcome.placed = placed
          return outcome
        }
      }
    }
    if let nearest {
      var miss = PlacedWorkload(
        model: .cloud, form: form, topology: topology,
        sites: [
          Site(
            provider: context.provider, region: context.region, zones: zones,
            machine: context.offers.machine(nearest.option.index), count: 0, purchase: nearest.option.purchase)
        ], lines: [])
      miss.availability = availability
      miss.rejected = nearest.rejection
      outcome.miss = miss
    }
    return outcome
  }
}
