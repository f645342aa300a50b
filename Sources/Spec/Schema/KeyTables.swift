import Foundations

/// Every key of the language, once.
enum KeyTables {
  static let kinds = ["service", "batch", "stream", "inference", "training", "store", "device", "external"]

  static let spec = KeyTable(
    "a spec",
    [
      Key("planner", .integer(1...1), "version of the language", isRequired: true),
      Key("name", .name, "name of the system"),
      Key("start", .month(orWords: []), "calendar month of month 0"),
      Key("horizon", .exact(.time), "how far to look ahead; 24 months"),
      Key("growth", .growth, "growth of all demand"),
      Key("currency", .currency, "ISO 4217 code; USD"),
      Key("exchange", .table(exchange), "what a US dollar is worth in the currency, and since when"),
      Key("confidence", .share, "with which an SLO must be met where inputs are ranges; 90%"),
      Key("transaction", .table(transaction), "what 'per transaction' means"),
      Key("customers", .table(customers), "for the cost per customer"),
      Key(
        "users", .mapping("a group of users", keys: .label, .table(userGroup)),
        "where requests come from; shares add to 100%"),
      Key("place", .table(place), "where workloads may run, unless they say otherwise"),
      Key(
        "mesh", .forms(scalar: .bool, mappings: [("", .table(mesh))]), "a sidecar beside every service; false"),
      Key(
        "devices", .mapping("a fleet", keys: .label, .table(fleet)),
        "fleets of things with limited power, links and trust"),
      Key(
        "current",
        .mapping(
          "a workload of today", keys: .reference,
          .forms(scalar: nil, mappings: [("total", .table(bill)), ("", .table(current))])),
        "what runs today, and its bill"),
      Key("prices", .table(prices), "discounts, commitments, credits, own prices"),
      Key("team", .table(team), "what labour costs and who is there"),
      Key("finance", .table(finance), "cash, burn, revenue"),
      Key("operations", .table(operations), "how often things change and break"),
      Key("practices", .table(practices), "what is done already"),
      Key("budgets", .table(budgets), "limits on money and carbon"),
      Key("workloads", .mapping("a workload", keys: .label, .table(workload)), "what is to run", isRequired: true),
    ])

  static let exchange = KeyTable(
    "an exchange",
    [
      Key("USD", .limit(.money), "what one US dollar is worth", isRequired: true),
      Key("as_of", .month(orWords: []), "day of the rate"),
    ])

  static let transaction = KeyTable(
    "a transaction",
    [
      Key("name", .text, "its name in reports"), Key("workload", .text, "whose requests make it"),
      Key("requests", .positive(.count), "requests of that workload that make one; 1"),
    ])

  static let customers = KeyTable(
    "customers", [Key("count", .amount(.count), "how many", isRequired: true), Key("growth", .growth, "their growth")])

  static let userGroup = KeyTable(
    "a group of users",
    [
      Key("at", .place, "region, city or [lat, lon]", isRequired: true),
      Key("share", .share, "of the requests; what is left when only one lacks it"),
      Key("access", .vocabulary(.access), "last mile"),
    ])

  static let pin = KeyTable(
    "a pin",
    [
      Key("run_on", .choice(models), "placement model"), Key("form", .choice(forms), "way of running"),
      Key("topology", .choice(topologies), "spread over zones and regions"),
      Key("provider", .vocabulary(.provider), "provider"),
      Key("region", .vocabulary(.region), "region such as aws:eu-central-1"),
      Key("machine", .text, "machine type"), Key("count", .integer(1...100_000), "machines"),
      Key("purchase", .choice(purchases), "way of paying"),
    ])

  static let models = ["grid", "cloud", "edge", "gpu"]
  static let forms = [
    "vm", "containers", "functions", "managed-database", "managed-cache", "object-storage", "managed-broker", "cdn",
    "external", "reserved-cluster", "spot-pool", "edge-functions", "edge-nodes", "fog-gateways", "on-device",
    "gpu-serving", "gpu-training", "model-api",
  ]
  static let topologies = [
    "single-zone", "multi-zone", "active-passive", "active-active", "hub-and-spoke", "mesh", "fog",
  ]
  static let purchases = ["on-demand", "spot", "1y", "3y"]

  static let place = KeyTable(
    "a place",
    [
      Key("run_on", .many(.choice(models)), "placement models allowed"),
      Key("forms", .many(.choice(forms)), "ways of running allowed"),
      Key("providers", .many(.vocabulary(.providers)), "providers allowed; 'any' lets each workload have its own"),
      Key("regions", .many(.vocabulary(.regionPattern)), "patterns such as eu-*"),
      Key("residency", .many(.vocabulary(.residency)), "EU, EEA or country codes that data must not leave"),
      Key("topology", .many(.choice(topologies)), "spreads allowed"),
      Key("operate", .choice(["managed", "self", "auto"]), "who runs it; auto"),
      Key("pin", .table(pin), "fixes the placement; it is then only evaluated"),
    ])

