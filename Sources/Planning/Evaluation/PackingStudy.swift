import Foundations
import Placement

/// Services that could share the nodes and the control plane of one cluster.
struct PackingStudy {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters

  /// Pods beyond which nothing is said: one by one they would take longer than the plan.
  private static let mostPods = 5000

  /// What one instance asks of a node.
  struct Pod: Hashable {
    var vcpus: Double
    var bytes: Double
  }

  /// A figure for each region in which two and more services run on machines.
  func packings(_ results: [WorkloadResult]) -> [PackingFigures] {
    var order: [String] = []
    var groups: [String: [WorkloadResult]] = [:]
    for result in results {
      guard result.kind == "service", let chosen = result.chosen, [.vm, .containers].contains(chosen.form),
        let site = chosen.sites.first
      else { continue }
      let key = "\(site.provider):\(site.region)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(result)
    }
    return order.compactMap { key in packing(key, groups[key] ?? []) }
  }

  private func packing(_ place: String, _ results: [WorkloadResult]) -> PackingFigures? {
    guard results.count > 1, let site = results[0].chosen?.sites.first else { return nil }
    let offers = market.offers(provider: site.provider, region: site.region)
    let rows = Dictionary((0..<offers.count).map { (offers.machine($0), $0) }) { first, _ in first }
    let loads = LoadModel.loads(problem)
    let workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
    var work: [(cores: Double, bytes: Double, count: Int)] = []
    var separate = Money.zero
    var machines = 0
    for result in results {
      guard let chosen = result.chosen, let mine = chosen.sites.first, let row = mine.machine.flatMap({ rows[$0] }),
        let busy = chosen.utilization,
        case .service(let service)? = workloads[result.name]?.kind
      else { return nil }
      let offer = offers.offer(row)
      // As many reference cores as it is busy with in its busy hour, with the room it has now.
      let cores =
        (loads[result.name]?.peak ?? 0) * service.cpuSeconds / max(min(busy, parameters.utilizationLimit), 1e-9)
      let count = max(mine.count, Int(clamped: cores.rounded(.up)))
      work.append((cores, service.memoryBytes, count))
      machines += mine.count
      separate =
        separate
        + chosen.lines.reduce(Money.zero) { sum, line in
          ["compute", "idle"].contains(line.category) ? sum + line.perMonth : sum
        }
      guard offer.speed > 0 else { return nil }
    }
    let control = market.facts(provider: site.provider, region: site.region).prices[
      ServiceMeter.allCases.firstIndex(of: .controlPlaneHour) ?? 0
    ].amount
    guard let control else { return nil }
    let count = work.reduce(0) { $0 + $1.count }
    guard count <= PackingStudy.mostPods else { return nil }
    let (cores, bytes) = work.reduce((0, 0)) { ($0.0 + $1.cores, $0.1 + $1.bytes * Double($1.count)) }
    var best: PackingFigures?
    for row in 0..<offers.count where offers.isSteady[row] && offers.speed[row] > 0 {
      let offer = offers.offer(row)
      guard let hourly = problem.price(of: offer, .onDemand) else { continue }
      let room = Pod(
        vcpus: offer.vcpus - parameters.nodeOverheadCPUs, bytes: offer.memoryBytes - parameters.nodeOverheadBytes)
      guard room.vcpus > 0, room.bytes > 0 else { continue }
      func total(_ nodes: Double) -> Money { (hourly.times(nodes) + control).times(CostBook.hoursPerMonth) }
      // Not even nodes without a gap between the pods would be cheaper.
      let least = (max(cores / offer.speed / room.vcpus, bytes / room.bytes) * (1 - 1e-9)).rounded(.up)
      if let best, total(least) >= best.perMonth { continue }
      let pods = work.flatMap { part in
        Array(
          repeating: Pod(vcpus: part.cores / Double(part.count) / offer.speed, bytes: part.bytes), count: part.count)
      }
      guard let nodes = Self.firstFit(pods, room: room) else { continue }
      let total = total(Double(nodes))
      if total < best?.perMonth ?? Money(1e15) {
        best = PackingFigures(
          place: place, members: results.map(\.name), pods: count, machine: offer.machine, nodes: nodes,
          perMonth: total, machines: machines, separate: separate)
      }
    }
    return best
  }

  /// Nodes that first-fit decreasing needs: by the larger of the two shares; `nil` when a pod fits no node.
  static func firstFit(_ pods: [Pod], room: Pod) -> Int? {
    guard room.vcpus > 0, room.bytes > 0 else { return nil }
    func size(_ pod: Pod) -> Double { max(pod.vcpus / room.vcpus, pod.bytes / room.bytes) }
    var free: [Pod] = []
    for pod in pods.sorted(by: { size($0) > size($1) }) {
      guard size(pod) <= 1 else { return nil }
      if let index = free.firstIndex(where: { $0.vcpus >= pod.vcpus - 1e-12 && $0.bytes >= pod.bytes }) {
        free[index].vcpus -= pod.vcpus
        free[index].bytes -= pod.bytes
      } else {
        free.append(Pod(vcpus: room.vcpus - pod.vcpus, bytes: room.bytes - pod.bytes))
      }
    }
    return free.count
  }
}
