import Foundations
import Testing

@testable import Catalog

/// One catalog for the tests of this file.
private let catalog = Catalog()

private func offer(_ id: String, _ region: String) -> Offer? {
  guard let machine = catalog.machineIndex(id), let place = catalog.regionIndex(region) else { return nil }
  return catalog.offer(provider: String(id.prefix { $0 != ":" }), machine: machine, region: place)
}

@Suite struct PriceTests {
  @Test func listPricesAreThePublishedOnes() {
    let known: [(String, String, String)] = [
      ("aws:m6i.large", "aws:us-east-1", "0.096"), ("aws:m6i.large", "aws:eu-central-1", "0.115"),
      ("aws:m7i.large", "aws:us-east-1", "0.1008"), ("aws:t3.large", "aws:us-east-1", "0.0832"),
      ("aws:p5.48xlarge", "aws:us-east-1", "55.04"), ("aws:m6i.large", "aws:sa-east-1", "0.153"),
      ("azure:Standard_D4s_v5", "azure:eastus", "0.192"), ("azure:Standard_ND96isr_H100_v5", "azure:eastus", "98.32"),
      ("lambda:gpu_8x_h100_sxm5", "lambda:us-east-1", "23.92"),
    ]
    for (machine, region, usd) in known {
      #expect(offer(machine, region)?.onDemand?.description == usd, "\(machine) in \(region)")
    }
  }

  @Test func aMonthOfGCPReproducesThePublishedFigureToTheCent() throws {
    let n2 = try #require(offer("gcp:n2-standard-4", "gcp:us-central1"))
    #expect(n2.onDemand?.times(730).formatted(places: 2) == "141.79")
    #expect(try #require(n2.reserved1y) < #require(n2.onDemand))
    #expect(try #require(n2.reserved3y) < #require(n2.reserved1y))
  }

  @Test func aPriceOfZeroIsUnknownAndNeverZero() {
    for provider in catalog.providers {
      for offer in catalog.offers(provider: provider) {
        for units in [offer.onDemandUnits, offer.spotUnits, offer.reserved1yUnits, offer.reserved3yUnits] {
          if units == 0 || units < -1 { Issue.record("\(provider) \(offer)") }
        }
      }
    }
    #expect(offer("aws:u-6tb1.metal", "aws:eu-north-1")?.onDemand == nil)
    #expect(offer("aws:u-6tb1.metal", "aws:eu-north-1") != nil)
  }

  @Test func spotAtTheListPriceWithAStatedSavingIsUnknown() {
    #expect(offer("aws:a1.large", "aws:eu-west-1")?.onDemand != nil)
    #expect(offer("aws:a1.large", "aws:eu-west-1")?.spot == nil)
    #expect(offer("aws:a1.2xlarge", "aws:ap-northeast-1")?.spot?.description == "0.2568")
    let tooDear = catalog.offers(provider: "aws").filter { $0.spotUnits > $0.onDemandUnits }
    #expect(tooDear.isEmpty)
  }

  @Test func whatARegionDoesNotOfferIsNotInTheCatalog() {
    #expect(offer("gcp:a2-highgpu-1g", "gcp:africa-south1") == nil)
    #expect(catalog.machine("gcp:custom-1-7680-ext") == nil)
    #expect(catalog.machines(provider: "azure").allSatisfy { !$0.name.contains("Promo") && !$0.name.contains("Type") })
    #expect(catalog.machine("azure:ARM_SKU_NAME_PLACEHOLDER") == nil)
    #expect(catalog.offers(provider: "azure").allSatisfy { $0.spotUnits == -1 && $0.reserved1yUnits == -1 })
  }

  @Test func interruptionsHaveABandWhereSpotIsSold() throws {
    let aws = catalog.offers(provider: "aws").filter { $0.interruptionBucket >= 0 }
    #expect(aws.count > 10_000)
    let gcp = try #require(offer("gcp:n2-standard-4", "gcp:europe-west3"))
    #expect(gcp.interruptionLow == 0.05)
    #expect(gcp.interruptionHigh == 0.2)
  }
}
