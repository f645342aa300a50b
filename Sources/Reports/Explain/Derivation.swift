import Foundations

/// How a figure follows from others: a tree whose leaves are stated, listed or assumed.
package indirect enum Derivation: Sendable {
  case node(Node)

  /// The rule by which a figure follows from its inputs; each can be recomputed from them.
  package enum Rule: String, Sendable {
    /// Stated, listed or assumed; nothing follows.
    case leaf
    case sum, product, quotient, difference
    /// One less the input.
    case complement
    /// The first input to the power of the second.
    case power
    /// The smallest and the greatest of the inputs.
    case minimum, maximum
    /// By a formula of its own, named in the words, computed again from the tree below.
    case formula
    /// The same figure under another path.
    case same
  }

  /// A figure with where it comes from.
  package struct Node: Sendable {
    /// A path of the JSON result or of the spec, or a name.
    package var path: String
    package var value: Double
    /// The value as the result holds it, digit by digit, where that is an exact decimal.
    package var exact: Money?
    package var unit: String
    package var rule: Rule
    /// The rule in words.
    package var words: String
    package var inputs: [Derivation]
    /// Table and date, or why it is assumed.
    package var source: String
    /// Line of the spec, counted from 1.
    package var line: Int?
    /// Computes a formula of its own from the inputs, down to their leaves.
    package var compute: (@Sendable ([Derivation]) -> Double?)?
  }

  /// The figure at the top.
  package var node: Node {
    switch self {
    case .node(let node): node
    }
  }

  /// What the rule gives for the inputs; `nil` for leaves.
  package var recomputed: Double? {
    let values = node.inputs.map(\.node.value)
    switch node.rule {
    case .leaf: return nil
    case .formula: return node.compute?(node.inputs)
    case .power: return values.count == 2 ? Derivation.power(values[0], values[1]) : nil
    case .minimum: return values.min()
    case .maximum: return values.max()
    case .sum: return values.reduce(0, +)
    case .product: return values.reduce(1, *)
    case .quotient: return values.count == 2 && values[1] != 0 ? values[0] / values[1] : nil
    case .difference: return values.count == 2 ? values[0] - values[1] : nil
    case .complement: return values.first.map { 1 - $0 }
    case .same: return values.first
    }
  }

  /// Whether the rule gives the value from the inputs, to a relative error of 10⁻⁶; never where a formula cannot be
  /// computed.
  package var isConsistent: Bool {
    guard node.rule != .leaf else { return true }
    guard let value = recomputed else { return false }
    return abs(value - node.value) <= 1e-6 * max(abs(value), abs(node.value)) + 1e-12
  }

  /// A whole power by multiplication.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<max(0, min(100_000, Int(exponent.isFinite ? exponent : 0))) { result *= base }
    return result
  }

  // MARK: Making

  static func leaf(
    _ path: String, _ value: Double, _ unit: String = "", source: String = "", line: Int? = nil, exact: Money? = nil
  ) -> Derivation {
    .node(
      Node(
        path: path, value: value, exact: exact, unit: unit, rule: .leaf, words: "", inputs: [], source: source,
        line: line))
  }

  static func rule(
    _ rule: Rule, _ path: String, _ value: Double, _ unit: String = "", _ words: String, _ inputs: [Derivation],
    exact: Money? = nil, source: String = ""
  ) -> Derivation {
    .node(
      Node(
        path: path, value: value, exact: exact, unit: unit, rule: rule, words: words, inputs: inputs, source: source,
        line: nil))
  }

  /// A figure by a formula of its own, which computes it again from the tree below.
  static func formula(
    _ path: String, _ value: Double, _ unit: String, _ words: String, _ inputs: [Derivation], source: String = "",
    _ compute: @escaping @Sendable ([Derivation]) -> Double?
  ) -> Derivation {
    .node(
      Node(
        path: path, value: value, exact: nil, unit: unit, rule: .formula, words: words, inputs: inputs,
        source: source, line: nil, compute: compute))
  }

  /// The rule where it gives the value, else a leaf with the source: nothing is claimed that does not compute.
  static func verified(
    _ rule: Rule, _ path: String, _ value: Double, _ unit: String, _ words: String, _ inputs: [Derivation],
    source: String,
    exact: Money? = nil
  ) -> Derivation {
    let made = Derivation.rule(rule, path, value, unit, words, inputs, exact: exact, source: source)
    return made.isConsistent ? made : .leaf(path, value, unit, source: source, exact: exact)
  }
}
