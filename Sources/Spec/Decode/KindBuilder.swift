import Foundations

/// The numbers of the kinds that are evaluated.
extension SpecBuilder {
  static func kind(_ word: String, _ x: DecodedTable) -> Workload.Kind? {
    switch word {
    case "service":
      let demand = demand(x)
      let work = work(x)
      return .service(
        Workload.Service(
          isFromCalls: demand.isFromCalls, rate: demand.rate, rateGrowth: demand.rateGrowth, peak: demand.peak,
          arrivalVariability: demand.variability, pattern: demand.pattern, cpu: work.cpu,
          variability: work.variability, memory: work.memory, request: work.request, response: work.response,
          start: work.start, offCPU: work.offCPU, balancer: work.balancer, timezone: demand.timezone,
          burst: demand.burst, onSeconds: x.table("schedule")?.amount("hours"),
          onDays: x.table("schedule")?.integer("days")))
    case "batch": return batch(x).map { .batch($0) }
    case "store": return store(x).map { .store($0) }
    case "external":
      return .external(
        Workload.External(
          latency: x.amount("latency"), latencySpread: x.spread("latency"), availability: x.amount("availability"),
          price: x.amount("price"), limit: x.amount("limit"), location: x.place("location")))
    default: return other(word, x).map { .other($0) }
    }
  }

  static func demand(_ x: DecodedTable) -> Workload.Demand {
    guard let demand = x.table("demand") else { return Workload.Demand(isFromCalls: x.text("demand") == "from-calls") }
    let burst = demand.table("burst").map {
      Workload.Burst(factor: $0.amount("factor"), duration: $0.amount("duration"), every: $0.amount("every"))
    }
    return Workload.Demand(
      rate: demand.amount("rate"), rateGrowth: demand.growth("rate"), peak: demand.amount("peak"),
      variability: demand.amount("variability"), pattern: demand.text("pattern"), timezone: demand.text("timezone"),
      burst: burst)
  }

  static func work(_ x: DecodedTable) -> Workload.Work {
    guard let work = x.table("work") else { return Workload.Work() }
    return Workload.Work(
      cpu: cpu(work["cpu"]), variability: work.amount("variability"), memory: work.amount("memory"),
      request: work.amount("request"), response: work.amount("response"), start: work.amount("start"),
      offCPU: work.amount("off_cpu"), balancer: work.text("balancer"))
  }

  private static func batch(_ x: DecodedTable) -> Workload.Batch? {
    guard let jobs = x.table("jobs"), let count = jobs.amount("count"), let runtime = jobs.amount("runtime") else {
      return nil
    }
    return Workload.Batch(
      per: jobs.text("per"), count: count, cores: jobs.amount("cores"), runtime: runtime,
      variability: jobs.amount("variability"), memory: jobs.amount("memory"), input: jobs.amount("input"),
      output: jobs.amount("output"), checkpoint: jobs.amount("checkpoint"), isRestartable: jobs.bool("restartable"),
      isSpread: jobs.text("arrivals") == "spread", isMixed: jobs.text("widths") == "mixed",
      areWidthsStated: jobs.text("widths") != nil, scheduler: jobs.text("scheduler"), pool: x.texts("pool"),
      poolSpan: x["pool"]?.span, startMinute: jobs.clock("start"))
  }

  private static func store(_ x: DecodedTable) -> Workload.Store? {
    guard let data = x.table("data"), let size = data.amount("size") else { return nil }
    var backup = x.bool("backup").map { Workload.Backup(isWanted: $0) }
    if let stated = x.table("backup") {
      backup = Workload.Backup(every: stated.amount("every"), retention: stated.amount("retention"))
    }
    return Workload.Store(
      size: size, sizeGrowth: data.growth("size") ?? data.growth("growth"), reads: data.amount("reads"),
      readsGrowth: data.growth("reads"), writes: data.amount("writes"), writesGrowth: data.growth("writes"),
      item: data.amount("item"), hot: data.amount("hot"), dataClass: data.text("class"), engine: x.text("engine"),
      consistency: x.text("consistency"), zipf: data.amount("zipf"), retention: data.amount("retention"),
      connections: data.amount("connections"), backup: backup)
  }

  private static func cpu(_ value: Located?) -> Workload.CPU? {
    switch value?.value {
    case .amount(let amount)?: return .reference(amount)
    case .spread(let spread)?: return .spread(spread)
    case .table(let x)?:
      guard let machine = x.text("on"), let span = x["on"]?.span else { return nil }
      if let time = x.amount("time") { return .measured(time: time, machine: machine, span: span) }
      if let utilization = x.amount("utilization"), let rate = x.amount("at") {
        return .utilization(utilization, at: rate, machine: machine, count: x.amount("count"), span: span)
      }
      return nil
    default: return nil
    }
  }
}
