import Formulas
import Foundations

/// An input of a calculator: how it is read, what it must be, what it is for.
struct Parameter: Sendable {
  /// How the text is read.
  enum Kind: Sendable {
    /// A quantity with its unit; a bare number is multiplied by `bare` to give SI.
    case quantity(Dimension, bare: Double)
    case choice([String])
    /// The name of a distribution.
    case law
    /// Ratios or availabilities separated by `;`.
    case ratios
    case text
  }

  /// What a number must be.
  enum Bound: Sendable {
    case any, positive, atLeastZero, atLeastOne
    /// From 0 to 1, both included.
    case ratio
    /// A whole number in a range.
    case whole(ClosedRange<Int>)
  }

  let name: String
  let kind: Kind
  let bound: Bound
  /// Whether `inf` is a value.
  let allowsInfinity: Bool
  /// What holds when it is left out; `nil` for nothing.
  let standard: String?
  let isRequired: Bool
  let summary: String
  /// What a bare number is in, where that is not the SI unit.
  let bareUnit: String?

  private init(
    _ name: String, _ kind: Kind, _ bound: Bound, _ allowsInfinity: Bool, _ standard: String?, _ isRequired: Bool,
    _ summary: String, _ bareUnit: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.bound = bound
    self.allowsInfinity = allowsInfinity
    self.standard = standard
    self.isRequired = isRequired
    self.summary = summary
    self.bareUnit = bareUnit
  }

  /// A quantity that must be given.
  static func needs(_ name: String, _ dimension: Dimension, _ bound: Bound, _ summary: String) -> Parameter {
    Parameter(name, .quantity(dimension, bare: 1), bound, false, nil, true, summary)
  }

  /// A quantity that may be left out.
  static func may(
    _ name: String, _ dimension: Dimension, _ bound: Bound, standard: String? = nil, allowsInfinity: Bool = false,
    _ summary: String
  ) -> Parameter {
    Parameter(name, .quantity(dimension, bare: 1), bound, allowsInfinity, standard, false, summary)
  }

  /// A word out of a few.
  static func choice(_ name: String, _ words: [String], standard: String? = nil, _ summary: String) -> Parameter {
    Parameter(name, .choice(words), .any, false, standard, standard == nil, summary)
  }

  /// The name of a distribution, optional.
  static func law(_ name: String, _ summary: String) -> Parameter {
    Parameter(name, .law, .any, false, nil, false, summary)
  }

  /// Text.
  static func text(_ name: String, isRequired: Bool = true, standard: String? = nil, _ summary: String) -> Parameter {
    Parameter(name, .text, .any, false, standard, isRequired && standard == nil, summary)
  }

  /// A list of ratios, optional.
  static func ratios(_ name: String, _ summary: String) -> Parameter {
    Parameter(name, .ratios, .ratio, false, nil, false, summary)
  }

  /// The same input with bare numbers in a unit of their own: `bare` of SI each.
  func bare(_ bare: Double, _ unit: String) -> Parameter {
    guard case .quantity(let dimension, _) = kind else { return self }
    return Parameter(
      name, .quantity(dimension, bare: bare), bound, allowsInfinity, standard, isRequired, summary, unit)
  }

  /// The unit of a bare number, for help.
  var unit: String {
    if let bareUnit { return bareUnit }
    return switch kind {
    case .quantity(let dimension, _):
      dimension.isMoney
        ? "USD" + (dimension.units.first?.symbols.first ?? "")
        : dimension.symbol.isEmpty ? "number" : dimension.symbol
    case .choice, .law: "word"
    case .ratios: "ratios"
    case .text: "text"
    }
  }

  /// What it is for, with the words it takes.
  var explanation: String {
    switch kind {
    case .choice(let words): "\(summary): \(words.joined(separator: ", "))"
    case .law: "\(summary): \(ServiceLaw.allCases.map(\.rawValue).joined(separator: ", "))"
    default: summary
    }
  }

  /// What holds when it is left out, for help.
  var absence: String { standard ?? (isRequired ? "required" : "-") }
}
