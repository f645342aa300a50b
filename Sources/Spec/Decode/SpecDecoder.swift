import Foundations
import YAML

/// Turns a text into a typed spec, with every mistake of it in one run.
package enum SpecDecoder {
  /// The spec, or `nil` with the errors; warnings may come with a spec.
  ///
  /// - Parameters:
  ///   - source: the YAML text.
  ///   - words: what only the catalog knows.
  package static func decode(_ source: SourceText, words: KnownWords) -> (spec: Spec?, diagnostics: [Diagnostic]) {
    let parsed = YAMLParse.documents(source)
    var diagnostics = parsed.diagnostics
    guard let root = parsed.documents.first, !(root.kind == .scalar && root.isNull) else {
      if !parsed.hasErrors {
        diagnostics.append(
          Diagnostic(
            .error, code: "spec/empty", "the spec is empty", at: SourceSpan(0, 0),
            help: "'planner init' prints one to start from"))
      }
      return (nil, diagnostics)
    }
    if parsed.documents.count > 1 {
      diagnostics.append(
        Diagnostic(
          .error, code: "spec/documents", "a spec is one document, this file has \(parsed.documents.count)",
          at: parsed.documents[1].span, help: "remove what follows '---'"))
    }
    var decoder = ShapeDecoder(source: source, words: words, currency: currency(of: root))
    let builder = SpecBuilder(root, &decoder)
    diagnostics += decoder.diagnostics
    diagnostics.sort { ($0.span?.start ?? 0, $0.code) < ($1.span?.start ?? 0, $1.code) }
    // What a damaged line hides is not missing.
    if parsed.hasErrors { diagnostics.removeAll { ["spec/missing-key", "spec/empty"].contains($0.code) } }
    let isSound = !diagnostics.contains { $0.level == .error }
    return (isSound ? builder.spec : nil, diagnostics)
  }

  private static func currency(of root: YAMLNode) -> String {
    let stated = root.entries.first { $0.key.text == "currency" }?.value.text ?? ""
    return stated.count == 3 ? stated : "USD"
  }
}

/// Builds the typed spec from checked values.
struct SpecBuilder {
  private(set) var spec: Spec?

  init(_ root: YAMLNode, _ decoder: inout ShapeDecoder) {
    // Workloads are decoded by their kind, not by the common table.
    let keys = KeyTables.spec.keys.filter { $0.name != "workloads" }
    let workloads = root.entries.first { $0.key.text == "workloads" }
    let top = KeyTable(
      "a spec", keys + [Key("workloads", .mapping("a workload", .opaque), "what is to run", isRequired: true)])
    guard let table = decoder.table(root, top, path: "") else { return }
    var spec = SpecBuilder.head(table)
    if spec.currency != "USD", table["exchange"] == nil {
      decoder.report(
        "exchange", "prices are known in USD only: \(spec.currency) needs a rate",
        at: table["currency"]?.span ?? root.span,
        path: "currency", help: "add 'exchange: {USD: 0.92 \(spec.currency), as_of: 2026-09-01}'")
    }
    if let node = workloads?.value, node.kind == .mapping {
      if node.entries.isEmpty {
        decoder.report("empty", "'workloads' names no workload", at: node.span, path: "workloads", help: "add one")
      }
      for entry in node.entries {
        if let workload = SpecBuilder.workload(entry, &decoder) { spec.workloads.append(workload) }
      }
    }
    spec.statedCount = SpecBuilder.count(root)
    var checker = ReferenceChecker(spec: spec, names: workloads?.value.entries.map(\.key.text) ?? [])
    checker.check(&decoder, table)
    // A range is decoded once for its own value and once for the mapping that holds it.
    var seen: Set<String> = []
    spec.ranges = decoder.ranges.filter { seen.insert($0.path).inserted }
    self.spec = spec
  }

  /// Scalars in all: what the user stated.
  private static func count(_ node: YAMLNode) -> Int {
    switch node.kind {
    case .scalar: 1
    case .sequence: node.items.reduce(0) { $0 + count($1) }
    case .mapping: node.entries.reduce(0) { $0 + count($1.value) }
    }
  }

