import Foundations

/// A value of a spec after its shape was checked.
indirect enum Decoded: Sendable {
  case amount(Amount)
  /// An amount that a table of months replaces.
  case growing(Amount, Growth?)
  case spread(Spread)
  case growth(Growth)
  case text(String)
  case bool(Bool)
  case integer(Int)
  /// A month, or a day of it.
  case date(Spec.CalendarDay)
  /// Minutes since midnight.
  case clock(Int)
  case place(PlaceName)
  case list([Located])
  case table(DecodedTable)
  case mapping([Entry])

  /// An entry of a mapping with free keys.
  struct Entry: Sendable {
    var name: String
    var keySpan: SourceSpan
    var value: Located
  }
}

/// A value with its place.
struct Located: Sendable {
  var value: Decoded
  var span: SourceSpan
  var path: String
}

/// A mapping with known keys: what was stated of them.
struct DecodedTable: Sendable {
  var fields: [String: Located] = [:]
  var keySpans: [String: SourceSpan] = [:]
  var span = SourceSpan(0, 0)
  var path = ""

  subscript(_ key: String) -> Located? { fields[key] }

  func amount(_ key: String) -> Amount? {
    switch fields[key]?.value {
    case .amount(let amount), .growing(let amount, _): amount
    default: nil
    }
  }

  func text(_ key: String) -> String? {
    if case .text(let value)? = fields[key]?.value { return value }
    return nil
  }

  func bool(_ key: String) -> Bool? {
    if case .bool(let value)? = fields[key]?.value { return value }
    return nil
  }

  func integer(_ key: String) -> Int? {
    if case .integer(let value)? = fields[key]?.value { return value }
    return nil
  }

  func table(_ key: String) -> DecodedTable? {
    if case .table(let value)? = fields[key]?.value { return value }
    return nil
  }

  func growth(_ key: String) -> Growth? {
    switch fields[key]?.value {
    case .growth(let value): value
    case .growing(_, let value): value
    default: nil
    }
  }

  func place(_ key: String) -> PlaceName? {
    if case .place(let value)? = fields[key]?.value { return value }
    return nil
  }

  func list(_ key: String) -> [Located] {
    if case .list(let value)? = fields[key]?.value { return value }
    return []
  }

  /// The texts of one value or a list.
  func texts(_ key: String) -> [String] {
    list(key).compactMap { if case .text(let value) = $0.value { value } else { nil } }
  }

  func mapping(_ key: String) -> [Decoded.Entry] {
    if case .mapping(let value)? = fields[key]?.value { return value }
    return []
  }

  func month(_ key: String) -> (year: Int, month: Int)? {
    date(key).map { ($0.year, $0.month) }
  }

  func date(_ key: String) -> Spec.CalendarDay? {
    if case .date(let value)? = fields[key]?.value { return value }
    return nil
  }

  func clock(_ key: String) -> Int? {
    if case .clock(let value)? = fields[key]?.value { return value }
    return nil
  }

  func spread(_ key: String) -> Spread? {
    if case .spread(let value)? = fields[key]?.value { return value }
    return nil
  }
}
