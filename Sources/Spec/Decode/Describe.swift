import Foundations

/// Words about shapes for messages.
enum Describe {
  /// What a shape takes, such as `a duration such as 12 ms`.
  static func shape(_ shape: Shape) -> String {
    switch shape {
    case .amount(let dimension), .growing(let dimension), .distribution(let dimension):
      "\(dimension.article) such as \(dimension.example)"
    case .choice(let allowed): "one of \(allowed.joined(separator: ", "))"
    case .table(let table): "the keys of \(table.name)"
    case .bool: "true or false"
    default: "a value such as \(example(shape))"
    }
  }

  /// A correct value.
  static func example(_ shape: Shape) -> String {
    switch shape {
    case .amount(let dimension), .growing(let dimension), .distribution(let dimension), .either(let dimension, _):
      dimension.example
    case .variability: "1.5"
    case .growth: "8%/month"
    case .text: "text"
    case .name: "my-system"
    case .bool: "true"
    case .integer(let range): "\(max(1, range.lowerBound))"
    case .choice(let allowed): allowed.first ?? ""
    case .month: "2026-10"
    case .clock: "\"22:00\""
    case .place: "aws:us-east-1"
    case .vocabulary(let vocabulary):
      switch vocabulary {
      case .provider: "aws"
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

  /// The unit to show behind a bare number, with its blank.
  static func unit(of dimension: Dimension) -> String {
    let symbol = dimension.units.first { $0.symbols.contains(dimension.symbol) }?.symbols.first
    let word =
      dimension == .time ? "ms" : dimension == .size ? "MB" : symbol ?? dimension.units.first?.symbols.first ?? ""
    return word.hasPrefix("/") || word == "%" || word == "x" ? word : " " + word
  }

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
