import Formulas
import Foundations

/// Where one placement begins to pay against another: one rule each.
enum BreakEvenModel {
  static var calculator: Calculator {
    Calculator(
      name: "breakeven", summary: "where one placement begins to pay against another",
      formula: "one a rule, below", source: "closed forms", domain: "money in USD, months of 730 h",
      error: "exact for the inputs", example: "rule=B1 node=77.15 reduction=90% avoided=0.0315",
      parameters: [.choice("rule", rules.map(\.name), "which question; the other inputs follow from it")],
      outputs: [
        .init("value", "", "the value at which both cost the same, or the margin"),
        .init("unit", "", "its unit"),
        .init("holds", "", "whether the stated value is on the paying side; without one, whether any can be"),
      ], variants: rules
    ) { (_) throws(Calculator.Refusal) in [] }
  }

  /// Which side of the break-even pays.
  private enum Side {
    case above, below
    /// The value is itself the margin.
    case margin
  }

  private static func rule(
    _ name: String, _ summary: String, _ formula: String, _ unit: String, pays side: Side, limit: Double = .infinity,
    actual: Parameter? = nil, _ parameters: [Parameter],
    _ compute: @escaping @Sendable (ModelValues) -> Double?
  ) -> Calculator {
    Calculator(
      name: name, summary: summary, formula: formula, source: "", domain: "", error: "",
      parameters: parameters + (actual.map { [$0] } ?? []), outputs: []
    ) { (values) throws(Calculator.Refusal) in
      guard let value = compute(values), value.isFinite else {
        return [
          ("value", .null), ("unit", .string(unit)), ("holds", .bool(false)),
          ("reason", .string("it never pays: nothing is gained by any amount")),
        ]
      }
      let holds: Bool
      switch (side, actual.flatMap { values.optional($0.name) }) {
      case (.margin, _): holds = value > 0
      case (.above, let stated?): holds = stated >= value
      case (.below, let stated?): holds = stated <= value
      case (.above, nil): holds = value <= limit
      case (.below, nil): holds = value > 0
      }
      return [("value", .number(value)), ("unit", .string(unit)), ("holds", .bool(holds))]
    }
  }

  private static func money(_ name: String, _ summary: String) -> Parameter {
    .needs(name, .money, .atLeastZero, summary)
  }

  private static func perMonth(_ name: String, _ summary: String) -> Parameter {
    .needs(name, .moneyPerMonth, .atLeastZero, summary)
  }

  private static func share(_ name: String, _ summary: String) -> Parameter { .needs(name, .ratio, .ratio, summary) }

  private static func number(_ name: String, _ summary: String) -> Parameter {
    .needs(name, .count, .atLeastZero, summary)
  }

  private static func stated(_ name: String, _ dimension: Dimension, _ summary: String) -> Parameter {
    .may(name, dimension, .atLeastZero, summary)
  }

  /// By number: B1, B1b, B1c, B2 …
  private static var rules: [Calculator] {
    let all = edge + clouds + capacity + organisation
    func number(_ name: String) -> Int { Int(name.filter(\.isNumber)) ?? 0 }
    return all.sorted { (number($0.name), $0.name) < (number($1.name), $1.name) }
  }

  private static var edge: [Calculator] {
    [
      rule(
        "B1", "the edge pays on cost above this volume", "D = E/(f·p)", "GB/site-month", pays: .above,
        actual: stated("volume", .count, "GB a site and month, for holds"),
        [
          perMonth("node", "cost of the site's node"), share("reduction", "share of the data kept away"),
          money("avoided", "price avoided per GB: uplink, ingest, storage"),
        ]
      ) {
        BreakEven.edgeVolume(
          node: $0.number("node"), reduction: $0.number("reduction"), avoided: $0.number("avoided"))
      },
      rule(
        "B1b", "the edge is required beyond this length of path", "L = ((SLO − s)/n_rtt − last_mile − 7.35 ms)/0.01368",
        "km", pays: .above, actual: stated("path", .count, "km of the path, for holds"),
        [
          .needs("slo", .time, .positive, "latency to keep"), .needs("s", .time, .atLeastZero, "queue and service"),
          .needs("n_rtt", .count, .positive, "round trips"),
          .may("last_mile", .time, .atLeastZero, standard: "0", "access, a round trip"),
        ]
      ) {
        BreakEven.edgeDistance(
          limitSeconds: $0.number("slo"), serverSeconds: $0.number("s"), roundTrips: $0.number("n_rtt"),
          lastMileSeconds: $0.number("last_mile"))
      },
      rule(
        "B1c", "a fog layer pays with a margin above 0", "saved + avoided − nodes·tco", "USD/month", pays: .margin,
        [
          perMonth("saved", "uplink saved"), perMonth("avoided", "edge hardware avoided"),
          number("nodes", "fog nodes"), perMonth("tco", "cost of one"),
        ]
      ) {
        BreakEven.fogMargin(
          savedUplink: $0.number("saved"), avoidedHardware: $0.number("avoided"), nodes: $0.number("nodes"),
          node: $0.number("tco"))
      },
    ]
  }

