extension ServingGroup {
  /// A fixed number of requests in flight, each followed at once by the next: a benchmark, or a batch job.
  ///
  /// Time per token T_dec(b) + (b/out)·T_pf: prompts of the followers interrupt decoding. Requests that find
  /// no room wait for a slot. The first token carries the client's time, the share of prompts that arrive in
  /// a common wave, and half a step; a request alone is its prompt and one step. Error: throughput ±30 %, first token within a factor of 2.
  ///
  /// - Parameter concurrency: requests in flight on this group; infinite for as many as fit.
  package func closedLoop(concurrency: Double) -> ServingTimes {
    let batch = max(min(concurrency, batchLimit), 1e-9)
    let decode = decodeSeconds(batch)
    let perToken = decode + batch / output * prefillSeconds
    let wait = concurrency.isFinite && concurrency > batch ? (concurrency - batch) / batch * output * perToken : 0
    // One request alone is timed at the engine, as the engines' own tables are.
    let own =
      concurrency <= 1
      ? prefillSeconds + decode
      : calibration.clientSeconds + prefillSeconds * (1 + calibration.wave * batch)
        + calibration.joinSeconds * batch + decode / 2
    var hops: [Hop] = [ServingTimes.firstTokenHop(own, calibration)]
    if wait > 0 { hops.append(.constant(wait)) }
    return ServingTimes(
      ownFirstToken: own, slotWait: (wait > 0 ? 1 : 0, wait), firstTokenHops: hops, perToken: perToken,
      sequences: batch,
      tokensPerSecond: batch / perToken, utilization: batch / batchLimit, group: self)
  }
}
