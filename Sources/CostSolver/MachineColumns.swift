/// Machines for hire as columns, one row a machine: what the kernels run over.
///
/// The columns are borrowed memory that the caller keeps alive; rows whose `usableSpeed` is 0 or whose
/// price is NaN may not be taken.
package struct MachineColumns {
  /// Number of rows.
  package let count: Int
  /// Virtual CPUs of a machine.
  package let vcpus: UnsafePointer<Double>
  /// Memory of a machine, bytes.
  package let memoryBytes: UnsafePointer<Double>
  /// Speed of one virtual CPU relative to the reference core; 0 where the row may not carry work.
  package let usableSpeed: UnsafePointer<Double>
  /// Price of an hour in USD; NaN where unknown.
  package let usdPerHour: UnsafePointer<Double>

  /// Creates columns over memory of `count` elements each.
  package init(
    count: Int, vcpus: UnsafePointer<Double>, memoryBytes: UnsafePointer<Double>, usableSpeed: UnsafePointer<Double>,
    usdPerHour: UnsafePointer<Double>
  ) {
    self.count = count
    self.vcpus = vcpus
    self.memoryBytes = memoryBytes
    self.usableSpeed = usableSpeed
    self.usdPerHour = usdPerHour
  }
}

/// Vectors of eight rows; the same operations in the same order on every instruction set.
enum Lanes {
  typealias Vector = SIMD8<Double>

  @inline(__always) static func load(_ column: UnsafePointer<Double>, _ row: Int) -> Vector {
    UnsafeRawPointer(column + row).loadUnaligned(as: Vector.self)
  }

  /// Adding and taking away 2⁵² rounds 0…2⁵¹ to whole numbers without a rounding instruction.
  private static let shift = Vector(repeating: 0x1p52)

  /// The least whole number not below x, 0 ≤ x < 2⁵¹.
  @inline(__always) static func ceiling(_ x: Vector) -> Vector {
    let nearest = (x + shift) - shift
    return nearest.replacing(with: nearest + 1, where: nearest .< x)
  }

  /// The greatest whole number not above x, 0 ≤ x < 2⁵¹.
  @inline(__always) static func floor(_ x: Vector) -> Vector {
    let nearest = (x + shift) - shift
    return nearest.replacing(with: nearest - 1, where: nearest .> x)
  }

  /// The least of eight lanes.
  @inline(__always) static func least(_ x: Vector) -> Double {
    var least = x[0]
    for lane in 1..<8 { least = Swift.min(least, x[lane]) }
    return least
  }
}