  private static var clouds: [Calculator] {
    [
      rule(
        "B2", "a second region pays above this loss per hour of outage",
        "12·extra/(outages·coverage·(mttr − failover))",
        "USD/outage-hour", pays: .above, actual: stated("loss", .money, "USD lost per hour of outage, for holds"),
        [
          Parameter.needs("outages", .rate, .atLeastZero, "outages of a region").bare(1 / 31_536_000, "1/year"),
          .needs("mttr", .time, .positive, "time to repair a region"),
          .needs("failover", .time, .atLeastZero, "time to fail over"),
          share("coverage", "share of failovers that work"), perMonth("extra", "cost of the second region"),
        ]
      ) {
        BreakEven.secondRegion(
          outagesPerYear: $0.number("outages") * 31_536_000, repairHours: $0.number("mttr") / 3600,
          failoverHours: $0.number("failover") / 3600, coverage: $0.number("coverage"),
          extraPerMonth: $0.number("extra"))
      },
      rule(
        "B3", "running it oneself beats managed above this many units", "N = people·labour/(m − i − labour/κ)",
        "units", pays: .above, actual: stated("units", .count, "units, for holds"),
        [
          perMonth("managed", "price of a managed unit"), perMonth("infrastructure", "cost of an own unit"),
          perMonth("labour", "cost of a person"),
          .needs("units_per_person", .count, .positive, "units that one more person runs"),
          .may("people", .count, .atLeastZero, standard: "1", "persons needed in any case"),
        ]
      ) {
        BreakEven.selfManaged(
          managed: $0.number("managed"), infrastructure: $0.number("infrastructure"), labour: $0.number("labour"),
          unitsPerPerson: $0.number("units_per_person"), floor: $0.number("people"))
      },
      rule(
        "B7", "functions beat a server below this rate", "m/(730·3600·(p_r + t·p_t))", "1/s", pays: .below,
        actual: stated("rate", .rate, "requests per second, for holds"),
        [
          perMonth("m", "price of the server"), money("p_r", "price of a request"),
          .needs("t", .time, .atLeastZero, "duration of a request"), money("p_t", "price of a second"),
        ]
      ) {
        BreakEven.functions(
          serverPerMonth: $0.number("m"), perRequest: $0.number("p_r"), seconds: $0.number("t"),
          perSecond: $0.number("p_t"))
      },
      rule(
        "B8", "a cache or CDN pays above this volume", "(fixed − avoided)/(h(p_origin − p_cdn) − (1−h)·fill)",
        "GB/month", pays: .above, actual: stated("volume", .count, "GB a month, for holds"),
        [
          share("h", "hit ratio"), money("p_origin", "price of a GB from the origin"),
          money("p_cdn", "price of a GB from the CDN"), money("fill", "price of a GB to fill it"),
          perMonth("fixed", "fixed price"),
          .may("avoided", .moneyPerMonth, .atLeastZero, standard: "0", "origin capacity avoided"),
        ]
      ) {
        BreakEven.cdn(
          hitRatio: $0.number("h"), originPrice: $0.number("p_origin"), cdnPrice: $0.number("p_cdn"),
          fillPrice: $0.number("fill"), fixed: $0.number("fixed"), avoided: $0.number("avoided"))
      },
      rule(
        "B9", "a private line pays above this volume", "fixed/(p_net − p_line)", "GB/month", pays: .above,
        actual: stated("volume", .count, "GB a month, for holds"),
        [
          perMonth("fixed", "price of the line"), money("p_net", "price of a GB over the internet"),
          money("p_line", "price of a GB over the line"),
        ]
      ) {
        BreakEven.privateLine(
          fixed: $0.number("fixed"), internetPrice: $0.number("p_net"), linePrice: $0.number("p_line"))
      },
    ]
  }

