import Foundations
import Planning
import Spec

/// Where the amounts of a spec stand, by their paths.
struct SpecLines {
  private var lines: [String: Int] = [:]

  init(_ session: PlanSession) {
    let spec = session.spec
    var amounts: [Amount?] = [
      spec.horizon, spec.confidence, spec.transaction?.requests, spec.customers?.count, spec.team.engineer,
      spec.team.count, spec.team.infrastructureShare, spec.finance.cash, spec.finance.burn, spec.finance.revenue,
      spec.budgets.monthly, spec.budgets.perTransaction, spec.budgets.carbon, spec.bill?.total, spec.bill?.positions,
      spec.operations.deploys, spec.operations.changeFailure, spec.operations.restore, spec.operations.detect,
    ]
    amounts += spec.prices.discount.map(\.ratio) + spec.users.map(\.share)
    for workload in spec.workloads {
      amounts += [workload.outageCost, workload.slo.window]
      amounts += workload.slo.objectives.map(\.target)
      amounts += workload.calls.flatMap { [$0.times, $0.timeout, $0.cached] }
      amounts += SpecLines.amounts(workload.kind)
    }
    for case let amount? in amounts where lines[amount.path] == nil {
      lines[amount.path] = session.line(of: amount.span)
    }
    for growth in [spec.growth] + spec.workloads.map(\.growth) {
      if let growth { lines[growth.path] = session.line(of: growth.span) }
    }
  }

  private static func amounts(_ kind: Workload.Kind) -> [Amount?] {
    switch kind {
    case .service(let service):
      var cpu: Amount?
      if case .reference(let amount)? = service.cpu { cpu = amount }
      if case .measured(let amount, _, _)? = service.cpu { cpu = amount }
      if case .utilization(let amount, _, _, _, _)? = service.cpu { cpu = amount }
      return [
        service.rate, service.peak, service.arrivalVariability, cpu, service.variability, service.memory,
        service.request, service.response, service.offCPU,
      ]
    case .batch(let batch):
      return [batch.count, batch.cores, batch.runtime, batch.variability, batch.memory, batch.input, batch.output]
    case .store(let store): return [store.size, store.reads, store.writes, store.item, store.hot, store.zipf]
    case .external(let external): return [external.latency, external.availability, external.price, external.limit]
    default: return []
    }
  }

  /// The line of an amount; `nil` when the spec does not state it.
  func line(_ path: String) -> Int? { lines[path] }
}
