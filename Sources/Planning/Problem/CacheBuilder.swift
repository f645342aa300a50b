import Formulas
import Foundations
import Spec

/// Caches before a store, as a caller has them.
package struct CacheDesign: Sendable, Hashable {
  /// Share of the calls that the caches beside the caller answer, and the one behind them.
  package var edgeHits: Double
  package var regionalHits: Double
  /// Share of the calls that a copy answers which a write has overtaken, at most.
  package var staleShare: Double
  /// Seconds after which a copy is fetched again.
  package var ttl: Double
  /// Bytes of each cache beside the caller, their number, and bytes of the one behind them.
  package var edgeBytes: Double
  package var caches: Double
  package var regionalBytes: Double
}

extension ProblemBuilder {
  /// The problem with the hits of caches that are stated by size: callers first, whose calls make the load.
  mutating func withCaches(_ problem: Problem, _ point: InputPoint) -> Problem {
    guard spec.workloads.contains(where: { $0.calls.contains { $0.cache != nil } }) else { return problem }
    var problem = problem
    for workload in LoadModel.calleesFirst(problem.workloads).reversed() {
      guard let at = problem.workloads.firstIndex(where: { $0.name == workload.name }),
        let stated = spec.workloads.first(where: { $0.name == workload.name })
      else { continue }
      for (index, call) in stated.calls.enumerated() where call.cache != nil {
        guard let cache = call.cache, problem.workloads[at].calls.indices.contains(index) else { continue }
        let rate = (LoadModel.loads(problem)[workload.name]?.mean ?? 0) * problem.workloads[at].calls[index].times
        guard let design = design(cache, call, rate: rate, problem, point) else { continue }
        problem.workloads[at].calls[index].cache = design
        problem.workloads[at].calls[index].cachedShare = min(1, design.edgeHits + design.regionalHits)
      }
    }
    return problem
  }

  private mutating func design(
    _ cache: Call.Cache, _ call: Call, rate: Double, _ problem: Problem, _ point: InputPoint
  ) -> CacheDesign? {
    guard case .store(let store)? = problem.workloads.first(where: { $0.name == call.to })?.kind,
      case .store(let stated)? = spec.workloads.first(where: { $0.name == call.to })?.kind
    else {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/cache", "'\(call.to)' keeps no data that could be cached", at: cache.span,
          path: cache.path, help: "state the share that is answered from a cache, such as 'cached: 80%'"))
      return nil
    }
    let item = max(store.itemBytes, 1)
    if stated.zipf == nil {
      note("workloads.\(call.to).data.zipf", "0.9", "", "how popularity falls with the rank of an item")
    }
    if cache.caches == nil, cache.edge != nil { note("\(cache.path).caches", "1", "", "caches beside the caller") }
    let edge = cache.edge.map(point.value) ?? 0
    let regional = cache.regional.map(point.value) ?? 0
    var inputs = CacheTree.Inputs(
      objects: max(1, store.sizeBytes / item), zipf: stated.zipf.map(point.value) ?? 0.9, edge: edge / item,
      caches: max(1, cache.caches.map(point.value) ?? 1), regional: regional / item, perSecond: max(rate, 1e-9),
      writesPerSecond: store.writesPerSecond, ttl: cache.ttl.map(point.value) ?? .infinity)
    if let stale = cache.stale.map(point.value) {
      inputs.ttl = min(inputs.ttl, CacheTree.longestLife(inputs, staleShare: stale))
    } else if cache.ttl == nil, store.writesPerSecond > 0 {
      note("\(cache.path).ttl", "5", "min", "after which a copy is fetched again")
      inputs.ttl = 300
    }
    guard inputs.ttl > 0, let tree = CacheTree(inputs) else {
      return CacheDesign(
        edgeHits: 0, regionalHits: 0, staleShare: 0, ttl: 0, edgeBytes: edge, caches: inputs.caches,
        regionalBytes: regional)
    }
    return CacheDesign(
      edgeHits: tree.edgeHits, regionalHits: tree.regionalHits, staleShare: tree.staleShare, ttl: inputs.ttl,
      edgeBytes: edge, caches: inputs.caches, regionalBytes: regional)
  }
}

extension CallProblem {
  /// The call with its caches: what they answer takes little, the rest goes all the way.
  ///
  /// - Parameter link: the way to the region for a caller that stands elsewhere.
  func cached(_ all: PathNode, link: PathNode? = nil) -> PathNode {
    guard cachedShare > 0 else { return all }
    let near = PathNode.hop("cached \(to)", .constant(0.0002))
    guard let cache, cache.regionalHits > 0 else { return .mixture([(cachedShare, near), (1 - cachedShare, all)]) }
    // One hop within the region, between zones.
    let behind = PathNode.hop("regional cache of \(to)", .constant(ModelParameters().crossZoneSeconds + 0.0002))
    return .mixture([
      (cache.edgeHits, near), (cache.regionalHits, link.map { .series([$0, behind]) } ?? behind),
      (1 - cachedShare, all),
    ])
  }
}

/// Hits, misses and stale answers of caches, beside the callers that have them.
enum CacheFigures {
  /// Price of a GB-month of cache memory: a node of 13 GiB at 0.206 USD an hour (ElastiCache list, 2025).
  static let pricePerGB = Money(11.5)

  /// The results with what their caches answer; p99 is a miss unless more than 99 % are hits.
  static func described(_ results: [WorkloadResult], _ problem: Problem) -> [WorkloadResult] {
    let workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
    return results.map { result in
      guard let workload = workloads[result.name], result.chosen != nil else { return result }
      var result = result
      for call in workload.calls {
        guard let cache = call.cache else { continue }
        let name = String(call.to.map { $0 == "-" ? "_" : $0 })
        var details = [
          PlacementDetail(
            "\(name)_edge_hits", cache.edgeHits, "ratio", "of its calls to \(call.to), \u{B1}1 % by Che's method"),
          PlacementDetail("\(name)_regional_hits", cache.regionalHits, "ratio", "of its calls, answered behind these"),
        ]
        if cache.ttl.isFinite {
          details += [
            PlacementDetail("\(name)_ttl", cache.ttl, "s", "after which a copy is fetched again"),
            PlacementDetail(
              "\(name)_stale", cache.staleShare, "ratio",
              "of its calls that a copy answers which a write has overtaken, at most"),
          ]
        }
        result.chosen?.details += details
        let hits = Figures.share(call.cachedShare)
        result.why.append(
          call.cachedShare > 0.99
            ? "Caches answer \(hits) of its calls to \(call.to), the 99th percentile among them."
            : "Caches answer \(hits) of its calls to \(call.to): its 99th percentile is still a miss.")
      }
      return result
    }
  }

  /// The memory of regional caches, which no workload of the spec owns.
  static func lines(_ problem: Problem) -> [CostLine] {
    problem.workloads.flatMap { workload in
      workload.calls.compactMap { call -> CostLine? in
        // Caches beside the caller lie in its own memory.
        guard let cache = call.cache, cache.regionalBytes > 0 else { return nil }
        return CostLine(
          category: "storage", item: "memory of the regional cache of \(workload.name) before \(call.to)",
          quantity: cache.regionalBytes / 1e9, unit: "GB-month",
          unitPrice: pricePerGB, source: "aws: node of a managed cache over its memory, 2025-07-01")
      }
    }
  }
}
