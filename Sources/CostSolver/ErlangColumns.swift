/// Erlang's C over columns of queues.
///
/// The recursion for the inverse of Erlang's B, y ← 1 + y·k/a, needs no division once 1/a is known; 32
/// queues go side by side, so that one multiplication hides behind the others. Rows with fewer servers
/// stop changing when their last step is done.
package enum ErlangColumns {
  /// P(W > 0) of M/M/c for each row; 1 at or above full load.
  ///
  /// - Parameters:
  ///   - loads: offered load of each row, erlang, above 0.
  ///   - servers: whole number of servers of each row, as many rows.
  /// - Complexity: O(rows · servers), eight rows an operation.
  package static func waitProbabilities(loads: [Double], servers: [Double]) -> [Double] {
    let count = min(loads.count, servers.count)
    // Padded with queues of one server, so that every block is whole.
    let padded = (count + 31) / 32 * 32
    let a = loads.prefix(count) + repeatElement(0.5, count: padded - count)
    let c = servers.prefix(count) + repeatElement(1, count: padded - count)
    var result = [Double](repeating: 0, count: padded)
    Array(a).withUnsafeBufferPointer { a in
      Array(c).withUnsafeBufferPointer { c in
        result.withUnsafeMutableBufferPointer { result in
          guard let a = a.baseAddress, let c = c.baseAddress, let out = result.baseAddress else { return }
          var row = 0
          while row < padded {
            block(a + row, c + row, out + row)
            row += 32
          }
        }
      }
    }
    result.removeLast(padded - count)
    return result
  }

  private typealias Vector = Lanes.Vector

  /// 32 rows as four vectors in flight.
  private static func block(
    _ loads: UnsafePointer<Double>, _ servers: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
  ) {
    let one = Vector(repeating: 1)
    let (c0, c1, c2, c3) = (
      Lanes.load(servers, 0), Lanes.load(servers, 8), Lanes.load(servers, 16), Lanes.load(servers, 24)
    )
    let (a0, a1, a2, a3) = (
      Lanes.load(loads, 0), Lanes.load(loads, 8), Lanes.load(loads, 16), Lanes.load(loads, 24)
    )
    let (i0, i1, i2, i3) = (one / a0, one / a1, one / a2, one / a3)
    var (y0, y1, y2, y3) = (one, one, one, one)
    var (least, most) = (servers[0], servers[0])
    for row in 1..<32 {
      least = min(least, servers[row])
      most = max(most, servers[row])
    }
    var k = 1.0
    while k <= least {
      y0 = one + y0 * (i0 * k)
      y1 = one + y1 * (i1 * k)
      y2 = one + y2 * (i2 * k)
      y3 = one + y3 * (i3 * k)
      k += 1
    }
    while k <= most {
      let step = Vector(repeating: k)
      y0 = y0.replacing(with: one + y0 * (i0 * k), where: c0 .>= step)
      y1 = y1.replacing(with: one + y1 * (i1 * k), where: c1 .>= step)
      y2 = y2.replacing(with: one + y2 * (i2 * k), where: c2 .>= step)
      y3 = y3.replacing(with: one + y3 * (i3 * k), where: c3 .>= step)
      k += 1
    }
    store(y0, a0, c0, out)
    store(y1, a1, c1, out + 8)
    store(y2, a2, c2, out + 16)
    store(y3, a3, c3, out + 24)
  }

  /// C = 1 / (y(1 − ρ) + ρ), 1 − ρ from the difference of servers and load.
  private static func store(_ y: Vector, _ a: Vector, _ c: Vector, _ out: UnsafeMutablePointer<Double>) {
    let one = Vector(repeating: 1)
    let value = one / (y * ((c - a) / c) + a / c)
    let settled = value.replacing(with: one, where: a .>= c)
    UnsafeMutableRawPointer(out).storeBytes(of: settled, as: Vector.self)
  }
}
