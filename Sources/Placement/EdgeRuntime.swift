/// What runs containers or functions on a device, by what fits its memory and links.
package enum EdgeRuntime: String, Sendable, Hashable, CaseIterable {
  case k3s = "K3s agent"
  case kubeEdge = "KubeEdge EdgeCore"
  case process = "a plain process"

  /// Bytes that it takes: K3s agent 268 to 275 MB (K3s profiling, 1.26), EdgeCore 70 MB (KubeEdge scale test).
  package var memoryBytes: Double {
    switch self {
    case .k3s: 275e6
    case .kubeEdge: 70e6
    case .process: 0
    }
  }

  /// The runtime for a device: KubeEdge where links are often away or more than 5,000 nodes hang on one
  /// cluster, K3s where it fits, else none.
  ///
  /// - Parameters:
  ///   - memoryBytes: memory of the device.
  ///   - online: share of the time it has a link.
  ///   - nodes: devices in all.
  ///   - limit: share of the memory that a control plane may take.
  package static func fitting(memoryBytes: Double, online: Double, nodes: Double, limit: Double) -> EdgeRuntime {
    let wanted: EdgeRuntime = online < 0.95 || nodes > 5000 ? .kubeEdge : .k3s
    for runtime in [wanted, .kubeEdge, .process] where runtime.memoryBytes <= limit * memoryBytes { return runtime }
    return .process
  }

  /// Whether EdgeX Foundry, which brings drivers for industrial protocols, fits: 1 GB of memory and 10 GB of
  /// disk at least (its documentation); a disk that is not stated is taken as large enough.
  package static func fitsEdgeX(memoryBytes: Double, diskBytes: Double?) -> Bool {
    memoryBytes >= 1e9 && diskBytes ?? .infinity >= 10e9
  }
}
