import Formulas
import Synchronization

/// One copy of a model on its hardware: what it carries and how long requests take there.
struct ServedCopy {
  /// How requests share the hardware.
  enum Engine {
    case tokens(OpenLoopServing)
    case batches(BatchServer)
  }

  let engine: Engine
  /// Requests a second at which the copy is saturated.
  let saturation: Double

  init(_ engine: Engine) {
    self.engine = engine
    switch engine {
    case .tokens(let served): saturation = served.saturation
    case .batches(let server): saturation = server.saturation
    }
  }

  /// A copy in the busy hour.
  struct State {
    /// From the gateway to the first token (language models), and to the whole answer.
    var first: PathNode?
    var whole: PathNode
    /// Time of one further token.
    var further: PathNode?
    /// Requests (or items) served at once, on average.
    var batch: Double
    /// Tokens or items a second at most.
    var capacity: Double
  }

  /// The paths under a rate; `nil` at or above saturation.
  func state(rate: Double) -> State? {
    switch engine {
    case .tokens(let served):
      guard let times = served.times(rate: rate) else { return nil }
      let calibration = served.group.calibration
      let wide = Elementary.expm1(calibration.firstTokenSigma * calibration.firstTokenSigma)
      let narrow = Elementary.expm1(calibration.perTokenSigma * calibration.perTokenSigma)
      var hops: [PathNode] = [.hop("prompt and first token", .lognormal(mean: times.ownFirstToken, scv: wide))]
      let wait = times.slotWait
      if wait.probability > 1e-6 {
        hops.insert(
          .mixture([
            (
              wait.probability,
              .hop(
                "wait for a slot", .queue(arrivalPerSecond: 0, serviceSeconds: wait.mean, servers: 1, ca2: 1, cs2: 1))
            ), (1 - wait.probability, .hop("no wait", .constant(0))),
          ]), at: 0)
      }
      let rest = (served.group.output - 1) * times.perToken
      let further = PathNode.hop("further tokens", .lognormal(mean: max(rest, 1e-9), scv: narrow))
      return State(
        first: .series(hops), whole: .series(hops + [further]),
        further: .hop("one token", .lognormal(mean: times.perToken, scv: narrow)), batch: times.sequences,
        capacity: served.saturation * served.group.output)
    case .batches(let server):
      guard let state = rate > 0 ? server.state(rate: rate) : nil else {
        guard rate <= 0 else { return nil }
        let alone = PathNode.hop("queue and batch", .constant(server.seconds(1)))
        return State(first: nil, whole: alone, further: nil, batch: 1, capacity: server.saturation)
      }
      // Forty quantiles carry p99 within the noise of the model.
      let times = (0..<40).map { state.percentile((Double($0) + 0.5) / 40) }
      return State(
        first: nil, whole: .hop("queue and batch", .quantiles(times)), further: nil, batch: state.meanBatch,
        capacity: server.saturation)
    }
  }
}

/// Copies that were prepared before, the same in every region.
final class ServedCopies: Sendable {
  /// What tells copies apart.
  struct Key: Hashable {
    var workload: String
    var model: String
    var hardware: String
    var format: NumberFormat
    var ways: Int
  }

  /// A copy with all that its requests pass besides it: regions of the same network share it.
  struct RateKey: Hashable {
    var copy: Key
    var around: PathNode
    var isForCallers: Bool
  }

  private let known = Mutex<[Key: ServedCopy]>([:])
  private let rates = Mutex<[RateKey: Result<Double, InferenceSearch.Miss>]>([:])
  private let refused = Mutex<[Key: MemoryNeed]>([:])

  /// Bytes needed and available where a model does not fit.
  struct MemoryNeed: Sendable {
    var needed: Double
    var available: Double
  }

  /// The largest rate of a copy within the objectives, found once.
  func rate(
    _ key: RateKey, find: () -> Result<Double, InferenceSearch.Miss>
  ) -> Result<Double, InferenceSearch.Miss> {
    if let known = rates.withLock({ $0[key] }) { return known }
    let found = find()
    rates.withLock { $0[key] = found }
    return found
  }

  /// A copy of a language model, or why it does not fit.
  func language(
    _ key: Key, make: () -> ServingGroup
  ) -> Result<ServedCopy, MemoryMiss> {
    if let copy = known.withLock({ $0[key] }) { return .success(copy) }
    if let need = refused.withLock({ $0[key] }) { return .failure(MemoryMiss(need: need)) }
    let group = make()
    guard group.fits else {
      let need = MemoryNeed(needed: group.memoryNeed.needed, available: group.memoryNeed.available)
      refused.withLock { $0[key] = need }
      return .failure(MemoryMiss(need: need))
    }
    let copy = ServedCopy(.tokens(OpenLoopServing(group)))
    known.withLock { $0[key] = copy }
    return .success(copy)
  }

  /// The group does not hold the model and one request.
  struct MemoryMiss: Error {
    var need: MemoryNeed
  }
}
