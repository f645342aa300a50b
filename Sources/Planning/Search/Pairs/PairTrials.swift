import Foundations
import Placement

/// Which workloads of a group stand in two regions, and the ways of running them there.
struct PairTrials {
  let pair: RegionPair
  let group: [WorkloadProblem]
  let loads: [String: LoadFigures]
  let memo: PairMemo

  /// Whether a workload may stand in two regions.
  static func isPaired(_ workload: WorkloadProblem, _ topology: Topology) -> Bool {
    switch workload.kind {
    case .service, .store: workload.place.topologies?.contains(topology) ?? true
    default: false
    }
  }

  /// Share of each workload's load that comes from the home region while both serve.
  var homeShares: [String: Double] {
    var shares: [String: Double] = [:]
    let stated = group.compactMap { workload in pair.homeShare(workload).map { ($0, loads[workload.name]?.own ?? 0) } }
    let total = stated.reduce(0) { $0 + $1.1 }
    let usual =
      total > 0
      ? stated.reduce(0) { $0 + $1.0 * $1.1 } / total
      : stated.isEmpty ? 0.5 : stated.reduce(0) { $0 + $1.0 } / Double(stated.count)
    for workload in LoadModel.calleesFirst(group).reversed() {
      guard let load = loads[workload.name] else { continue }
      let own = pair.homeShare(workload) ?? usual
      guard PairTrials.isPaired(workload, pair.topology) else {
        shares[workload.name] = 1
        continue
      }
      let sum = load.fromCalls.reduce(load.own * own) { $0 + $1.rate * (shares[$1.caller] ?? usual) }
      shares[workload.name] = load.mean > 0 ? sum / load.mean : own
    }
    return shares
  }

  /// The least that any workload may lose of its writes, in seconds.
  private var lossLimit: Double { group.compactMap { $0.target("rpo") }.min() ?? .infinity }

  /// Every way of a workload in the pair.
  func ways(_ workload: WorkloadProblem, homeShare: Double) -> [TrialWay] {
    let load = loads[workload.name] ?? LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
    func allowed(_ forms: [PlacementForm]) -> [PlacementForm] {
      guard workload.place.models?.contains(.cloud) ?? true else { return [] }
      return forms.filter { workload.place.forms?.contains($0) ?? true }
    }
    let zones = workload.place.pair?.zones.map { [$0] } ?? [1, 2]
    switch workload.kind {
    case .service(let service):
      let standbys = pair.topology == .activeActive ? [false] : [false, true]
      let pinned = workload.place.pair?.isPilotLight
      return standbys.filter { pinned == nil || pinned == $0 }.flatMap { isPilot -> [TrialWay] in
        let search = PairServiceSearch(
          pair: pair, workload: workload, service: service, load: load, homeShare: homeShare, isPilotLight: isPilot,
          memo: memo)
        return allowed([.vm, .containers]).flatMap { form in
          zones.map { zones in
            way(search.prepare(form: form, zones: zones), isPilot ? "pilot light" : "full", zones) {
              prepared, callees, cutoff in
              search.with(callees: callees).best(prepared, cutoff: cutoff)
            }
          }
        }
      }
    case .store(let store):
      return PairStoreSearch.ways(store, pair.topology).flatMap { replication -> [TrialWay] in
        let search = PairStoreSearch(
          pair: pair, workload: workload, store: store, load: load, homeShare: homeShare, replication: replication,
          memo: memo)
        let forms = allowed(search.home.forms).filter {
          pair.home.isExhaustive || search.isOfUse(form: $0, lossLimit: lossLimit)
        }
        return forms.flatMap { form in
          (form == .objectStorage ? [2] : zones).map { zones in
            way(search.prepare(form: form, zones: zones), replication.rawValue, zones) { prepared, _, cutoff in
              search.best(prepared, cutoff: cutoff)
            }
          }
        }
      }
    default: return []
    }
  }

  private func way(
    _ prepared: Prepared, _ variant: String, _ zones: Int,
    best: @escaping (Prepared, [String: CalleeState], Double) -> FormOutcome
  ) -> TrialWay {
    TrialWay(
      prepared.form, pair.topology, "\(variant) \(zones)", bound: prepared.bound, candidates: prepared.count
    ) { callees, cutoff in best(prepared, callees, cutoff) }
  }
}
