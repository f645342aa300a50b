/// What users of a served model see: time to the first token, time per further token, whole request.
package struct ServingTimes: Sendable {
  /// Mean seconds to the first token, and the hops it consists of.
  package var firstToken: Double
  package var firstTokenHops: [Hop]
  /// Mean seconds to the first token besides the wait for a slot; probability of such a wait, and its mean.
  package var ownFirstToken: Double
  package var slotWait: (probability: Double, mean: Double)
  /// Mean seconds of each further token.
  package var perToken: Double
  /// Sequences in flight on one group, on average.
  package var sequences: Double
  /// Tokens a second written by one group.
  package var tokensPerSecond: Double
  /// Share of the most that the group carries, in [0,1].
  package var utilization: Double
  private let calibration: ServingCalibration
  private let output: Double

  init(
    ownFirstToken: Double, slotWait: (probability: Double, mean: Double), firstTokenHops: [Hop], perToken: Double,
    sequences: Double, tokensPerSecond: Double, utilization: Double, group: ServingGroup
  ) {
    self.ownFirstToken = ownFirstToken
    self.slotWait = slotWait
    firstToken = ownFirstToken + slotWait.probability * slotWait.mean
    self.firstTokenHops = firstTokenHops
    self.perToken = perToken
    self.sequences = sequences
    self.tokensPerSecond = tokensPerSecond
    self.utilization = utilization
    calibration = group.calibration
    output = group.output
  }

  /// The rest of a request after its first token.
  package var decodeHop: Hop {
    .lognormal(
      mean: (output - 1) * perToken, scv: Elementary.expm1(calibration.perTokenSigma * calibration.perTokenSigma))
  }

  /// Percentile of the time to the first token, seconds.
  package func firstToken(_ p: Double) -> Double {
    LatencyPath.distribution(of: firstTokenHops, cells: 1024).percentile(p)
  }

  /// Percentile of the time per token, seconds.
  package func perToken(_ p: Double) -> Double {
    let sigma = calibration.perTokenSigma
    return perToken * Elementary.exp(sigma * Normal.quantile(p) - sigma * sigma / 2)
  }

  /// Mean seconds of a whole request of the mean length.
  package var request: Double { firstToken + (output - 1) * perToken }

  /// The distribution of a whole request of the mean length, first token and rest independent.
  package var requestDistribution: LatencyDistribution {
    LatencyPath.distribution(of: firstTokenHops + [decodeHop], cells: 1024)
  }

  /// A time to the first token of that mean, lognormal as measured.
  static func firstTokenHop(_ mean: Double, _ calibration: ServingCalibration) -> Hop {
    let sigma = calibration.firstTokenSigma
    return .lognormal(mean: mean, scv: Elementary.expm1(sigma * sigma))
  }
}
