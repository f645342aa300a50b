import CostSolver
import Foundations
import Placement

/// The machines for hire in one region as columns, one row a machine, sorted by machine name.
///
/// Prices are list prices in USD an hour, NaN where unknown; ``offer(_:)`` gives a row with its exact
/// prices and sources.
package struct OfferColumns: Sendable {
  package var provider: String
  package var region: String
  package var vcpus: [Double]
  package var memoryBytes: [Double]
  /// Speed of one vCPU relative to the reference core.
  package var speed: [Double]
  /// Whether the row may carry work at all: no burstable machine, no GPU nobody asked for.
  package var isSteady: [Bool]
  /// ``speed`` where the row is steady, else 0.
  private var usableSpeed: [Double] = []
  package var onDemandUSDPerHour: [Double]
  package var oneYearUSDPerHour: [Double]
  package var threeYearsUSDPerHour: [Double]
  package var spotUSDPerHour: [Double]
  private let row: @Sendable (Int) -> MachineOffer
  private let name: @Sendable (Int) -> String

  /// Creates empty columns of a region; `row` gives the exact offer of a row, `name` its machine.
  package init(
    provider: String, region: String, name: (@Sendable (Int) -> String)? = nil,
    row: @escaping @Sendable (Int) -> MachineOffer
  ) {
    self.provider = provider
    self.region = region
    self.row = row
    self.name = name ?? { row($0).machine }
    vcpus = []
    memoryBytes = []
    speed = []
    isSteady = []
    onDemandUSDPerHour = []
    oneYearUSDPerHour = []
    threeYearsUSDPerHour = []
    spotUSDPerHour = []
  }

  /// Columns of offers at hand.
  package init(provider: String, region: String, offers: [MachineOffer]) {
    self.init(provider: provider, region: region) { offers[$0] }
    for offer in offers {
      append(
        vcpus: offer.vcpus, memoryBytes: offer.memoryBytes, speed: offer.speed,
        isSteady: !offer.hasGPU && !Burstable.contains(provider: offer.provider, machine: offer.machine),
        onDemand: offer.onDemandPerHour?.double, oneYear: offer.oneYearPerHour?.double,
        threeYears: offer.threeYearsPerHour?.double, spot: offer.spotPerHour?.double)
    }
  }

  /// The machine of a row.
  package func machine(_ index: Int) -> String { name(index) }

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

  /// Number of rows.
  package var count: Int { vcpus.count }

  /// A row with its exact prices and sources.
  package func offer(_ index: Int) -> MachineOffer { row(index) }

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
}

extension OfferColumns {
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
  /// What this company pays of the list prices here.
  var priceFactor: Double { 1 - (problem.money.discount[provider] ?? 0) }

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
        if !problem.money.overrides.isEmpty {
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
