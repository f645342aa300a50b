import Foundations

/// What may stand at a place of a spec. Decoding, the JSON Schema and the notes of messages all read it.
indirect enum Shape: Sendable {
  /// A quantity or a range of one.
  case amount(Dimension, AmountRule = [])
  /// A quantity of one dimension or the other, told apart by the unit.
  case either(Dimension, Dimension)
  /// A quantity, a range, or a table of months.
  case growing(Dimension)
  /// How requests differ: a quantity, percentiles, or a histogram.
  case distribution(Dimension)
  /// Squared coefficient of variation, or `{cv: …}`.
  case variability
  /// `8%/month`, `2x/year`, or a table of months.
  case growth
  case text
  /// ISO 4217 code.
  case currency
  /// RFC 1123 label.
  case name
  case bool
  case integer(ClosedRange<Int>)
  case choice([String])
  /// `2026-10`, a day of it too; some keys also take words such as `never`.
  case month(orWords: [String])
  /// `22:00`.
  case clock
  /// A region, city, coordinates or user group.
  case place
  /// Words known only to the caller: providers, access networks.
  case vocabulary(Vocabulary)
  /// One, or a list of them.
  case many(Shape)
  case list(Shape)
  case table(KeyTable)
  /// A mapping whose keys are free: what a value is, and what the keys are.
  case mapping(String, keys: NameRule, Shape)
  /// Decoded elsewhere, by what it holds.
  case opaque
  /// By what stands there: the scalar's shape, else the mapping with the first of these keys, else the last.
  case forms(scalar: Shape?, mappings: [(key: String, shape: Shape)])

  /// A ratio from 0 to 100 %, or a range of it.
  static var part: Shape { .amount(.ratio, .part) }
  /// A ratio from 0 to 100 % that is no range: shares, targets.
  static var share: Shape { .amount(.ratio, [.part, .exact]) }
  /// A number that is no range.
  static func exact(_ dimension: Dimension) -> Shape { .amount(dimension, .exact) }
  /// A number above zero that is no range.
  static func limit(_ dimension: Dimension) -> Shape { .amount(dimension, [.exact, .positive]) }
  /// A number above zero, or a range of it.
  static func positive(_ dimension: Dimension) -> Shape { .amount(dimension, .positive) }

  /// Lists of words that the caller supplies.
  enum Vocabulary: Sendable {
    case provider
    /// A provider, or `any`.
    case providers
    case access, residency, region, regionPattern
  }
}

/// What a quantity must be besides having the right unit.
struct AmountRule: OptionSet, Sendable {
  let rawValue: Int
  /// One number: a range would be no answer.
  static let exact = AmountRule(rawValue: 1)
  /// At most 100 %.
  static let part = AmountRule(rawValue: 2)
  /// Above zero.
  static let positive = AmountRule(rawValue: 4)
}

/// What the free keys of a mapping must be.
enum NameRule: Sendable {
  /// RFC 1123 labels of 1 to 63 characters, named by the user.
  case label
  /// Names that stand elsewhere in the spec.
  case reference
  case provider
  /// `provider:region/machine`.
  case offer
}

/// A key with what it takes and what it is for.
struct Key: Sendable {
  let name: String
  let shape: Shape
  let summary: String
  let isRequired: Bool

  init(_ name: String, _ shape: Shape, _ summary: String, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.summary = summary
    self.isRequired = isRequired
  }
}

/// The keys of one kind of mapping.
struct KeyTable: Sendable {
  /// With its article: `an SLO`.
  let name: String
  let keys: [Key]

  init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }

  func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  var names: [String] { keys.map(\.name) }
}
