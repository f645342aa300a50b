import CostSolver
import Foundations
import Placement

/// Columns of machines that are being filled; see ``OfferColumns``.
package struct OfferTable: Sendable {
  fileprivate(set) var vcpus: [Double] = []
  fileprivate(set) var memoryBytes: [Double] = []
  fileprivate(set) var speed: [Double] = []
  fileprivate(set) var isSteady: [Bool] = []
  /// ``speed`` where the row is steady, else 0.
  fileprivate(set) var usableSpeed: [Double] = []
  fileprivate(set) var onDemandUSDPerHour: [Double] = []
  fileprivate(set) var oneYearUSDPerHour: [Double] = []
  fileprivate(set) var threeYearsUSDPerHour: [Double] = []
  fileprivate(set) var spotUSDPerHour: [Double] = []

  /// An empty table.
  package init() {}

  /// Adds a row; prices in USD an hour.
  package mutating func append(
    vcpus: Double, memoryBytes: Double, speed: Double, isSteady: Bool, onDemand: Double?, oneYear: Double?,
    threeYears: Double?, spot: Double?
  ) {
    self.vcpus.append(vcpus)
    self.memoryBytes.append(memoryBytes)
    self.speed.append(speed)
    self.isSteady.append(isSteady)
    usableSpeed.append(isSteady ? speed : 0)
    onDemandUSDPerHour.append(onDemand ?? .nan)
    oneYearUSDPerHour.append(oneYear ?? .nan)
    threeYearsUSDPerHour.append(threeYears ?? .nan)
    spotUSDPerHour.append(spot ?? .nan)
  }
}

/// The machines for hire in one region as columns, one row a machine, sorted by machine name.
///
/// Prices are list prices in USD an hour, NaN where unknown; ``offer(_:)`` gives a row with its exact
/// prices and sources. One object for all searches: cores that share it count one reference, not one a column.
package final class OfferColumns: Sendable {
  package let provider: String
  package let region: String
  package let vcpus: [Double]
  package let memoryBytes: [Double]
  /// Speed of one vCPU relative to the reference core.
  package let speed: [Double]
  /// Whether the row may carry work at all: no burstable machine, no GPU nobody asked for.
  package let isSteady: [Bool]
  private let usableSpeed: [Double]
  package let onDemandUSDPerHour: [Double]
  package let oneYearUSDPerHour: [Double]
  package let threeYearsUSDPerHour: [Double]
  package let spotUSDPerHour: [Double]
  /// Speed of the fastest row; 0 without rows.
  let fastest: Double
  private let frontiers = FrontierCache()
  private let row: @Sendable (Int) -> MachineOffer
  private let name: @Sendable (Int) -> String

  /// Creates the columns of a region; `row` gives the exact offer of a row, `name` its machine.
  package init(
    provider: String, region: String, table: OfferTable, name: (@Sendable (Int) -> String)? = nil,
    row: @escaping @Sendable (Int) -> MachineOffer
  ) {
    self.provider = provider
    self.region = region
    self.row = row
    self.name = name ?? { row($0).machine }
    vcpus = table.vcpus
    memoryBytes = table.memoryBytes
    speed = table.speed
    isSteady = table.isSteady
    fastest = table.speed.max() ?? 0
    usableSpeed = table.usableSpeed
    onDemandUSDPerHour = table.onDemandUSDPerHour
    oneYearUSDPerHour = table.oneYearUSDPerHour
    threeYearsUSDPerHour = table.threeYearsUSDPerHour
    spotUSDPerHour = table.spotUSDPerHour
  }

  /// Columns of offers at hand.
  package convenience init(provider: String, region: String, offers: [MachineOffer]) {
    var table = OfferTable()
    for offer in offers {
      table.append(
        vcpus: offer.vcpus, memoryBytes: offer.memoryBytes, speed: offer.speed,
        isSteady: !offer.hasGPU && !Burstable.contains(provider: offer.provider, machine: offer.machine),
        onDemand: offer.onDemandPerHour?.double, oneYear: offer.oneYearPerHour?.double,
        threeYears: offer.threeYearsPerHour?.double, spot: offer.spotPerHour?.double)
    }
    self.init(provider: provider, region: region, table: table) { offers[$0] }
  }

  /// The machine of a row.
  package func machine(_ index: Int) -> String { name(index) }

  /// Number of rows.
  package var count: Int { vcpus.count }

  /// A row with its exact prices and sources.
  package func offer(_ index: Int) -> MachineOffer { row(index) }

  /// The machines that no other makes pointless under these ways of paying.
  func frontier(_ purchases: [Purchase], overheadVCPUs: Double) -> MachineFrontier {
    frontiers.frontier(self, purchases: purchases, overheadVCPUs: overheadVCPUs)
  }

  /// The price column of a way of paying, in USD an hour.
  package func usdPerHour(_ purchase: Purchase) -> [Double] {
    switch purchase {
    case .onDemand: onDemandUSDPerHour
    case .oneYear: oneYearUSDPerHour
    case .threeYears: threeYearsUSDPerHour
    case .spot: spotUSDPerHour
    case .owned: [Double](repeating: .nan, count: count)
    }
  }

  /// Lends the columns, with the prices of one way of paying, to a kernel.
  func lend<Result>(_ purchase: Purchase, _ body: (MachineColumns) -> Result) -> Result? {
    vcpus.withUnsafeBufferPointer { vcpus in
      memoryBytes.withUnsafeBufferPointer { memory in
        usableSpeed.withUnsafeBufferPointer { speed in
          usdPerHour(purchase).withUnsafeBufferPointer { price in
            guard let vcpus = vcpus.baseAddress, let memory = memory.baseAddress, let speed = speed.baseAddress,
              let price = price.baseAddress
            else { return nil }
            return body(
              MachineColumns(
                count: count, vcpus: vcpus, memoryBytes: memory, usableSpeed: speed, usdPerHour: price))
          }
        }
      }
    }
  }
}

