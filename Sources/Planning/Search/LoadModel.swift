import Formulas
import Foundations

/// Adds up who loads whom.
enum LoadModel {
  /// Mean and busy-hour rates of every workload, calls and retries included.
  ///
  /// - Parameter failure: share of attempts that fail and are tried again.
  static func loads(_ problem: Problem, failure: Double = ModelParameters().callFailureRatio) -> [String: LoadFigures] {
    var result: [String: LoadFigures] = [:]
    for workload in problem.workloads {
      switch workload.kind {
      case .service(let service):
        let own = service.ownRate
        result[workload.name] = LoadFigures(own: own, fromCalls: [], mean: own, peak: own * service.peakFactor)
      case .store(let store):
        let own = (store.readsPerSecond + store.writesPerSecond)
        result[workload.name] = LoadFigures(own: own, fromCalls: [], mean: own, peak: own * store.peakFactor)
      case .external:
        result[workload.name] = LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
      case .inference(let inference):
        let own = inference.ownRate
        result[workload.name] = LoadFigures(own: own, fromCalls: [], mean: own, peak: own * inference.peakFactor)
      case .device(let device):
        let own = device.fleet.count * device.sentPerSecond
        result[workload.name] = LoadFigures(own: own, fromCalls: [], mean: own, peak: own)
      case .stream(let stream):
        let own = stream.ownRate
        result[workload.name] = LoadFigures(own: own, fromCalls: [], mean: own, peak: own * stream.peakFactor)
      case .batch, .training: break
      }
    }
    for workload in calleesFirst(problem.workloads).reversed() {
      guard let load = result[workload.name] else { continue }
      for call in workload.calls {
        guard var callee = result[call.to] else { continue }
        // A call that fails is tried again: k(1 − p^(r+1))/(1 − p) attempts.
        let attempts = (1 - Elementary.pow(failure, Double(call.retries + 1))) / (1 - failure)
        let factor = call.times * (1 - call.cachedShare) * attempts
        callee.fromCalls.append((workload.name, load.mean * factor))
        callee.mean += load.mean * factor
        callee.peak += load.peak * factor
        result[call.to] = callee
      }
    }
    return result
  }

  /// The workloads ordered so that each comes after those it calls; ties in the order given.
  static func calleesFirst(_ workloads: [WorkloadProblem]) -> [WorkloadProblem] {
    var done: Set<String> = []
    var order: [WorkloadProblem] = []
    let names = Set(workloads.map(\.name))
    var rest = workloads
    while !rest.isEmpty {
      let ready = rest.filter { w in w.calls.allSatisfy { done.contains($0.to) || !names.contains($0.to) } }
      // A cycle cannot pass the decoder; should one do so, it is taken in the order given.
      let next = ready.isEmpty ? rest : ready
      order += next
      done.formUnion(next.map(\.name))
      rest.removeAll { done.contains($0.name) }
    }
    return order
  }

  /// The workloads in groups connected by calls, in the order of their first member.
  static func groups(_ problem: Problem) -> [[WorkloadProblem]] {
    // Union by the smaller index, with path halving.
    let indices = Dictionary(problem.workloads.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var parents = Array(problem.workloads.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    for (index, workload) in problem.workloads.enumerated() {
      for call in workload.calls {
        guard let callee = indices[call.to] else { continue }
        let (a, b) = (root(index), root(callee))
        if a != b { parents[max(a, b)] = min(a, b) }
      }
    }
    var order: [Int] = []
    var members: [Int: [WorkloadProblem]] = [:]
    for (index, workload) in problem.workloads.enumerated() {
      let key = root(index)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(workload)
    }
    return order.compactMap { members[$0] }
  }
}
