import Foundations

/// The numbers of the kinds that have no model yet.
extension SpecBuilder {
  static func other(_ word: String, _ x: DecodedTable) -> Workload.Other? {
    switch word {
    case "stream": return stream(x).map { .stream($0) }
    case "inference": return .inference(inference(x))
    case "training": return .training(training(x))
    case "device": return device(x).map { .device($0) }
    default: return nil
    }
  }

  private static func stream(_ x: DecodedTable) -> Workload.Stream? {
    guard let events = x.table("events"), let rate = events.amount("rate") else { return nil }
    return Workload.Stream(
      rate: rate, rateGrowth: events.growth("rate"), peak: events.amount("peak"), size: events.amount("size"),
      partitions: events.integer("partitions"), retention: events.amount("retention"),
      replicas: events.integer("replicas"), consumers: events.integer("consumers"), work: work(x),
      broker: x.text("broker"))
  }

  private static func inference(_ x: DecodedTable) -> Workload.Inference {
    let tokens = x.table("tokens").map {
      Workload.Tokens(input: $0.amount("in"), output: $0.amount("out"), prefix: $0.amount("prefix"))
    }
    let drift = x.table("drift")
    return Workload.Inference(
      demand: demand(x), model: model(x) ?? Workload.Model(), tokens: tokens, work: work(x),
      measured: x.list("measured").compactMap(measurement), candidates: x.list("candidates").compactMap(candidate),
      minimumQuality: x.table("quality")?.amount("minimum"), api: x.table("api").map(api),
      cacheHits: x.table("cache")?.amount("hits"), cacheKind: x.table("cache")?.text("kind"),
      cacheRetention: x.table("cache")?.amount("retention"), driftCheck: drift?.amount("check"),
      retrain: drift?.amount("retrain"))
  }

  private static func model(_ x: DecodedTable) -> Workload.Model? {
    x.table("model").map { m in
      Workload.Model(
        name: m.text("name"), nameSpan: m["name"]?.span, parameters: m.amount("parameters"),
        layers: m.integer("layers"), hidden: m.integer("hidden"), heads: m.integer("heads"),
        keyValueHeads: m.integer("kv_heads"), precision: m.text("precision"), base: m.amount("base"),
        perItem: m.amount("per_item"), batchLimit: m.integer("batch_limit"), flops: m.amount("flops"),
        bytes: m.amount("bytes"), path: m.path)
    }
  }

  private static func measurement(_ item: Located) -> Workload.Measurement? {
    guard case .table(let m) = item.value else { return nil }
    return Workload.Measurement(
      hardware: m.text("hardware") ?? m.text("gpu"), base: m.amount("base"), perItem: m.amount("per_item"),
      gpus: m.integer("gpus"), hours: m.amount("hours"), span: item.span, path: item.path)
  }

  private static func candidate(_ item: Located) -> Workload.Candidate? {
    guard case .table(let c) = item.value else { return nil }
    return Workload.Candidate(
      api: c.text("api"), model: c.text("model"), quality: c.amount("quality"), span: item.span, path: item.path)
  }

  private static func api(_ x: DecodedTable) -> Workload.API {
    Workload.API(
      name: x.text("name"), input: x.amount("input"), output: x.amount("output"),
      cachedInput: x.amount("cached_input"), firstToken: percentiles(x["ttft"]), perToken: percentiles(x["tpot"]),
      limit: x.amount("limit"), residency: x["residency"] == nil ? nil : x.texts("residency"), span: x.span)
  }

  /// A single time is its 95th percentile.
  private static func percentiles(_ value: Located?) -> [(percentile: String, time: Amount)] {
    switch value?.value {
    case .amount(let time)?: [("p95", time)]
    case .table(let table)?: table.fields.keys.sorted().compactMap { key in table.amount(key).map { (key, $0) } }
    default: []
    }
  }

  private static func training(_ x: DecodedTable) -> Workload.Training {
    Workload.Training(
      model: model(x), tokens: x.amount("tokens"), flops: x.amount("flops"),
      measured: x["measured"].flatMap(measurement), every: x.amount("every"), startMinute: x.clock("start"),
      dataset: x.amount("dataset") ?? x.table("dataset")?.amount("size"), datasetAt: x.table("dataset")?.place("at"),
      datasetChanges: x.table("dataset")?.amount("changes"), checkpoint: x.amount("checkpoint"),
      experiments: x.amount("experiments"), programme: x.amount("programme"),
      captures: x["captures"] == nil ? nil : x.texts("captures"))
  }

  private static func device(_ x: DecodedTable) -> Workload.Device? {
    guard let fleet = x.text("fleet"), let span = x["fleet"]?.span else { return nil }
    let produces = x.table("produces")
    let filter = x.table("filter").flatMap { f in
      f.amount("events").map {
        Workload.Filter(events: $0, clip: f.amount("clip"), falseAlarms: f.amount("false_alarms"))
      }
    }
    return Workload.Device(
      fleet: fleet, fleetSpan: span, rate: produces?.amount("rate"), size: produces?.amount("size"),
      passes: x.amount("passes"), filter: filter, work: work(x),
      mustWorkOffline: x.table("offline")?.bool("must_work"), buffer: x.table("offline")?.amount("buffer"),
      sharedObjects: x.table("offline")?.amount("shared"),
      topology: x.text("topology"))
  }
}
