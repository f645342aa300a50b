import Synchronization

/// Printed figures of compositions met before: workloads of one region have their users' way to it in common.
final class KnownFigures: Sendable {
  private let table = Mutex<[PathNode: LatencyFigures]>([:])
  private static let most = 4096

  /// The same whoever asks first.
  func figures(_ path: PathNode) -> LatencyFigures {
    if let found = table.withLock({ $0[path] }) { return found }
    let made = PathModel.figures(path)
    table.withLock { if $0.count < KnownFigures.most { $0[path] = made } }
    return made
  }
}
