import Formulas
import Foundations

/// The inputs of a calculator after reading.
struct ModelValues: Sendable {
  private var numbers: [String: Double] = [:]
  private var decimals: [String: Money] = [:]
  private var texts: [String: String] = [:]
  private var lists: [String: [Money]] = [:]
  private var laws: [String: ServiceLaw] = [:]

  /// A number that is required or has a default; not-a-number otherwise, which no formula takes for a value.
  func number(_ name: String) -> Double { numbers[name] ?? .nan }
  /// A number that may be missing.
  func optional(_ name: String) -> Double? { numbers[name] }
  /// The decimal as written.
  func decimal(_ name: String) -> Money? { decimals[name] }
  /// Words as written.
  func text(_ name: String) -> String? { texts[name] }
  /// A list of ratios.
  func list(_ name: String) -> [Money]? { lists[name] }
  /// A named distribution.
  func law(_ name: String) -> ServiceLaw? { laws[name] }
  /// A whole number; its bound was checked to be one.
  func whole(_ name: String) -> Int { numbers[name].flatMap { Int(exactly: $0) } ?? 0 }

  /// A number that this case cannot do without.
  func needed(_ name: String, for purpose: String) throws(Calculator.Refusal) -> Double {
    guard let value = numbers[name] else { throw Calculator.Refusal("\(name) is needed \(purpose)") }
    return value
  }

  /// Reads `key=value` pairs; empty texts count as not given.
  init(_ pairs: [(String, String)], of calculator: Calculator, named title: String) throws(UsageError) {
    let parameters = calculator.parameters
    var given: Set<String> = []
    for (key, text) in pairs {
      guard let parameter = parameters.first(where: { $0.name == key }) else {
        let names = parameters.map(\.name)
        let help = Suggestion.nearest(key, in: names).map { "did you mean '\($0)'?" }
        throw UsageError(
          "unknown input '\(key)' of \(title)", help: help ?? "inputs: \(names.joined(separator: ", "))")
      }
      guard given.insert(key).inserted else { throw UsageError("\(key) is given twice") }
      if !text.isEmpty { try read(text, parameter) }
    }
    for parameter in parameters where !has(parameter.name) {
      if let standard = parameter.standard { try read(standard, parameter) }
      if parameter.isRequired {
        throw UsageError(
          "\(title) needs \(parameter.name): \(parameter.explanation)",
          help: "inputs: \(parameters.map(\.name).joined(separator: ", "))")
      }
    }
  }

  private func has(_ name: String) -> Bool {
    numbers[name] != nil || texts[name] != nil || lists[name] != nil || laws[name] != nil
  }

  private mutating func read(_ text: String, _ parameter: Parameter) throws(UsageError) {
    let name = parameter.name
    switch parameter.kind {
    case .text: texts[name] = text
    case .choice(let words):
      guard words.contains(text) else {
        throw UsageError(unknown: name, text, in: words)
      }
      texts[name] = text
    case .law:
      guard let law = ServiceLaw.named(text) else {
        throw UsageError(unknown: name, text, in: ServiceLaw.allCases.map(\.rawValue))
      }
      laws[name] = law
    case .ratios:
      var items: [Money] = []
      for part in text.split(separator: ";", omittingEmptySubsequences: false) {
        items.append(try ModelInput.quantity(String(part), .ratio, for: name).decimal)
      }
      lists[name] = items
    case .quantity(let dimension, let bare):
      if parameter.allowsInfinity, ["inf", "infinity", "∞"].contains(text.lowercased()) {
        numbers[name] = .infinity
        return
      }
      let quantity = try ModelInput.quantity(text, dimension, bare: bare, for: name)
      numbers[name] = quantity.value
      decimals[name] = quantity.decimal
    }
  }

  /// Refuses numbers outside their bounds, so that formulas see only their domain.
  func checkBounds(_ parameters: [Parameter]) throws(Calculator.Refusal) {
    for parameter in parameters {
      for value in numbers[parameter.name].map({ [$0] }) ?? lists[parameter.name]?.map(\.double) ?? [] {
        guard let need = Self.broken(parameter.bound, value, parameter.allowsInfinity) else { continue }
        throw Calculator.Refusal("\(parameter.name) must be \(need), not \(JSON.text(of: value))")
      }
    }
  }

  /// What a number should be when it is not; `nil` when all is well.
  private static func broken(_ bound: Parameter.Bound, _ value: Double, _ allowsInfinity: Bool) -> String? {
    if value == .infinity, allowsInfinity { return nil }
    guard value.isFinite else { return "finite" }
    switch bound {
    case .any: return nil
    case .positive: return value > 0 ? nil : "positive"
    case .atLeastZero: return value >= 0 ? nil : "0 or more"
    case .atLeastOne: return value >= 1 ? nil : "1 or more"
    case .ratio: return value >= 0 && value <= 1 ? nil : "between 0 and 1"
    case .whole(let range):
      let isInside = Int(exactly: value).map { range.contains($0) } ?? false
      return isInside ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

/// Reads quantities of inputs: a number with its unit, or bare.
enum ModelInput {
  /// The quantity in `text`, SI.
  ///
  /// - Parameters:
  ///   - bare: what a bare number is multiplied by.
  ///   - name: the input, for messages.
  static func quantity(
    _ text: String, _ dimension: Dimension, bare: Double = 1, for name: String
  ) throws(UsageError) -> Quantity {
    do throws(QuantityError) {
      let quantity = try QuantityText.parse(text, as: dimension, allowsBare: true)
      guard bare != 1, QuantityText.split(text).unit.isEmpty else { return quantity }
      let value = quantity.value * bare
      return Quantity(value: value, exact: nil)
    } catch {
      throw UsageError("\(name)=\(text) is not \(dimension.article)", help: help(error, dimension))
    }
  }

  private static func help(_ error: QuantityError, _ dimension: Dimension) -> String {
    if case .unknownUnit(_, let nearest?) = error { return "did you mean '\(nearest)'?" }
    if case .wrongCurrency(let found) = error { return "amounts are in USD, not \(found)" }
    if dimension.isMoney { return "such as \(dimension.example); a bare number is USD" }
    let units = dimension.units.compactMap { $0.symbols.first { !$0.isEmpty } }
    return units.isEmpty ? "write a number" : "its units are \(units.joined(separator: ", "))"
  }
}
