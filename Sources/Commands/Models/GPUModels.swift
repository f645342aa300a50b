import Catalog
import Formulas
import Foundations
import Planning

/// Language models and other networks on accelerators, and their training.
enum GPUModels {
  static var all: [Calculator] { [serving, batch, training] }

  /// The accelerator an input names.
  static func gpu(_ values: ModelValues) throws(Calculator.Refusal) -> AcceleratorFigures {
    let name = values.text("gpu") ?? ""
    guard let gpu = GPU.named(name) else {
      throw Calculator.Refusal("unknown gpu '\(name)'; \(nearest(name, in: GPU.all.map(\.name)))")
    }
    return AcceleratorFigures(gpu)
  }

  /// The number format an input names.
  static func format(_ values: ModelValues) throws(Calculator.Refusal) -> NumberFormat {
    let word = values.text("precision") ?? ""
    guard let format = NumberFormat.named(word) else {
      let known = NumberFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Calculator.Refusal("unknown precision '\(word)'; it is one of \(known), fp16")
    }
    return format
  }

  static func nearest(_ word: String, in words: [String]) -> String {
    Suggestion.nearest(word, in: words).map { "did you mean '\($0)'?" } ?? "known: \(words.joined(separator: ", "))"
  }

  private static let percentiles = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]

  private static var timeOutputs: [Calculator.Output] {
    [("ttft", "time to the first token"), ("tpot", "time per further token"), ("request_latency", "whole request")]
      .flatMap { key, words in
        [Calculator.Output("\(key)_mean", "s", "mean \(words)")]
          + percentiles.map { Calculator.Output("\(key)_\($0.0)", "s", "percentile") }
      }
  }

  private static var serving: Calculator {
    Calculator(
      name: "gpu-serving", summary: "a language model on accelerators: latencies, throughput, what fits",
      formula: "TPOT = T_dec(b)/(1 − λ·T_pf); T_dec = max(W/(n·B·e_w), b·F/(n·P·e_c)) + cache + link + L·t1 + b·t2; "
        + "b from a birth-death chain, or the stated concurrency",
      source: "roofline with constants fitted to public measurements (Tests/referees/gpu_fit.py)",
      domain: "models and accelerators of the catalog; tp within one machine",
      error: "time per token ±20 % (±30 % on accelerators not measured, ±50 % for experts), first token within a "
        + "factor of 2, throughput ±30 %",
      example: "model=Llama-3.1-8B precision=bf16 gpu=H100-SXM-80 tokens_in=1024 tokens_out=256 rate=5/s",
      parameters: [
        .text("model", isRequired: false, "language model by name; or give parameters"),
        .may("parameters", .count, .positive, "parameters of a dense model without a name, such as 8e9"),
        .text("precision", standard: "bf16", "bf16, fp8, int8, fp4 or int4"),
        .text("gpu", "accelerator by name"),
        .may("gpus", .count, .whole(1...100_000), "accelerators in all; one group when left out"),
        .may("tp", .count, .whole(1...1024), standard: "1", "accelerators of one group"),
        .needs("tokens_in", .tokens, .positive, "mean tokens read a request"),
        .needs("tokens_out", .tokens, .atLeastOne, "mean tokens written a request"),
        .may("prefix", .tokens, .atLeastZero, standard: "0", "tokens of the input found in the prefix cache"),
        .text("concurrency", isRequired: false, "requests in flight over all groups, or max: as many as fit"),
        .may("rate", .rate, .positive, "requests a second over all groups, instead of concurrency"),
      ],
      outputs: timeOutputs + [
        .init("tokens_per_s", "1/s", "tokens written by all groups"),
        .init("batch_limit", "", "sequences that fit at once on one group"),
        .init("sequences", "", "sequences in flight on one group"),
        .init("utilization", "", "share of what the groups carry"),
        .init("low", "s", "lower end of the mean time per token"), .init("high", "s", "upper end of it"),
        .init("ttft_low", "s", "lower end of the mean time to the first token"),
        .init("ttft_high", "s", "upper end of it"), .init("tokens_per_s_low", "1/s", "lower end of the throughput"),
        .init("tokens_per_s_high", "1/s", "upper end of it"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let ways = values.whole("tp")
      let gpus = values.optional("gpus").map { Int($0) } ?? ways
      guard gpus >= ways, gpus % ways == 0 else {
        throw Calculator.Refusal("gpus must be a multiple of tp: \(gpus) cannot be split into groups of \(ways)")
      }
      let group = ServingGroup(
        model: try shape(values), format: try format(values), gpu: try gpu(values), ways: ways,
        input: values.number("tokens_in"), output: values.number("tokens_out"),
        cachedInput: values.number("prefix"))
      guard ways == 1 || group.gpu.link != nil else {
        throw Calculator.Refusal("\(group.gpu.name) has no link to another accelerator; tp must be 1")
      }
      let need = group.memoryNeed
      guard group.fits else {
        throw Calculator.Refusal(
          "does not fit: weights and one request need \(gigabytes(need.needed)), \(ways) x \(group.gpu.name) has "
            + "\(gigabytes(need.available)) for them; raise tp or take fewer bits")
      }
      let groups = Double(gpus / ways)
      let times = try times(group, groups: groups, values)
      let (band, wide) = (group.perTokenBand, group.throughputBand)
      let throughput = groups * times.tokensPerSecond
      let whole = times.requestDistribution
      var rows: Calculator.Results = [("ttft_mean", .number(times.firstToken))]
      rows += percentiles.map { ("ttft_\($0.0)", .number(times.firstToken($0.1))) }
      rows.append(("tpot_mean", .number(times.perToken)))
      rows += percentiles.map { ("tpot_\($0.0)", .number(times.perToken($0.1))) }
      rows.append(("request_latency_mean", .number(times.request)))
      rows += percentiles.map { ("request_latency_\($0.0)", .number(whole.percentile($0.1))) }
      return rows + [
        ("tokens_per_s", .number(throughput)), ("batch_limit", .number(group.batchLimit)),
        ("sequences", .number(times.sequences)), ("utilization", .number(times.utilization)),
        ("low", .number(times.perToken * (1 - band))), ("high", .number(times.perToken * (1 + band))),
        ("ttft_low", .number(times.firstToken / 2)), ("ttft_high", .number(times.firstToken * 2)),
        ("tokens_per_s_low", .number(throughput * (1 - wide))),
        ("tokens_per_s_high", .number(throughput * (1 + wide))),
      ]
    }
  }

  private static func times(
    _ group: ServingGroup, groups: Double, _ values: ModelValues
  ) throws(Calculator.Refusal) -> ServingTimes {
    switch (values.text("concurrency"), values.optional("rate")) {
    case (let word?, nil):
      if word.lowercased() == "max" { return group.closedLoop(concurrency: .infinity) }
      guard let count = Double(word), count > 0, count.isFinite else {
        throw Calculator.Refusal("concurrency must be a positive number or max, not \(word)")
      }
      return group.closedLoop(concurrency: count / groups)
    case (nil, let rate?):
      let served = OpenLoopServing(group)
      guard let times = served.times(rate: rate / groups) else {
        throw Calculator.Refusal(
          "overloaded: \(JSON.text(of: rate)) requests a second, at most "
            + "\(JSON.text(of: (served.saturation * groups * 1000).rounded() / 1000)) can be served; add gpus")
      }
      return times
    case (nil, nil): throw Calculator.Refusal("give concurrency or rate")
    default: throw Calculator.Refusal("give concurrency or rate, not both")
    }
  }

  private static func shape(_ values: ModelValues) throws(Calculator.Refusal) -> TransformerShape {
    if let name = values.text("model") {
      guard let model = NeuralModel.named(name) else {
        throw Calculator.Refusal(
          "unknown model '\(name)'; \(nearest(name, in: NeuralModel.all.map(\.name))) or give parameters")
      }
      guard model.isLanguageModel else { throw Calculator.Refusal("\(model.name) writes no tokens; see gpu-batch") }
      return TransformerShape(model)
    }
    let count = try values.needed("parameters", for: "without a model")
    guard count >= 1e7, count <= 1e14 else { throw Calculator.Refusal("parameters must lie between 1e7 and 1e14") }
    return TransformerShape(parameters: count)
  }

  private static func gigabytes(_ bytes: Double) -> String { "\(Money(bytes / 1e9).formatted(places: 1)) GB" }
}
