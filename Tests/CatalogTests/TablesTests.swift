import Foundations
import Testing

@testable import Catalog

@Suite struct TablesTests {
  @Test func theDigestIsThatOfTheTables() {
    #expect(SHA256.hex(Catalog.tableBytes) == Catalog.sha256)
  }

  @Test func allRowsOfAllProvidersAreDecoded() {
    let catalog = Catalog()
    #expect(catalog.providers == ["aws", "azure", "gcp", "lambda"])
    let sizes = catalog.providers.map {
      "\($0) \(catalog.machines(provider: $0).count) \(catalog.offers(provider: $0).count)"
    }
    #expect(
      sizes == ["aws 1322 22834", "azure 1369 57690", "gcp 519 12812", "lambda 20 220"])
  }

  @Test func onlyTheProvidersAskedForAreDecoded() {
    let catalog = Catalog(providers: ["gcp", "nobody"])
    #expect(catalog.providers == ["gcp"])
    #expect(catalog.offers(provider: "aws").isEmpty)
    #expect(catalog.region("aws:eu-central-1")?.country == "DE")
    #expect(catalog.regionIndex("aws:eu-central-1") != nil)
  }

  @Test func offersAreSortedByMachineAndRegionAndMachinesByName() {
    let catalog = Catalog()
    for provider in catalog.providers {
      let names = catalog.machines(provider: provider).map(\.name)
      #expect(names == names.sorted())
      let offers = catalog.offers(provider: provider)
      let isSorted = zip(offers, offers.dropFirst()).allSatisfy {
        ($0.machine, $0.region) < ($1.machine, $1.region)
      }
      #expect(isSorted)
      let regions = catalog.regions(provider: provider).count
      #expect(offers.allSatisfy { $0.region >= 0 && $0.region < regions && $0.machine < names.count })
    }
  }
}