  static let uplink = KeyTable(
    "an uplink",
    [
      Key("access", .vocabulary(.access), "technology"), Key("up", .amount(.dataRate), "bandwidth to the network"),
      Key("down", .amount(.dataRate), "bandwidth from the network"),
      Key("price", .amount(.moneyPerGB), "of a GB over it; 1 USD mobile, 0.25 USD starlink, 5 USD satellite, 0 else"),
    ])

  static let hardware = KeyTable(
    "hardware",
    [
      Key("name", .text, "product"), Key("cores", .amount(.cores), "cores"), Key("memory", .amount(.size), "memory"),
      Key("speed", .positive(.factor), "of a core over the reference core"),
      Key("watts", .amount(.power), "power at work"), Key("price", .amount(.money), "price of one"),
      Key("owned", .bool, "bought already"),
      Key("idle", .amount(.power), "power at rest; 30% of the watts"),
      Key("battery", .positive(.energy), "charge of its battery, such as 20 Wh"),
      Key("recharge", .amount(.time), "out of work after each charge; 0 s"),
      Key("disk", .amount(.size), "storage"),
      Key("rugged", .table(rugged), "a tougher one that could be bought instead"),
    ])

  static let rugged = KeyTable(
    "a rugged device",
    [
      Key("price", .amount(.money), "price of one", isRequired: true),
      Key("mtbf", .positive(.time), "time between failures; three times that of the fleet"),
    ])

  static let security = KeyTable(
    "a fleet's security",
    [
      Key("compromised", .part, "devices a year that a stranger takes over; 1%"),
      Key("loss", .amount(.money), "of one device taken over", isRequired: true),
      Key("reach", .positive(.count), "devices that fall with it; 1"),
      Key("hardening", .amount(.money), "price of making one device hard to open; 15 USD"),
      Key("averts", .part, "share of the take-overs that hardening averts; 80%"),
    ])

  static let updates = KeyTable(
    "updates",
    [
      Key("size", .amount(.size), "bytes of one", isRequired: true),
      Key("every", .positive(.time), "time between two; a month"),
      Key("parallel", .positive(.count), "devices that fetch it at once; all"),
    ])

  static let mesh = KeyTable(
    "a service mesh",
    [
      Key("cpu", .amount(.time), "of a sidecar for each request; 0.35 ms"),
      Key("memory", .amount(.size), "of a sidecar; 60 MiB"),
      Key("latency", .amount(.time), "that the proxies add to a request; 1 ms"),
    ])

  static let fleet = KeyTable(
    "a fleet",
    [
      Key("count", .amount(.count), "devices"), Key("sites", .amount(.count), "sites"),
      Key("per_site", .amount(.count), "devices a site; 1"), Key("growth", .growth, "growth of the count"),
      Key(
        "at", .forms(scalar: .place, mappings: [("", .mapping("a share", keys: .reference, .share))]),
        "where they are"),
      Key("serves", .text, "the workload or fleet it serves"), Key("online", .part, "share of time online"),
      Key("outage", .amount(.time), "mean length of an outage"), Key("mtbf", .positive(.time), "time between failures"),
      Key("uplink", .table(uplink), "its link"), Key("hardware", .table(hardware), "what it is"),
      Key("security", .table(security), "what a stolen or opened device costs"),
      Key("updates", .table(updates), "software that is sent to it"),
      Key("protocols", .many(.text), "industrial protocols it must speak, such as modbus"),
    ])

  static let current = KeyTable(
    "a workload of today",
    [
      Key("run_on", .choice(models), "placement model"), Key("form", .choice(forms), "way of running"),
      Key("topology", .choice(topologies), "spread"), Key("provider", .vocabulary(.provider), "provider"),
      Key("region", .vocabulary(.region), "region such as aws:us-east-1", isRequired: true),
      Key("machine", .text, "machine type", isRequired: true),
      Key("count", .integer(1...100_000), "machines", isRequired: true),
      Key("purchase", .choice(purchases), "way of paying; on-demand"),
    ])

  static let bill = KeyTable(
    "a bill",
    [
      Key("month", .month(orWords: []), "month of the bill"),
      Key("total", .exact(.money), "its total", isRequired: true),
      Key("positions", .exact(.money), "part that planner does not model"),
    ])

