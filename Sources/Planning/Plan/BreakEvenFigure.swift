/// Where a decision would turn: the value of an input that the reader controls, beside what it is now.
package struct BreakEvenFigure: Sendable, Hashable {
  /// The rule, such as `B1`; the formulas are those of ``BreakEven``.
  package var rule: String
  /// What is asked, such as `functions beat machines below`.
  package var question: String
  /// Where it turns; `nil` where it never does.
  package var value: Double?
  /// The same input as it is now.
  package var now: Double?
  /// SI unit, or `USD/h` and the like.
  package var unit: String
  /// Whether the answer is yes with the input as it is.
  package var holds: Bool
  /// Where the figures come from.
  package var why: String
}
