import CostSolver
import Formulas
import Testing

/// The vector kernels against the plain formulas.
struct KernelTests {
  @Test func `Erlang's C over columns is the recursion of each row`() {
    var loads: [Double] = []
    var servers: [Double] = []
    for c in [1.0, 2, 3, 7, 8, 16, 33, 64, 200] {
      for load in [0.01, 0.3, 0.8, 0.99, 0.999999, 1.0, 1.5] {
        loads.append(c * load)
        servers.append(c)
      }
    }
    let found = ErlangColumns.waitProbabilities(loads: loads, servers: servers)
    #expect(found.count == loads.count)
    for (index, value) in found.enumerated() {
      let exact = loads[index] >= servers[index] ? 1 : Erlang.c(load: loads[index], servers: servers[index])
      #expect(abs(value - exact) <= 1e-11 * exact, "\(loads[index]) erlang, \(servers[index]) servers")
    }
    #expect(ErlangColumns.waitProbabilities(loads: [], servers: []).isEmpty)
  }

  @Test func `the least bound over columns is the least of the rows, counted`() {
    let vcpus: [Double] = (0..<37).map { Double(1 << ($0 % 7)) }
    let memory: [Double] = (0..<37).map { Double($0 % 9 + 1) * 1e9 }
    let speed: [Double] = (0..<37).map { (row: Int) -> Double in row % 11 == 0 ? 0 : 0.5 + Double(row % 5) * 0.2 }
    let price: [Double] = (0..<37).map { (row: Int) -> Double in row % 13 == 0 ? .nan : 0.01 + 0.03 * Double(row % 17) }
    for busy in [0.2, 3, 41.7] {
      let bound = FleetBound(
        busyCores: busy, utilizationLimit: 0.8, overheadVCPUs: 0.5, overheadBytes: 5e8, memoryBytes: 2e9,
        minimumCount: 2, instancePerMonth: 15, fixedPerMonth: 100, priceFactor: 0.93, hoursPerMonth: 730)
      var least = Double.infinity
      var fitting = 0
      for row in vcpus.indices
      where price[row] > 0 && bound.fits(vcpus: vcpus[row], memoryBytes: memory[row], speed: speed[row]) {
        least = min(least, bound.bound(vcpus: vcpus[row], speed: speed[row], usdPerHour: price[row] * 0.93))
        fitting += 1
      }
      let found = vcpus.withUnsafeBufferPointer { v in
        memory.withUnsafeBufferPointer { m in
          speed.withUnsafeBufferPointer { s in
            price.withUnsafeBufferPointer { p in
              bound.least(
                over: MachineColumns(
                  count: 37, vcpus: v.baseAddress!, memoryBytes: m.baseAddress!, usableSpeed: s.baseAddress!,
                  usdPerHour: p.baseAddress!))
            }
          }
        }
      }
      #expect(abs(found.perMonth / least - 1) < 1e-8)
      #expect(found.fitting == fitting)
    }
  }
}
