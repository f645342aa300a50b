import CostSolver
import Foundations
import Placement
import Synchronization

/// Where a workload is being tried; one object, as every search of the region holds it.
final class RegionContext: Sendable {
  let market: any Market
  let problem: Problem
  let parameters: ModelParameters
  let provider: String
  let region: String
  let offers: OfferColumns
  let facts: RegionFacts
  let isExhaustive: Bool
  let screens: ScreenCache
  let index: ProblemIndex
  private let roundTrips = Mutex<[PlacePoint: Double?]>([:])
  let reliability = ReliabilityFigures()
  /// Loaded cost of one hour of an engineer.
  let hourlyLabour: Money
  /// What this company pays of the list prices here.
  let priceFactor: Double
  /// Whether some machine has a price of its own, so that list prices decide nothing.
  let hasOverrides: Bool
  /// The ways of paying for machines that must stay: spot machines may all leave at once.
  let steadyPurchases: [Purchase]

  init(
    market: any Market, problem: Problem, parameters: ModelParameters, provider: String, region: String,
    isExhaustive: Bool, screens: ScreenCache,
    index: ProblemIndex
  ) {
    self.market = market
    self.problem = problem
    self.parameters = parameters
    self.provider = provider
    self.region = region
    offers = market.offers(provider: provider, region: region)
    facts = market.facts(provider: provider, region: region)
    self.isExhaustive = isExhaustive
    self.screens = screens
    self.index = index
    hourlyLabour = problem.hourlyLabour(parameters)
    priceFactor = 1 - (problem.money.discount[provider] ?? 0)
    hasOverrides = !problem.money.overrides.isEmpty
    steadyPurchases = problem.money.purchases.filter { $0 != .spot }
  }

  /// Round trip from a place to the region, in seconds; `nil` when unknown.
  func roundTripSeconds(from place: PlacePoint) -> Double? {
    if let known = roundTrips.withLock({ $0[place] }) { return known }
    let seconds = market.roundTrip(from: place, provider: provider, region: region)?.seconds
    roundTrips.withLock { $0[place] = .some(seconds) }
    return seconds
  }

  func meter(_ meter: ServiceMeter) -> UnitPrice {
    facts.prices[ServiceMeter.allCases.firstIndex(of: meter) ?? 0]
  }
}
