import Foundations

/// Words about shapes for messages.
enum Describe {
  /// What a shape takes, such as `a duration such as 12 ms`.
  static func shape(_ shape: Shape) -> String {
    switch shape {
    case .amount(let dimension, _), .growing(let dimension), .distribution(let dimension):
      "\(dimension.article) such as \(dimension.example)"
    case .choice(let allowed): "one of \(list(allowed))"
    case .table(let table): "the keys of \(table.name)"
    case .bool: "true or false"
    default: "a value such as \(example(shape))"
    }
  }

  /// A correct value.
  static func example(_ shape: Shape) -> String {
    switch shape {
    case .amount(let dimension, _), .growing(let dimension), .distribution(let dimension), .either(let dimension, _):
      dimension.example
    case .variability: "1.5"
    case .growth: "8%/month"
    case .text: "text"
    case .currency: "EUR"
    case .name: "my-system"
    case .bool: "true"
    case .integer(let range): "\(max(1, range.lowerBound))"
    case .choice(let allowed): allowed.first ?? ""
    case .month: "2026-10"
    case .clock: "\"22:00\""
    case .place: "aws:us-east-1"
    case .vocabulary(let vocabulary):
      switch vocabulary {
      case .provider, .providers: "aws"
      case .region: "aws:eu-central-1"
      case .access: "fiber"
      case .residency: "EU"
      case .regionPattern: "eu-*"
      }
    case .many(let inner): example(inner)
    case .list: "[…]"
    case .table(let table): "{\(table.keys.first.map { "\($0.name): \(example($0.shape))" } ?? "")}"
    case .mapping, .opaque: "{name: …}"
    case .forms(let scalar, let mappings): scalar.map(example) ?? mappings.last.map { example($0.shape) } ?? "{…}"
    }
  }

  /// `a, b or c`.
  static func choice(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// Words in a row, of long lists the first ones.
  static func list(_ words: [String]) -> String {
    words.count <= 24 ? words.joined(separator: ", ") : words.prefix(24).joined(separator: ", ") + ", …"
  }

  /// Keys that people know from elsewhere.
  static let habits: [(written: String, meant: String)] = [
    ("sla", "slo"), ("slos", "slo"), ("type", "kind"), ("depends_on", "calls"), ("dependencies", "calls"),
    ("services", "workloads"), ("components", "workloads"), ("version", "planner"), ("ram", "memory"),
    ("mem", "memory"), ("rps", "rate"), ("qps", "rate"), ("load", "demand"), ("traffic", "demand"),
    ("location", "at"), ("region", "at"), ("region", "regions"), ("weight", "share"), ("uptime", "availability"),
    ("duration", "runtime"), ("target", "to"), ("service", "to"), ("budget", "budgets"), ("costs", "prices"),
    ("instances", "count"), ("devices", "count"), ("storage", "size"), ("capacity", "size"), ("cv", "variability"),
  ]

  static func percent(_ ratio: Double) -> String { "\(Money(ratio * 100).formatted(places: 2)) %" }

  /// Where a key that stands in the wrong place belongs, such as `'slo'`.
  static func owner(of key: String) -> String? {
    let homes: [(String, KeyTable)] = [
      ("'slo'", KeyTables.slo), ("'slo.latency'", KeyTables.latency), ("'place'", KeyTables.place),
      ("a workload", KeyTables.workload), ("the top level", KeyTables.spec), ("'budgets'", KeyTables.budgets),
      ("'team'", KeyTables.team), ("'finance'", KeyTables.finance), ("'prices'", KeyTables.prices),
      ("'calls'", KeyTables.call), ("'operations'", KeyTables.operations),
    ]
    if let home = homes.first(where: { $0.1.key(key) != nil }) { return home.0 }
    for kind in KeyTables.kinds {
      for own in KeyTables.workload(kind: kind).keys {
        if let table = table(in: own.shape), table.key(key) != nil {
          return "'\(own.name)' of \(KeyTables.article(kind))"
        }
      }
    }
    return nil
  }

  private static func table(in shape: Shape) -> KeyTable? {
    switch shape {
    case .table(let table): table
    case .forms(_, let mappings): mappings.lazy.compactMap { table(in: $0.shape) }.first
    default: nil
    }
  }
}
