import Foundations

/// What workloads need to know of those that they call or are called by, found by name.
final class ProblemIndex: Sendable {
  private let streams: Set<String>
  private let devices: Set<String>
  private let bytes: [String: Double]

  init(_ problem: Problem) {
    var (streams, devices): (Set<String>, Set<String>) = ([], [])
    var bytes: [String: Double] = [:]
    for workload in problem.workloads {
      switch workload.kind {
      case .stream: streams.insert(workload.name)
      case .device: devices.insert(workload.name)
      case .service(let service): bytes[workload.name] = service.responseBytes
      case .store(let store): bytes[workload.name] = store.itemBytes
      default: break
      }
      if bytes[workload.name] == nil { bytes[workload.name] = 200 }
    }
    (self.streams, self.devices, self.bytes) = (streams, devices, bytes)
  }

  /// Whether a workload is a stream, which needs no queue before it.
  func isStream(_ name: String) -> Bool { streams.contains(name) }

  /// Requests a second that come over the internet from devices.
  func rateFromDevices(_ load: LoadFigures) -> Double {
    load.fromCalls.reduce(0) { devices.contains($1.caller) ? $0 + $1.rate : $0 }
  }

  /// Bytes of an answer of a workload.
  func responseBytes(_ name: String) -> Double { bytes[name] ?? 0 }
}
