import Foundations
import Testing

@testable import Catalog

private let catalog = Catalog(providers: [])
private let traffic = Traffic(catalog)

@Suite struct TrafficTests {
  @Test func tiersAddUpToThePublishedTotals() throws {
    let price = try #require(traffic.internet("aws:us-east-1"))
    let totals = [(20.0, 1792), (49, 4316), (50, 4403), (60, 5120), (100, 7987), (149, 11500), (151, 11622)]
    for (terabytes, usd) in totals {
      #expect(abs(price.cost(gb: terabytes * 1024).double - Double(usd)) < 1, "\(terabytes) TB")
    }
    #expect(price.marginal(gb: 0).description == "0.09")
    #expect(price.marginal(gb: 20_000).description == "0.085")
    #expect(price.marginal(gb: 1e9).description == "0.05")
  }

  @Test func costsAreContinuousAndMonotoneEverywhere() {
    for region in catalog.allRegions {
      guard let price = traffic.internet(region.id) else { continue }
      var last = Money.zero
      var gb = 0.0
      while gb < 300_000 {
        let cost = price.cost(gb: gb)
        if cost < last { Issue.record("\(region.id) at \(gb)") }
        last = cost
        gb += 2560
      }
      for edge in price.tiers.compactMap(\.upToGB) {
        #expect((price.cost(gb: edge + 1) - price.cost(gb: edge - 1)).double < 1)
      }
    }
    #expect(traffic.internet("aws:us-east-1")?.cost(gb: -1) == .zero)
    #expect(traffic.internet("aws:us-east-1")?.cost(gb: .nan) == .zero)
  }

  @Test func pricesAreThoseOfTheirSource() {
    let known = [
      ("aws:sa-east-1", "0.15"), ("aws:af-south-1", "0.154"), ("aws:ap-northeast-2", "0.126"),
      ("aws:me-central-1", "0.11"),
      ("gcp:us-central1", "0.12"), ("azure:westeurope", "0.087"), ("lambda:us-east-1", "0"),
      ("aws:us-west-2-lax-1", "0.09"),
    ]
    for (id, usd) in known { #expect(traffic.internet(id)?.tiers.first?.usdPerGB.description == usd, "\(id)") }
    #expect(traffic.internet("aws:ap-southeast-6") == nil)
    #expect(traffic.internet("ibm:dallas") == nil)
  }

  @Test func regionPairsAreDirectedAndUnknownOnesStayUnknown() {
    func usd(_ a: String, _ b: String) -> String? { traffic.between(a, b)?.tiers.first?.usdPerGB.description }
    #expect(usd("aws:us-east-1", "aws:eu-west-1") == "0.02")
    #expect(usd("aws:af-south-1", "aws:us-east-1") == "0.147")
    #expect(usd("aws:il-central-1", "aws:us-east-1") == "0.08")
    #expect(usd("aws:us-east-1", "aws:us-east-1") == "0")
    #expect(usd("aws:us-east-1", "gcp:us-east4") == "0.09")
    #expect(usd("gcp:us-east4", "gcp:us-west1") == "0.01")
    #expect(usd("azure:westeurope", "azure:eastus") == "0.05")
    #expect(usd("aws:mx-central-1", "aws:us-east-1") == nil)
    #expect(traffic.zone("aws:eu-central-1")?.tiers.first?.usdPerGB.description == "0.01")
  }
}
