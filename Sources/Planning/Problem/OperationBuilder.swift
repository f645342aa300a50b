import Foundations
import Spec

/// How services are run: the hours they are on, and what stands beside them.
extension ProblemBuilder {
  /// Hours of a month that a service is on.
  func onHours(_ service: Workload.Service, _ point: InputPoint) -> Double {
    let day = min(service.onSeconds.map(point.value) ?? 86_400, 86_400) / 86_400
    let week = Double(service.onDays ?? 7) / 7
    return CostBook.hoursPerMonth * day * week
  }

  /// The proxy beside every service; `nil` unless the spec asks for a mesh.
  mutating func sidecar(_ point: InputPoint) -> SidecarProblem? {
    guard let mesh = spec.mesh else { return nil }
    let standard = SidecarProblem.standard
    if mesh.cpu == nil { note("mesh.cpu", "0.35", "ms", "of a sidecar for each request, on the reference core") }
    if mesh.memory == nil { note("mesh.memory", "60", "MiB", "of a sidecar") }
    if mesh.latency == nil { note("mesh.latency", "1", "ms", "that the proxies of a call add to it") }
    return SidecarProblem(
      cpuSeconds: mesh.cpu.map(point.value) ?? standard.cpuSeconds,
      memoryBytes: mesh.memory.map(point.value) ?? standard.memoryBytes,
      latencySeconds: mesh.latency.map(point.value) ?? standard.latencySeconds)
  }
}
