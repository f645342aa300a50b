#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions that every formula uses; the only place that names the C library.
///
/// Each is a thin wrapper of the library function of the same name, so results are the same on
/// every run of one build. Domain errors give NaN or an infinity as in IEEE 754; nothing traps.
package enum Elementary {
  /// e to the power `x`. Overflows to infinity above 709.78, underflows to 0.
  @inline(__always) package static func exp(_ x: Double) -> Double { libraryExp(x) }
  /// e to the power `x`, less 1, without cancellation near 0.
  @inline(__always) package static func expm1(_ x: Double) -> Double { libraryExpm1(x) }
  /// Natural logarithm; −infinity at 0, NaN below.
  @inline(__always) package static func log(_ x: Double) -> Double { libraryLog(x) }
  /// Natural logarithm of 1 + `x`, without cancellation near 0.
  @inline(__always) package static func log1p(_ x: Double) -> Double { libraryLog1p(x) }
  /// Logarithm to base 10.
  @inline(__always) package static func log10(_ x: Double) -> Double { libraryLog10(x) }
  /// Square root; NaN below 0.
  @inline(__always) package static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  /// `x` to the power `y`.
  @inline(__always) package static func pow(_ x: Double, _ y: Double) -> Double { libraryPow(x, y) }
  /// Complementary error function.
  @inline(__always) package static func erfc(_ x: Double) -> Double { libraryErfc(x) }
  /// Sine of an angle in radians.
  @inline(__always) package static func sin(_ x: Double) -> Double { librarySin(x) }
  /// Cosine of an angle in radians.
  @inline(__always) package static func cos(_ x: Double) -> Double { libraryCos(x) }
  /// Inverse sine in radians; NaN outside −1…1.
  @inline(__always) package static func asin(_ x: Double) -> Double { libraryAsin(x) }
  /// Angle of the point (x, y) in radians, −π…π.
  @inline(__always) package static func atan2(_ y: Double, _ x: Double) -> Double { libraryAtan2(y, x) }
}

@inline(__always) private func libraryExp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func libraryExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func libraryLog(_ x: Double) -> Double { log(x) }
@inline(__always) private func libraryLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func libraryLog10(_ x: Double) -> Double { log10(x) }
@inline(__always) private func libraryPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) private func libraryErfc(_ x: Double) -> Double { erfc(x) }
@inline(__always) private func librarySin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func libraryCos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func libraryAsin(_ x: Double) -> Double { asin(x) }
@inline(__always) private func libraryAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
