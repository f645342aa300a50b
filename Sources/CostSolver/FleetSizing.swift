/// Finds the smallest feasible fleet.
package enum FleetSizing {
  /// The smallest count in `minimum...maximum` that is feasible, or `nil`.
  ///
  /// Gallops from `minimum` and bisects, so feasibility must be monotone in the count: a larger
  /// fleet never waits longer (percentiles fall in the number of servers).
  ///
  /// - Complexity: O(log n) evaluations of `isFeasible`, n the answer less `minimum`.
  @inlinable
  package static func smallest(from minimum: Int, through maximum: Int, isFeasible: (Int) -> Bool) -> Int? {
    guard minimum <= maximum else { return nil }
    if isFeasible(minimum) { return minimum }
    var low = minimum
    var step = 1
    var high = minimum
    while true {
      high = step > maximum - low ? maximum : low + step
      if isFeasible(high) { break }
      if high == maximum { return nil }
      low = high
      step *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isFeasible(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
