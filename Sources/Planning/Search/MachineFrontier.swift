import CostSolver
import Placement
import Synchronization

/// The machines of a region that can be the cheapest for some service: those that no other dominates.
///
/// Rows are pairs of a machine and a way of paying, in the order in which ties are decided.
final class MachineFrontier: Sendable {
  /// Rows of the region's columns, and the way of paying for each.
  let index: [Int]
  let purchase: [Purchase]
  let vcpus: [Double]
  let memoryBytes: [Double]
  let speed: [Double]
  let usdPerHour: [Double]
  /// Memory of every row that carries at least one worker and has a price, dominated ones included; ascending.
  private let memories: [Double]

  /// - Parameter overheadVCPUs: virtual CPUs of each machine that the platform takes for itself.
  init(_ columns: OfferColumns, purchases: [Purchase], overheadVCPUs: Double) {
    var rows: [(index: Int, purchase: Purchase, price: Double)] = []
    let prices = purchases.map { ($0, columns.usdPerHour($0)) }
    for index in 0..<columns.count
    where columns.isSteady[index] && columns.speed[index] > 0 && columns.vcpus[index] - overheadVCPUs >= 1 {
      for (purchase, column) in prices where column[index] > 0 { rows.append((index, purchase, column[index])) }
    }
    memories = rows.map { columns.memoryBytes[$0.index] }.sorted()
    let kept = Dominance.undominated(
      workers: rows.map { (columns.vcpus[$0.index] - overheadVCPUs).rounded(.down) },
      memoryBytes: rows.map { columns.memoryBytes[$0.index] }, speed: rows.map { columns.speed[$0.index] },
      usdPerHour: rows.map(\.price)
    )
    .map { rows[$0] }
    index = kept.map(\.index)
    purchase = kept.map(\.purchase)
    vcpus = kept.map { columns.vcpus[$0.index] }
    memoryBytes = kept.map { columns.memoryBytes[$0.index] }
    speed = kept.map { columns.speed[$0.index] }
    usdPerHour = kept.map(\.price)
  }

  /// The least bound over all machines of the region, and the number of candidates, dominated ones included.
  func least(_ bound: FleetBound) -> (perMonth: Double, candidates: Int) {
    let found = lend { bound.least(over: $0).perMonth } ?? .infinity
    // The number of rows with at least the memory needed.
    let wanted = bound.memoryBytes + bound.overheadBytes
    var (low, high) = (0, memories.count)
    while low < high {
      let middle = (low + high) / 2
      if memories[middle] >= wanted { high = middle } else { low = middle + 1 }
    }
    return (found, memories.count - low)
  }

  private func lend<Result>(_ body: (MachineColumns) -> Result) -> Result? {
    vcpus.withUnsafeBufferPointer { vcpus in
      memoryBytes.withUnsafeBufferPointer { memory in
        speed.withUnsafeBufferPointer { speed in
          usdPerHour.withUnsafeBufferPointer { price in
            guard let vcpus = vcpus.baseAddress, let memory = memory.baseAddress, let speed = speed.baseAddress,
              let price = price.baseAddress
            else { return nil }
            return body(
              MachineColumns(
                count: index.count, vcpus: vcpus, memoryBytes: memory, usableSpeed: speed, usdPerHour: price))
          }
        }
      }
    }
  }

  /// The rows that fit, with their bounds; those with a bound above `cutoff` are left out.
  func candidates(_ bound: FleetBound, cutoff: Double) -> [Candidate] {
    var result: [Candidate] = []
    for row in index.indices
    where bound.fits(vcpus: vcpus[row], memoryBytes: memoryBytes[row], speed: speed[row]) {
      let hourly = usdPerHour[row] * bound.priceFactor
      let least = bound.bound(vcpus: vcpus[row], speed: speed[row], usdPerHour: hourly)
      guard least <= cutoff else { continue }
      result.append(Candidate(index: index[row], purchase: purchase[row], usdPerHour: hourly, bound: least))
    }
    return result
  }
}

/// The frontiers of one region, each made once.
final class FrontierCache: Sendable {
  private struct Key: Hashable {
    var purchases: [Purchase]
    var overheadVCPUs: Double
  }

  private let known = Mutex<[Key: MachineFrontier]>([:])

  func frontier(_ columns: OfferColumns, purchases: [Purchase], overheadVCPUs: Double) -> MachineFrontier {
    let key = Key(purchases: purchases, overheadVCPUs: overheadVCPUs)
    if let found = known.withLock({ $0[key] }) { return found }
    let made = MachineFrontier(columns, purchases: purchases, overheadVCPUs: overheadVCPUs)
    known.withLock { $0[key] = made }
    return made
  }
}
