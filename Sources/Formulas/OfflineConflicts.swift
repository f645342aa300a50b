/// Objects that two sides write while they cannot see each other.
package enum OfflineConflicts {
  /// Objects written by both sides in a window of fixed length: K(1 − e^(−aT/K))(1 − e^(−bT/K)).
  ///
  /// - Parameters:
  ///   - objects: objects that both may write, > 0; writes spread evenly over them.
  ///   - here: writes a second of this side.
  ///   - there: writes a second of all others.
  ///   - seconds: length of the window.
  package static func fixed(objects: Double, here: Double, there: Double, seconds: Double) -> Double {
    guard objects > 0 else { return 0 }
    let (a, b) = (here * seconds / objects, there * seconds / objects)
    return objects * Elementary.expm1(-a) * Elementary.expm1(-b)
  }

  /// The same for a window of exponential length with this mean:
  /// K(1 − 1/(1 + aM) − 1/(1 + bM) + 1/(1 + (a + b)M)) with the rates of one object.
  package static func exponential(objects: Double, here: Double, there: Double, mean: Double) -> Double {
    guard objects > 0 else { return 0 }
    let (a, b) = (here * mean / objects, there * mean / objects)
    // 1 − 1/(1+a) − 1/(1+b) + 1/(1+a+b) without cancellation.
    return objects * a * b * (2 + a + b) / ((1 + a) * (1 + b) * (1 + a + b))
  }
}
