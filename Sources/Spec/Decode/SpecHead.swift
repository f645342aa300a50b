import Foundations

/// Everything of a spec but its workloads.
extension SpecBuilder {
  static func head(_ t: DecodedTable, _ decoder: ShapeDecoder) -> Spec {
    var spec = Spec(
      name: t.text("name"), start: t.month("start"), horizon: t.amount("horizon"), growth: t.growth("growth"),
      currency: t.text("currency") ?? "USD", confidence: t.amount("confidence"),
      transaction: t.table("transaction").map(transaction), customers: nil, users: [],
      place: t.table("place").map(place) ?? Place(), devices: t.mapping("devices").compactMap { fleet($0, decoder) },
      current: [],
      bill: nil, prices: t.table("prices").map(prices) ?? Spec.Prices(), team: Spec.Team(), finance: Spec.Finance(),
      budgets: Spec.Budgets(), workloads: [], statedCount: 0)
    if let x = t.table("exchange"), let dollar = x.amount("USD") {
      spec.exchange = Spec.Exchange(dollar: dollar, asOf: x.date("as_of"))
    }
    if t.bool("mesh") == true { spec.mesh = Spec.Mesh() }
    if let x = t.table("mesh") {
      spec.mesh = Spec.Mesh(cpu: x.amount("cpu"), memory: x.amount("memory"), latency: x.amount("latency"))
    }
    if let x = t.table("customers"), let count = x.amount("count") { spec.customers = (count, x.growth("growth")) }
    spec.users = t.mapping("users").compactMap { entry in
      guard case .table(let x) = entry.value.value, let place = x.place("at") else { return nil }
      return Spec.UserGroup(
        name: entry.name, place: place, share: x.amount("share"), access: x.text("access"), span: entry.keySpan,
        path: x.path)
    }
    for entry in t.mapping("current") { current(entry, &spec) }
    company(t, &spec)
    return spec
  }

  private static func transaction(_ x: DecodedTable) -> Spec.Transaction {
    Spec.Transaction(name: x.text("name"), workload: x.text("workload"), requests: x.amount("requests"))
  }

  private static func current(_ entry: Decoded.Entry, _ spec: inout Spec) {
    guard case .table(let x) = entry.value.value else { return }
    if let total = x.amount("total") {
      spec.bill = Spec.Bill(month: x.month("month"), total: total, positions: x.amount("positions"))
    } else if let region = x.text("region"), let machine = x.text("machine"), let count = x.integer("count") {
      let parts = region.split(separator: ":").map(String.init)
      spec.current.append(
        Spec.CurrentWorkload(
          name: entry.name, runOn: x.text("run_on"), form: x.text("form"), topology: x.text("topology"),
          provider: parts.count == 2 ? parts[0] : x.text("provider") ?? "", region: parts.last ?? region,
          machine: machine.split(separator: ":").last.map(String.init) ?? machine, count: count,
          purchase: x.text("purchase"), span: entry.keySpan, path: x.path))
    }
  }

  private static func company(_ t: DecodedTable, _ spec: inout Spec) {
    if let x = t.table("team") {
      spec.team = Spec.Team(
        engineer: x.amount("engineer"), count: x.amount("count"), infrastructureShare: x.amount("infrastructure_share"),
        isOnCall: x.bool("on_call"), skills: x["skills"] == nil ? nil : x.texts("skills"))
      if let effort = x.table("effort") {
        for key in KeyTables.effort.keys {
          if let amount = effort.amount(key.name) { spec.team.effort[key.name] = amount }
        }
      }
    }
    if let x = t.table("finance") {
      spec.finance = Spec.Finance(
        cash: x.amount("cash"), burn: x.amount("burn"), revenue: x.amount("revenue"),
        discountRate: x.amount("discount_rate"))
    }
    if let x = t.table("operations") {
      spec.operations = Spec.Operations(
        deploys: x.amount("deploys"), changeFailure: x.amount("change_failure"), detect: x.amount("detect"),
        restore: x.amount("restore"), leadTime: x.amount("lead_time"),
        canaryShare: x.table("canary")?.amount("share"), canaryWatch: x.table("canary")?.amount("watch"))
    }
    if let x = t.table("practices") {
      spec.practices = Spec.Practices(
        hasCentralLogs: x.bool("central_logs"), hasTracing: x.bool("tracing"),
        hasContinuousIntegration: x.bool("ci"), rollbackTested: tested(x, "rollback_tested"),
        restoreTested: tested(x, "restore_tested"), failoverDrills: x.amount("failover_drills"))
      spec.practices.hasAccessControl = x.bool("access_control")
      if x["tools"] != nil {
        spec.practices.tools = x.list("tools").compactMap { item in
          guard case .table(let tool) = item.value, let name = tool.text("name") else { return nil }
          return Spec.Practices.Tool(name: name, covers: tool.texts("covers"), price: tool.amount("price"))
        }
      }
    }
    if let x = t.table("budgets") {
      let increase = x.table("increase")
      spec.budgets = Spec.Budgets(
        monthly: x.amount("monthly"), perTransaction: x.amount("cost_per_transaction"), carbon: x.amount("carbon"),
        increaseAmount: increase?.amount("amount"), increaseRatio: increase?.amount("percent"))
    }
  }

  private static func tested(_ x: DecodedTable, _ key: String) -> Spec.Practices.Tested? {
    if let month = x.month(key) { return .month(year: month.year, month: month.month) }
    return x.text(key) == nil ? nil : .never
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

  static func place(_ x: DecodedTable) -> Place {
    func texts(_ key: String) -> [String]? { x[key] == nil ? nil : x.texts(key) }
    return Place(
      runOn: texts("run_on"), forms: texts("forms"), providers: texts("providers"), regions: texts("regions"),
      residency: texts("residency"), topology: texts("topology"), operate: x.text("operate"),
      pin: x.table("pin").map { pin in
        Place.Pin(
          runOn: pin.text("run_on"), form: pin.text("form"), topology: pin.text("topology"),
          provider: pin.text("provider"), region: pin.text("region"), machine: pin.text("machine"),
          count: pin.integer("count"), purchase: pin.text("purchase"), span: pin.span)
      }, span: x.span, spans: x.fields.mapValues(\.span))
  }
}
