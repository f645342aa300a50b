import Foundations

/// Something that differs between two plans, with what it does to the cost.
package struct Cause: Sendable, Hashable {
  /// What differs.
  package enum Kind: String, Sendable, Hashable {
    /// An input of the spec.
    case input
    /// Prices, where the two plans were made from different ones.
    case prices
    /// Prices or the program itself, where a saved result is of another version of it.
    case model
    /// Quantities and placement of a workload, where a saved result does not tell its inputs.
    case workload
  }

  package var kind: Kind
  /// Paths of the inputs, more than one where they only work together; a workload; or `prices`.
  package var path: String
  /// As written; `nil` when not stated there.
  package var base: String?
  package var head: String?
  /// What it adds to the cost a month; `nil` when a side has no cost.
  package var perMonth: Money?

  /// Creates a cause.
  package init(kind: Kind, path: String, base: String? = nil, head: String? = nil, perMonth: Money?) {
    self.kind = kind
    self.path = path
    self.base = base
    self.head = head
    self.perMonth = perMonth
  }

  /// Its effect without the sign.
  var size: Money {
    guard let perMonth else { return .zero }
    return perMonth < .zero ? -perMonth : perMonth
  }
}