  private static func head(_ t: DecodedTable) -> Spec {
    var spec = Spec(
      name: t.text("name"), start: t.month("start"), horizon: t.amount("horizon"), growth: t.growth("growth"),
      currency: t.text("currency") ?? "USD", confidence: t.amount("confidence"), transaction: nil, customers: nil,
      users: [], place: t.table("place").map(place) ?? Place(), devices: [], current: [], bill: nil,
      prices: Spec.Prices(),
      team: Spec.Team(), finance: Spec.Finance(), budgets: Spec.Budgets(), workloads: [], statedCount: 0)
    if let x = t.table("transaction") {
      spec.transaction = Spec.Transaction(
        name: x.text("name"), workload: x.text("workload"), requests: x.amount("requests"))
    }
    if let x = t.table("customers"), let count = x.amount("count") { spec.customers = (count, x.growth("growth")) }
    spec.users = t.mapping("users").compactMap { entry in
      guard case .table(let x) = entry.value.value, let place = x.place("at") else { return nil }
      return Spec.UserGroup(
        name: entry.name, place: place, share: x.amount("share"), access: x.text("access"), path: x.path)
    }
    spec.devices = t.mapping("devices").compactMap { entry in
      guard case .table(let x) = entry.value.value else { return nil }
      return Spec.Fleet(name: entry.name, count: x.amount("count"), span: entry.keySpan)
    }
    for entry in t.mapping("current") {
      guard case .table(let x) = entry.value.value else { continue }
      if let total = x.amount("total") {
        spec.bill = Spec.Bill(total: total, positions: x.amount("positions"))
      } else if let region = x.text("region"), let machine = x.text("machine"), let count = x.integer("count") {
        let parts = region.split(separator: ":").map(String.init)
        spec.current.append(
          Spec.CurrentWorkload(
            name: entry.name, form: x.text("form"), topology: x.text("topology"),
            provider: parts.count == 2 ? parts[0] : x.text("provider") ?? "", region: parts.last ?? region,
            machine: machine.split(separator: ":").last.map(String.init) ?? machine, count: count,
            purchase: x.text("purchase"), span: entry.keySpan, path: x.path))
      }
    }
    if let x = t.table("prices") { spec.prices = prices(x) }
    if let x = t.table("team") {
      spec.team = Spec.Team(
        engineer: x.amount("engineer"), count: x.amount("count"), infrastructureShare: x.amount("infrastructure_share"),
        isOnCall: x.bool("on_call"))
    }
    if let x = t.table("finance") {
      spec.finance = Spec.Finance(
        cash: x.amount("cash"), burn: x.amount("burn"), revenue: x.amount("revenue"),
        discountRate: x.amount("discount_rate"))
    }
    if let x = t.table("budgets") {
      let increase = x.table("increase")
      spec.budgets = Spec.Budgets(
        monthly: x.amount("monthly"), perTransaction: x.amount("cost_per_transaction"), carbon: x.amount("carbon"),
        increaseAmount: increase?.amount("amount"), increaseRatio: increase?.amount("percent"))
    }
    return spec
  }

  private static func prices(_ x: DecodedTable) -> Spec.Prices {
    var prices = Spec.Prices()
    prices.discount = x.mapping("discount").compactMap { entry in
      if case .amount(let ratio) = entry.value.value { (entry.name, ratio) } else { nil }
    }
    if let commitment = x.table("commitment") {
      prices.allowed = commitment["allow"] == nil ? nil : commitment.texts("allow")
      prices.commitmentBudget = commitment.amount("budget")
    }
    prices.credits = x.list("credits").compactMap { item in
      guard case .table(let credit) = item.value, let provider = credit.text("provider"),
        let amount = credit.amount("amount")
      else { return nil }
      return Spec.Credit(provider: provider, amount: amount, until: credit.month("until"))
    }
    prices.overrides = x.mapping("override").compactMap { entry in
      if case .amount(let price) = entry.value.value { (entry.name, price, entry.keySpan) } else { nil }
    }
    return prices
  }

