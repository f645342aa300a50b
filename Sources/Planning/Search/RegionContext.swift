import CostSolver
import Foundations
import Placement

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
  let reliability = ReliabilityFigures()

  init(
    market: any Market, problem: Problem, parameters: ModelParameters, provider: String, region: String,
    isExhaustive: Bool, screens: ScreenCache
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
  }

  func meter(_ meter: ServiceMeter) -> UnitPrice {
    facts.prices[ServiceMeter.allCases.firstIndex(of: meter) ?? 0]
  }
}