  static let prices = KeyTable(
    "prices",
    [
      Key("discount", .mapping("a discount", keys: .provider, .part), "off list prices, by provider"),
      Key("commitment", .table(commitment), "ways of paying allowed"),
      Key("credits", .list(.table(credit)), "credits"),
      Key(
        "override", .mapping("a price", keys: .offer, .limit(.moneyPerHour)), "own prices by provider:region/machine"),
    ])

  static let commitment = KeyTable(
    "a commitment",
    [
      Key("allow", .many(.choice(purchases)), "ways of paying allowed; on-demand"),
      Key("budget", .exact(.money), "most that may be committed"),
    ])

  static let credit = KeyTable(
    "a credit",
    [
      Key("provider", .vocabulary(.provider), "who gave it", isRequired: true),
      Key("amount", .exact(.money), "how much", isRequired: true), Key("until", .month(orWords: []), "last month"),
    ])

  static let team = KeyTable(
    "a team",
    [
      Key("engineer", .amount(.moneyPerYear), "loaded cost of one"), Key("count", .amount(.count), "engineers"),
      Key("infrastructure_share", .part, "of their time"), Key("on_call", .bool, "somebody answers at night"),
      Key("skills", .many(.choice(skills)), "what somebody of the team has run in production"),
      Key("effort", .table(effort), "hours of work of the roadmap's actions, where yours are known"),
    ])

  /// What a way of running asks of the people who run it.
  static let skills = ["linux", "containers", "serverless", "databases", "streaming", "batch", "edge", "gpu", "models"]

  static let effort = KeyTable(
    "an effort",
    [
      Key("resize", .limit(.time), "to change machine or count of a fleet; 4 h"),
      Key("form", .limit(.time), "to move a workload to another form; 40 h"),
      Key("zones", .limit(.time), "to spread a service over zones; 12 h"),
      Key("region", .limit(.time), "to move a workload to another region; 24 h"),
      Key("edge", .limit(.time), "to bring a workload to the edge; 80 h"),
      Key("ai", .limit(.time), "to bring a model into service; 120 h"),
      Key("instrument", .limit(.time), "traces, metrics and logs of one workload; 12 h"),
      Key("drill", .limit(.time), "to try a rollback, a restore or a failover once; 8 h"),
      Key("training", .limit(.time), "until an engineer runs a kind of system they have not run; 80 h"),
    ])

  static let finance = KeyTable(
    "finance",
    [
      Key("cash", .amount(.money), "at hand"), Key("burn", .amount(.moneyPerMonth), "a month"),
      Key("revenue", .amount(.moneyPerMonth), "a month"), Key("discount_rate", .amount(.ratio), "a year"),
    ])

  static let operations = KeyTable(
    "operations",
    [
      Key("deploys", .amount(.rate), "how often"), Key("change_failure", .part, "of deploys"),
      Key("detect", .amount(.time), "until a failure is noticed"), Key("restore", .amount(.time), "until it is mended"),
      Key("lead_time", .amount(.time), "from commit to production"),
      Key("canary", .table(canary), "few requests meet a new version first; else all do at once"),
    ])

  static let canary = KeyTable(
    "a canary",
    [
      Key("share", .part, "of the requests", isRequired: true),
      Key("watch", .amount(.time), "before all requests meet it", isRequired: true),
    ])

  static let practices = KeyTable(
    "practices",
    [
      Key("central_logs", .bool, "logs in one place"), Key("tracing", .bool, "distributed tracing"),
      Key("ci", .bool, "continuous integration"),
      Key("rollback_tested", .month(orWords: ["never"]), "last time"),
      Key("restore_tested", .month(orWords: ["never"]), "last time"),
      Key("failover_drills", .amount(.rate), "how often"),
      Key("tools", .list(.table(tool)), "what deploys, watches and calls for help"),
      Key("access_control", .bool, "datasets and models name who may read them"),
    ])

  static let tool = KeyTable(
    "a tool",
    [
      Key("name", .text, "its name", isRequired: true),
      Key("covers", .many(.choice(["deploy", "monitor", "incidents"])), "what it is for", isRequired: true),
      Key("price", .exact(.monthlyMoney), "a month"),
    ])

  static let budgets = KeyTable(
    "budgets",
    [
      Key("monthly", .exact(.monthlyMoney), "most a month may cost"),
      Key("cost_per_transaction", .exact(.money), "most a transaction may cost"),
      Key(
        "increase",
        .table(
          KeyTable(
            "an increase",
            [Key("amount", .exact(.monthlyMoney), "a month"), Key("percent", .exact(.ratio), "of the baseline")])),
        "against a baseline"),
      Key("carbon", .exact(.carbon), "most a month may emit"),
    ])
}