  private static func place(_ x: DecodedTable) -> Place {
    func texts(_ key: String) -> [String]? { x[key] == nil ? nil : x.texts(key) }
    return Place(
      runOn: texts("run_on"), forms: texts("forms"), providers: texts("providers"), regions: texts("regions"),
      residency: texts("residency"), topology: texts("topology"), operate: x.text("operate"),
      pin: x.table("pin").map { pin in
        Place.Pin(
          runOn: pin.text("run_on"), form: pin.text("form"), topology: pin.text("topology"),
          provider: pin.text("provider"), region: pin.text("region"), machine: pin.text("machine"),
          count: pin.integer("count"), purchase: pin.text("purchase"), span: pin.span)
      }, span: x.span)
  }

  // MARK: Workloads

  private static func workload(_ entry: YAMLEntry, _ decoder: inout ShapeDecoder) -> Workload? {
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
      let union = KeyTable("a workload", all.filter { seen.insert($0.name).inserted })
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
      }, growth: x.growth("growth"), outageCost: x.amount("outage_cost"), fleet: x.text("fleet"), path: path)
  }

  private static func slo(_ x: DecodedTable?) -> ServiceLevel {
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
      for key in KeyTables.latency.keys {
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
    return level
  }

  private static func call(_ item: Located) -> Call? {
    guard case .table(let x) = item.value, let to = x.text("to") else { return nil }
    return Call(
      to: to, times: x.amount("times"), isParallel: x.bool("parallel") ?? false,
      isOptional: x.bool("optional") ?? false,
      retries: x.integer("retries") ?? 0, timeout: x.amount("timeout"), cached: x.amount("cached"),
      isAsync: x.bool("async") ?? false, span: x["to"]?.span ?? item.span, path: item.path)
  }

  private static func kind(_ word: String, _ x: DecodedTable) -> Workload.Kind? {
    switch word {
    case "service":
      let demand = x.table("demand")
      let work = x.table("work")
      return .service(
        Workload.Service(
          isFromCalls: x.text("demand") == "from-calls", rate: demand?.amount("rate"),
          rateGrowth: demand?.growth("rate"),
          peak: demand?.amount("peak"), arrivalVariability: demand?.amount("variability"),
          pattern: demand?.text("pattern"), cpu: cpu(work?["cpu"]), variability: work?.amount("variability"),
          memory: work?.amount("memory"), request: work?.amount("request"), response: work?.amount("response"),
          start: work?.amount("start"), offCPU: work?.amount("off_cpu"), balancer: work?.text("balancer"),
          burst: demand?["burst"]?.span))
    case "batch":
      guard let jobs = x.table("jobs"), let count = jobs.amount("count"), let runtime = jobs.amount("runtime") else {
        return nil
      }
      return .batch(
        Workload.Batch(
          per: jobs.text("per"), count: count, cores: jobs.amount("cores"), runtime: runtime,
          variability: jobs.amount("variability"), memory: jobs.amount("memory"), input: jobs.amount("input"),
          output: jobs.amount("output"), checkpoint: jobs.amount("checkpoint"),
          isRestartable: jobs.bool("restartable"), isSpread: jobs.text("arrivals") == "spread"))
    case "store":
      guard let data = x.table("data"), let size = data.amount("size") else { return nil }
      return .store(
        Workload.Store(
          size: size, sizeGrowth: data.growth("size") ?? data.growth("growth"), reads: data.amount("reads"),
          readsGrowth: data.growth("reads"), writes: data.amount("writes"), writesGrowth: data.growth("writes"),
          item: data.amount("item"), hot: data.amount("hot"), dataClass: data.text("class"), engine: x.text("engine"),
          consistency: x.text("consistency")))
    case "external":
      var spread: Spread?
      if case .spread(let value)? = x["latency"]?.value { spread = value }
      return .external(
        Workload.External(
          latency: x.amount("latency"), latencySpread: spread, availability: x.amount("availability"),
          price: x.amount("price"), limit: x.amount("limit")))
    default: return .other(word)
    }
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