  private static var capacity: [Calculator] {
    [
      rule(
        "B4", "a reservation beats on-demand above this utilisation", "1 − discount", "utilisation", pays: .above,
        limit: 1, actual: .may("utilisation", .ratio, .ratio, "share of hours used, for holds"),
        [share("discount", "of the reserved price")]
      ) { BreakEven.reservation(discount: $0.number("discount")) },
      rule(
        "B5", "spot beats on-demand below this price; the deadline is another matter", "p_od·(1 − waste)", "USD/h",
        pays: .below, actual: stated("p_spot", .moneyPerHour, "price on spot, for holds"),
        [.needs("p_od", .moneyPerHour, .atLeastZero, "price on demand"), share("waste", "share of time lost")]
      ) { BreakEven.spot(onDemand: $0.number("p_od"), waste: $0.number("waste")) },
      rule(
        "B6", "own GPUs beat an API above this utilisation", "(H·n + ops/730)/(0.0036·tps·api·n)", "utilisation",
        pays: .above, limit: 1, actual: .may("utilisation", .ratio, .ratio, "achievable utilisation, for holds"),
        [
          .needs("hourly", .moneyPerHour, .atLeastZero, "price of a GPU hour"),
          number("tps", "tokens per second of one GPU, saturated"),
          .needs("api", .moneyPerMtok, .atLeastZero, "price of a million tokens"),
          .may("ops", .moneyPerMonth, .atLeastZero, standard: "0", "cost of running them"),
          .may("gpus", .count, .atLeastOne, standard: "1", "GPUs"),
        ]
      ) {
        BreakEven.ownGPUs(
          hourly: $0.number("hourly"), tokensPerSecond: $0.number("tps"), api: $0.number("api"),
          operations: $0.number("ops"), gpus: $0.number("gpus"))
      },
      rule(
        "B11", "a grid beats cloud batch below this price, if wait and run meet the deadline", "spot·(1 − waste)",
        "USD/core-hour", pays: .below,
        actual: stated("grid", .moneyPerHour, "cost of a core-hour of the grid, labour included, for holds"),
        [.needs("spot", .moneyPerHour, .atLeastZero, "price of a core-hour on spot"), share("waste", "of the grid")]
      ) { BreakEven.grid(spotPrice: $0.number("spot"), waste: $0.number("waste")) },
    ]
  }

  private static var organisation: [Calculator] {
    [
      rule(
        "B10", "pooling pays with a margin above 0", "(silo − pool)·price − platform", "USD/month", pays: .margin,
        [
          number("silo", "units apart"), number("pool", "units pooled"), perMonth("price", "of a unit"),
          perMonth("platform", "cost of the platform"),
        ]
      ) {
        BreakEven.pooling(
          siloUnits: $0.number("silo"), pooledUnits: $0.number("pool"), unitPrice: $0.number("price"),
          platform: $0.number("platform"))
      },
      rule(
        "B12", "a platform team pays above this many teams", "cost/(hours·rate)", "teams", pays: .above,
        actual: stated("teams", .count, "teams, for holds"),
        [
          perMonth("cost", "of the platform team"), number("hours", "hours a month that it saves a team"),
          money("rate", "price of an hour"),
        ]
      ) {
        BreakEven.platformTeam(
          costPerMonth: $0.number("cost"), hoursSaved: $0.number("hours"), hourlyRate: $0.number("rate"))
      },
      rule(
        "B13", "days between trainings at which drift costs as much as training", "√(2K/g)", "days", pays: .above,
        actual: stated("days", .count, "days since the last training, for holds"),
        [money("k", "cost of a training"), number("g", "growth of the daily loss per day, USD")]
      ) { BreakEven.retraining(cost: $0.number("k"), lossGrowth: $0.number("g")) },
    ]
  }
}
