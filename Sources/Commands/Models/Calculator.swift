import Foundations

/// One formula as a calculator: what it takes, what it gives, where it comes from.
struct Calculator: Sendable {
  /// A result: its key, its unit (empty for a plain number or words), and what it tells.
  struct Output: Sendable {
    let name: String
    let unit: String
    let summary: String

    init(_ name: String, _ unit: String = "", _ summary: String) {
      self.name = name
      self.unit = unit
      self.summary = summary
    }
  }

  /// Why inputs have no answer.
  struct Refusal: Error, Hashable {
    var message: String
    init(_ message: String) { self.message = message }
  }

  /// Results by key, in order.
  typealias Results = [(String, JSON)]

  let name: String
  let summary: String
  let formula: String
  let source: String
  let domain: String
  /// How far the result may lie from the truth of the model as stated.
  let error: String
  let parameters: [Parameter]
  let outputs: [Output]
  let example: String
  /// Formulas chosen by the value of an input, such as the rules of `breakeven`; their names are the values.
  let variants: [Calculator]
  private let body: @Sendable (ModelValues) throws(Refusal) -> Results

  init(
    name: String, summary: String, formula: String, source: String, domain: String, error: String,
    example: String = "", parameters: [Parameter], outputs: [Output], variants: [Calculator] = [],
    compute: @escaping @Sendable (ModelValues) throws(Refusal) -> Results
  ) {
    self.name = name
    self.summary = summary
    self.formula = formula
    self.source = source
    self.domain = domain
    self.error = error
    self.example = example
    self.parameters = parameters
    self.outputs = outputs
    self.variants = variants
    body = compute
  }

  /// The input that chooses a variant: the first.
  private var selector: String { parameters.first?.name ?? "" }

  /// The formula that `pairs` ask for: itself, or one of its variants.
  func chosen(by pairs: [(String, String)]) throws(UsageError) -> Calculator {
    guard !variants.isEmpty else { return self }
    guard let value = pairs.first(where: { $0.0 == selector })?.1, !value.isEmpty else {
      throw UsageError(
        "\(name) needs \(selector)", help: "it is one of \(variants.map(\.name).joined(separator: ", "))")
    }
    if let found = variants.first(where: { $0.name.lowercased() == value.lowercased() }) { return found }
    throw UsageError(unknown: selector, value, in: variants.map(\.name))
  }

  /// The results of `key=value` pairs; empty texts count as not given.
  ///
  /// What is wrong with the way inputs are written is a `UsageError`, what has no answer a `Refusal`.
  func results(_ pairs: [(String, String)]) throws(UsageError) -> Result<Results, Refusal> {
    let formula = try chosen(by: pairs)
    // In a table of several rules each leaves the columns of the others empty.
    let words = variants.isEmpty ? pairs : pairs.filter { $0.0 != selector && !$0.1.isEmpty }
    let values = try ModelValues(words, of: formula, named: variants.isEmpty ? name : "\(name) \(formula.name)")
    do throws(Refusal) {
      try values.checkBounds(formula.parameters)
      return .success(try Calculator.checked(try formula.body(values)))
    } catch {
      return .failure(error)
    }
  }

  /// Refuses results that are no numbers, unless they say why.
  private static func checked(_ rows: Results) throws(Refusal) -> Results {
    guard !rows.contains(where: { $0.0 == "reason" }) else { return rows }
    for case (let key, .number(let number)) in rows where !number.isFinite {
      throw Refusal("\(key) is too large to be a number: the inputs are too extreme")
    }
    return rows
  }

  /// `key=value` words as pairs.
  func pairs(_ words: some Sequence<String>) throws(UsageError) -> [(String, String)] {
    var result: [(String, String)] = []
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw UsageError(
          "'\(word)' is not key=value", help: "inputs of \(name): \(parameters.map(\.name).joined(separator: ", "))")
      }
      result.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
    }
    return result
  }
}
