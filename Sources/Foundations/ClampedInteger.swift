extension Int {
  /// The whole number nearest to a double within ±10¹⁵; not-a-number becomes zero. Never traps.
  package init(clamped value: Double) {
    self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value.rounded(), -1e15), 1e15))
  }
}
