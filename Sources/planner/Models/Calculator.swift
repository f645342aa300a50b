import Foundations

/// One formula as a calculator: what it takes and what it gives.
struct Calculator: Sendable {
  /// How an input is read.
  enum Input: Sendable {
    case quantity(Dimension)
    case choice([String])
    case text
  }

  /// An input with what it is for; required when it has no default.
  struct Parameter: Sendable {
    let name: String
    let input: Input
    let standard: String?
    let summary: String

    init(_ name: String, _ input: Input, standard: String? = nil, _ summary: String) {
      self.name = name
      self.input = input
      self.standard = standard
      self.summary = summary
    }
  }

  /// Why inputs have no answer.
  struct Refusal: Error {
    var message: String
    init(_ message: String) { self.message = message }
  }

  /// Inputs after reading.
  struct Values: Sendable {
    var numbers: [String: Double] = [:]
    var decimals: [String: Money] = [:]
    var texts: [String: String] = [:]

    /// A number that is required or has a default.
    func number(_ name: String) -> Double { numbers[name] ?? 0 }
    /// A number that may be missing.
    func optional(_ name: String) -> Double? { numbers[name] }
  }

  let name: String
  let summary: String
  let formula: String
  let source: String
  let domain: String
  let error: String
  let parameters: [Parameter]
  let compute: @Sendable (Values) throws(Refusal) -> [(String, JSON)]

  // MARK: Reading

  /// The inputs of `key=value` words.
  func values(_ words: some Sequence<String>) throws(UsageError) -> Values {
    var texts: [(String, String)] = []
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        throw UsageError(
          "'\(word)' is not key=value", help: "inputs of \(name): \(parameters.map(\.name).joined(separator: ", "))")
      }
      texts.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
    }
    return try values(pairs: texts)
  }

  /// The inputs of pairs; empty texts count as not given.
  func values(pairs: [(String, String)]) throws(UsageError) -> Values {
    var values = Values()
    for (key, text) in pairs {
      guard let parameter = parameters.first(where: { $0.name == key }) else {
        let help = Suggestion.nearest(key, in: parameters.map(\.name)).map { "did you mean '\($0)'?" }
        throw UsageError(
          "unknown input '\(key)' of \(name)", help: help ?? "inputs: \(parameters.map(\.name).joined(separator: ", "))"
        )
      }
      if !text.isEmpty { try read(text, parameter, &values) }
    }
    for parameter in parameters where values.numbers[parameter.name] == nil && values.texts[parameter.name] == nil {
      if let standard = parameter.standard, !standard.isEmpty { try read(standard, parameter, &values) }
      if parameter.standard == nil { throw UsageError("\(name) needs \(parameter.name): \(parameter.summary)") }
    }
    return values
  }

  private func read(_ text: String, _ parameter: Parameter, _ values: inout Values) throws(UsageError) {
    switch parameter.input {
    case .text: values.texts[parameter.name] = text
    case .choice(let allowed):
      guard allowed.contains(text) else {
        let help = Suggestion.nearest(text, in: allowed).map { "did you mean '\($0)'?" }
        throw UsageError("\(parameter.name)=\(text): it is one of \(allowed.joined(separator: ", "))", help: help)
      }
      values.texts[parameter.name] = text
    case .quantity(let dimension):
      if ["inf", "infinity", "∞"].contains(text.lowercased()) {
        values.numbers[parameter.name] = .infinity
        return
      }
      do throws(QuantityError) {
        let quantity = try QuantityText.parse(text, as: dimension, allowsBare: true)
        values.numbers[parameter.name] = quantity.value
        values.decimals[parameter.name] = quantity.decimal
      } catch {
        let units = dimension.units.compactMap { $0.symbols.first { !$0.isEmpty } }
        throw UsageError(
          "\(parameter.name)=\(text) is not \(dimension.article)",
          help: units.isEmpty ? "write a number" : "its units are \(units.joined(separator: ", ")); a bare number is SI"
        )
      }
    }
  }
}
