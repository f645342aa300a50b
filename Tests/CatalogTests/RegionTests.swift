import Testing

@testable import Catalog

private let catalog = Catalog(providers: [])

@Suite struct RegionTests {
  @Test func everyRegionHasACountryOfTheTable() {
    #expect(catalog.allRegions.count == 104 + 43 + 57 + 11)
    for region in catalog.allRegions { #expect(Countries.name(region.country) != nil, "\(region.id)") }
  }

  @Test func johannesburgIsInTheSouth() throws {
    let latitude = try #require(catalog.region("gcp:africa-south1")?.latitude)
    #expect(latitude < -26)
  }

  @Test func kindsAndDefaultsAreThoseOfTheDecisions() throws {
    #expect(catalog.region("aws:us-west-2-lax-1")?.kind == .localZone)
    #expect(catalog.region("aws:us-west-2-lax-1")?.parent == "us-west-2")
    #expect(catalog.region("aws:eu-central-1-wl1-muc1")?.kind == .wavelength)
    #expect(catalog.region("aws:eu-central-1-wl1-muc1")?.city == "Munich")
    #expect(catalog.region("aws:us-gov-west-1")?.kind == .government)
    #expect(catalog.region("aws:us-gov-west-1")?.isDefault == false)
    #expect(catalog.region("aws:ap-east-2")?.isDefault == false)
    let frankfurt = try #require(catalog.region("aws:eu-central-1"))
    #expect(frankfurt.isDefault && frankfurt.zones == 3 && frankfurt.zonesAssumed)
    #expect(catalog.region("gcp:us-central1")?.zones == 4)
    #expect(catalog.region("nowhere:eu") == nil)
  }

  @Test func gridIntensitiesArePlausibleAndNeverFromARowThatLostItsPoint() {
    for region in catalog.allRegions {
      guard let grams = region.gridIntensity.value else { continue }
      #expect(grams > 1 && grams < 1000, "\(region.id)")
    }
    #expect(catalog.region("aws:eu-central-1")?.gridIntensity.value == 338)
    #expect(catalog.region("gcp:europe-west3")?.gridIntensity.value == 275.82)
    #expect(catalog.region("aws:eu-south-2")?.gridIntensity.confidence == .derived)
  }

  @Test func priceIndicesAreThePublishedRatios() {
    let known = [
      ("aws:us-east-1", 1.0), ("aws:eu-west-1", 1.115), ("aws:eu-central-1", 1.198), ("aws:sa-east-1", 1.594),
    ]
    for (id, index) in known {
      #expect(abs((catalog.region(id)?.priceIndex ?? 0) - index) < 0.005, "\(id)")
    }
  }

  @Test func europeIsATableOfCodes() {
    #expect(Countries.isEU("IE") && !Countries.isEU("GB") && !Countries.isEU("CH") && !Countries.isEU("NO"))
    #expect(Countries.isEEA("NO") && Countries.isEEA("DE") && !Countries.isEEA("CH"))
    #expect(Countries.codes.filter { Countries.isEU($0) }.count == 27)
    #expect(Countries.matches("DE", residency: "EU") && Countries.matches("DE", residency: "DE"))
    #expect(!Countries.matches("US", residency: "EU") && !Countries.matches("", residency: ""))
    #expect(Countries.isResidency("EEA") && !Countries.isResidency("Europe"))
  }

  @Test func citiesAreFoundByTheirNames() {
    for name in ["Munich", "munich", "München", "Muenchen", "Munich, DE", "São Paulo", "New York", "Zürich", "NYC"] {
      #expect(Cities.find(name) != nil, "\(name)")
    }
    #expect(Cities.find("Munich")?.country == "DE")
    #expect(Cities.find("Munich, US") == nil)
    #expect(Cities.find("") == nil)
    #expect(Cities.find("Atlantis") == nil)
    #expect(Cities.all.count > 200)
    for city in Cities.all {
      #expect(Countries.name(city.country) != nil, "\(city.name)")
      #expect(abs(city.latitude) <= 70 && abs(city.longitude) <= 180)
    }
    #expect(Set(Cities.names).count == Cities.all.count)
  }
}
