import Foundations
import YAML

/// Workloads with what all kinds share.
extension SpecBuilder {
  static func workload(_ entry: YAMLEntry, _ decoder: inout ShapeDecoder) -> Workload? {
    let name = entry.key.text
    let path = "workloads.\(name)"
    if !SpecNames.isLabel(name) {
      decoder.report(
        "name", "'\(name)' is not a name", at: entry.key.span, path: path, help: "write '\(SpecNames.proposal(name))'",
        notes: ["names have 2 to 63 lower-case letters, digits and '-', and start and end with a letter or digit"])
    }
    guard entry.value.kind == .mapping else {
      decoder.report(
        "type", "the workload '\(name)' needs a mapping", at: entry.key.span, path: path,
        help: "start with 'kind: service'", notes: ["kinds: \(KeyTables.kinds.joined(separator: ", "))"])
      return nil
    }
    let kindEntry = entry.value.entries.first { $0.key.text == "kind" }
    guard let kindNode = kindEntry?.value, kindNode.kind == .scalar, KeyTables.kinds.contains(kindNode.text) else {
      // Without a kind every key of any kind is let pass, so that one mistake is one message.
      let all = KeyTables.kinds.flatMap { KeyTables.workload(kind: $0).keys }
      var seen: Set<String> = []
      let union = KeyTable(
        "a workload",
        all.filter { seen.insert($0.name).inserted }
          .map { Key($0.name, $0.shape, $0.summary, isRequired: $0.isRequired && $0.name == "kind") })
      _ = decoder.table(entry.value, union, path: path)
      return nil
    }
    let kind = kindNode.text
    guard let x = decoder.table(entry.value, KeyTables.workload(kind: kind), path: path) else { return nil }
    guard let own = self.kind(kind, x) else { return nil }
    return Workload(
      name: name, nameSpan: entry.key.span, kindSpan: kindNode.span, kind: own, slo: slo(x.table("slo")),
      place: x.table("place").map(place) ?? Place(), calls: x.list("calls").compactMap(call),
      users: x.mapping("users").compactMap { entry in
        if case .amount(let share) = entry.value.value { (entry.name, share) } else { nil }
      }, growth: x.growth("growth"), outageCost: x.amount("outage_cost"), fleet: x.text("fleet"),
      owner: x.text("owner"), runbook: x.text("runbook"), path: path)
  }

  static func slo(_ x: DecodedTable?) -> ServiceLevel {
    guard let x else { return ServiceLevel() }
    var level = ServiceLevel(span: x.span)
    if let direct = x.amount("availability") {
      level.objectives.append(("availability", direct))
    } else if let table = x.table("availability") {
      if let target = table.amount("target") { level.objectives.append(("availability", target)) }
      if var percent = table.amount("targetPercent") {
        percent.decimal = Money(scaled: percent.decimal.scaled / 100)
        percent.mid = percent.decimal.double
        (percent.low, percent.high) = (percent.mid, percent.mid)
        percent.dimension = .ratio
        level.objectives.append(("availability", percent))
      }
    }
    if let latency = x.table("latency") {
      level.latencyFrom = latency.text("from")
      level.hard = hard(latency)
      for key in KeyTables.latency.keys where key.name != "hard" {
        if let amount = latency.amount(key.name) {
          level.objectives.append(
            (["ttft", "tpot"].contains(key.name) ? "latency.\(key.name).p95" : "latency.\(key.name)", amount))
        } else if let inner = latency.table(key.name) {
          for (name, value) in inner.fields.sorted(by: { $0.key < $1.key }) {
            if case .amount(let amount) = value.value {
              level.objectives.append(("latency.\(key.name).\(name)", amount))
            }
          }
        }
      }
    }
    if let completion = x.table("completion") {
      for (name, value) in completion.fields.sorted(by: { $0.key < $1.key }) {
        if case .amount(let amount) = value.value { level.objectives.append(("completion.\(name)", amount)) }
      }
    }
    for name in ["deadline", "throughput", "loss", "rto", "rpo", "cost_per_transaction"] {
      if let amount = x.amount(name) { level.objectives.append((name, amount)) }
    }
    level.window = x.amount("window")
    level.method = x.text("method")
    level.slice = x.amount("slice")
    level.sliceTarget = x.amount("slice_target")
    return level
  }

  /// A hard deadline in words or in numbers.
  private static func hard(_ latency: DecodedTable) -> HardDeadline? {
    guard let item = latency["hard"] else { return nil }
    if let name = latency.text("hard") { return HardDeadline.named(name, span: item.span, path: item.path) }
    guard let inner = latency.table("hard"), let within = inner.amount("within"), let misses = inner.amount("misses")
    else { return nil }
    return HardDeadline(
      className: nil, within: within.decimal, misses: misses.decimal, span: misses.span, path: item.path)
  }

  static func call(_ item: Located) -> Call? {
    guard case .table(let x) = item.value, let to = x.text("to") else { return nil }
    return Call(
      to: to, times: x.amount("times"), isParallel: x.bool("parallel") ?? false,
      isOptional: x.bool("optional") ?? false,
      retries: x.integer("retries") ?? 0, timeout: x.amount("timeout"), cached: x.amount("cached"),
      cache: x.table("cached").map { c in
        Call.Cache(
          edge: c.amount("edge"), caches: c.amount("caches"), regional: c.amount("regional"), ttl: c.amount("ttl"),
          stale: c.amount("stale"), span: c.span, path: c.path)
      },
      isAsync: x.bool("async") ?? false, isIdempotent: x.bool("idempotent") ?? true, contract: x.text("contract"),
      span: x["to"]?.span ?? item.span, path: item.path)
  }
}
