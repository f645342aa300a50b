/// Data kept at the edge while the uplink is away.
package struct OfflineBuffer: Sendable, Hashable {
  /// P(backlog > x) = `probability`·e^(−`decay`·x): share of time with a backlog.
  package let probability: Double
  /// Decay, per byte.
  package let decay: Double
  /// Bytes produced per second.
  package let rate: Double

  /// A link that is up and down in turn for exponential times.
  ///
  /// ϑ = 1/(r·E_off) − 1/((U−r)·E_on), P₀ = p_off·U/(U−r). Nil when the link cannot carry the mean
  /// rate (r ≥ U·p_on) or a number is out of its domain. An infinite mean up time is one outage after
  /// another long ago: ϑ = 1/(r·E_off), P₀ = 1, the backlog at the end of an outage.
  ///
  /// - Parameters:
  ///   - rate: bytes per second produced.
  ///   - uplink: bytes per second while up.
  ///   - meanUp: seconds.
  ///   - meanDown: seconds.
  package init?(rate: Double, uplink: Double, meanUp: Double, meanDown: Double) {
    guard rate > 0, uplink > rate, meanUp > 0, meanDown > 0 else { return nil }
    self.rate = rate
    if meanUp == .infinity {
      (probability, decay) = (1, 1 / (rate * meanDown))
      return
    }
    let down = meanDown / (meanUp + meanDown)
    decay = 1 / (rate * meanDown) - 1 / ((uplink - rate) * meanUp)
    probability = down * uplink / (uplink - rate)
    guard decay > 0 else { return nil }
  }

  /// Bytes that are exceeded with probability `loss` at most: ln(P₀/ε)/ϑ.
  package func buffer(loss: Double) -> Double { max(0, Elementary.log(probability / loss) / decay) }
  /// Mean backlog in bytes, P₀/ϑ.
  package var meanBacklog: Double { probability / decay }
  /// Mean age of data on arrival, seconds (Little).
  package var meanDelay: Double { meanBacklog / rate }

  /// Buffer for exponential outages of mean `outage` that are far apart: r·E_off·ln(1/ε).
  package static func buffer(rate: Double, outage: Double, loss: Double) -> Double {
    rate * outage * -Elementary.log(loss)
  }

  /// Seconds to empty what an outage left: r·T/(U − r); infinite without spare uplink.
  package static func drain(rate: Double, outage: Double, uplink: Double) -> Double {
    uplink > rate ? rate * outage / (uplink - rate) : .infinity
  }

  /// The decay for gamma distributed times: the root of E[e^(ϑrOff)]·E[e^(−ϑ(U−r)On)] = 1.
  package static func decay(
    rate: Double, uplink: Double, meanUp: Double, meanDown: Double, upVariation: Double, downVariation: Double
  ) -> Double? {
    guard rate > 0, uplink > rate, meanUp > 0, meanDown > 0, rate * meanDown < (uplink - rate) * meanUp,
      upVariation > 0, downVariation > 0
    else { return nil }
    let limit = 1 / (rate * meanDown * downVariation)
    func value(_ t: Double) -> Double {
      let off = -Elementary.log1p(-t / limit) / downVariation
      let on = -Elementary.log1p(t * (uplink - rate) * meanUp * upVariation) / upVariation
      return off + on
    }
    var low = 0.0
    var high = limit * (1 - 1e-15)
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if value(middle) > 0 { high = middle } else { low = middle }
    }
    return 0.5 * (low + high)
  }
}
