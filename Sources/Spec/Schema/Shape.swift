import Foundations

/// What may stand at a place of a spec. Decoding, the JSON Schema and the notes of messages all read it.
indirect enum Shape: Sendable {
  /// A quantity or a range of one.
  case amount(Dimension)
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
  /// RFC 1123 label.
  case name
  case bool
  case integer(ClosedRange<Int>)
  case choice([String])
  /// `2026-10`; some keys also take words such as `never`.
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
  /// A mapping whose keys are free: names, providers, machines.
  case mapping(String, Shape)
  /// Decoded elsewhere, by what it holds.
  case opaque
  /// By what stands there: the scalar's shape, else the mapping with the first of these keys, else the last.
  case forms(scalar: Shape?, mappings: [(key: String, shape: Shape)])

  /// Lists of words that the caller supplies.
  enum Vocabulary: Sendable { case provider, access, residency, regionPattern }
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

  /// The same with further keys.
  func with(_ more: [Key]) -> KeyTable { KeyTable(name, keys + more) }
}