/// One candidate: a machine of a region and a way of paying, with a proven lower bound on its cost a month.
struct Candidate {
  var index: Int
  var purchase: Purchase
  /// What this company pays, in the currency an hour.
  var usdPerHour: Double
  var bound: Double
}

extension RegionContext {
  /// The rows that pass `fits`, for each way of paying with a known price, with their bounds.
  ///
  /// A stated discount lowers the bound with the price; overrides are looked up where there are any.
  /// Those with a bound above `cutoff` are left out.
  func candidates(
    in columns: OfferColumns, purchases: [Purchase], cutoff: Double, fits: (Int) -> Bool,
    bound: (Int, Double) -> Double
  ) -> [Candidate] {
    let factor = priceFactor
    var result: [Candidate] = []
    let prices = purchases.map { ($0, columns.usdPerHour($0)) }
    for index in 0..<columns.count where fits(index) {
      for (purchase, column) in prices {
        var hourly = column[index] * factor
        if hasOverrides {
          hourly = problem.price(of: columns.offer(index), purchase)?.double ?? .nan
        }
        guard hourly > 0 else { continue }
        let least = bound(index, hourly)
        guard least <= cutoff else { continue }
        result.append(Candidate(index: index, purchase: purchase, usdPerHour: hourly, bound: least))
      }
    }
    return result
  }

  /// The least bound over the columns and the number of candidates, by a kernel that looks at list prices alone.
  func least(
    in columns: OfferColumns, purchases: [Purchase], _ kernel: (MachineColumns) -> (perMonth: Double, fitting: Int)
  ) -> (perMonth: Double, candidates: Int) {
    var result = (perMonth: Double.infinity, candidates: 0)
    for purchase in purchases {
      guard let found = columns.lend(purchase, kernel) else { continue }
      result.perMonth = min(result.perMonth, found.perMonth)
      result.candidates += found.fitting
    }
    return result
  }
}
