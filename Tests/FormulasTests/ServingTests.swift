import Testing

@testable import Formulas

@Suite struct ServingTests {
  private let gpu = AcceleratorFigures(
    name: "H100-SXM-80", bf16: 989e12, fp8: 1979e12, memory: 80e9, bandwidth: 3350e9, link: 450e9)
  private let model = TransformerShape(
    parameters: 8.03e9, layers: 32, hidden: 4096, heads: 32, keyValueHeads: 8, vocabulary: 128_256)

  private func group(_ input: Double, _ output: Double, cached: Double = 0, ways: Int = 1) -> ServingGroup {
    ServingGroup(model: model, format: .bf16, gpu: gpu, ways: ways, input: input, output: output, cachedInput: cached)
  }

  @Test func `Times grow with the rate and end where the group saturates`() throws {
    let served = OpenLoopServing(group(1024, 256))
    let most = served.saturation
    var (first, token) = (0.0, 0.0)
    for step in 1...19 {
      let times = try #require(served.times(rate: most * Double(step) / 20))
      #expect(times.firstToken >= first && times.perToken >= token)
      #expect(times.firstToken(0.5) < times.firstToken(0.9) && times.firstToken(0.9) < times.firstToken(0.99))
      #expect(abs(times.sequences - times.tokensPerSecond * times.perToken) <= 1e-9 * times.sequences)
      (first, token) = (times.firstToken, times.perToken)
    }
    #expect(served.times(rate: most * 1.001) == nil)
  }

  @Test func `A closed loop carries what the open one saturates at`() {
    let group = group(1024, 256)
    let closed = group.closedLoop(concurrency: .infinity).tokensPerSecond
    #expect(abs(OpenLoopServing(group).saturation * 256 / closed - 1) < 1e-9)
  }

  @Test func `A prefix cache shortens prompts, more ways take less time and hold more`() {
    #expect(group(2048, 128, cached: 1024).prefillSeconds < group(2048, 128).prefillSeconds)
    #expect(group(2048, 128, ways: 2).decodeSeconds(16) < group(2048, 128).decodeSeconds(16))
    #expect(group(2048, 128, ways: 2).memoryLimit > 2 * group(2048, 128).memoryLimit)
    #expect(!group(4_000_000, 128).fits)
  }

  @Test func `The usual shape of a size is near the published one`() {
    let seven = TransformerShape(parameters: 6.7e9)
    #expect(abs(seven.layers - 32) <= 2 && abs(seven.hidden - 4096) <= 256)
  }

  @Test func `A batch server keeps to the exact chain`() throws {
    // Mean latency and mean batch of the embedded chain, computed elsewhere to ten digits.
    let figures: [(rate: Double, base: Double, perItem: Double, limit: Int, latency: Double?, batch: Double?)] = [
      (4, 1, 0, 5000, 1.497720981, 4.018315639), (6, 1, 0.05, 5000, 2.206015637, 8.57182304),
      (1.666666667, 1, 0.05, 4, 1.678647251, nil), (9.846153846, 1, 0.05, 32, 3.03926993, nil),
    ]
    for row in figures {
      let state = try #require(
        BatchServer(base: row.base, perItem: row.perItem, limit: row.limit).state(rate: row.rate))
      if let want = row.latency { #expect(abs(state.meanLatency / want - 1) < 1e-7, "\(row): \(state.meanLatency)") }
      if let want = row.batch { #expect(abs(state.meanBatch / want - 1) < 1e-7, "\(row): \(state.meanBatch)") }
    }
  }

  @Test func `Batch servers agree with the reference rows`() {
    guard let rows = Oracle.rows("gpu_batching.csv") else { return }
    var (worstMean, worstQuantile, count) = (0.0, 0.0, 0)
    for row in rows {
      let inputs = Oracle.inputs(row["inputs"] ?? "")
      guard let rate = inputs["lam"], let base = inputs["t0"], let perItem = inputs["alpha"], inputs["tokens"] == nil
      else { continue }
      let limit = inputs["B"].flatMap { $0.isFinite ? Int($0) : nil } ?? 5000
      guard let state = BatchServer(base: base, perItem: perItem, limit: limit).state(rate: rate) else {
        Issue.record("no state for \(row["inputs"] ?? "")")
        continue
      }
      let quantity = row["quantity"] ?? ""
      let expected = row.number("expected")
      count += 1
      if quantity.hasPrefix("mean") {
        let value = quantity.hasPrefix("mean batch") ? state.meanBatch : state.meanLatency
        worstMean = max(worstMean, Oracle.error(value, expected))
      } else if let p = Double(quantity.split(separator: "=").last ?? "") {
        worstQuantile = max(worstQuantile, Oracle.error(state.percentile(p), expected))
      }
    }
    print("gpu_batching.csv: \(count) rows, means within \(worstMean), quantiles within \(worstQuantile)")
    #expect(worstMean < 1e-6)
    #expect(worstQuantile < 0.05)
  }

  @Test func `Failures and checkpoints leave the published share of a long run`() {
    // Llama 3 405B: 3.1 h between failures on 16,384 accelerators.
    let safe = TrainingRun.Reliability(gpus: 16_384, checkpointBytes: 15, bandwidth: 1)
    #expect(abs(safe.meanTimeBetweenFailures / 3600 - 3.09) < 0.01)
    #expect(abs(safe.interval / 60 - 9.6) < 0.2)
    #expect(abs(safe.efficiency - 0.89) < 0.01)
  }
}
