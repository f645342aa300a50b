import Foundations
import Testing

@testable import Catalog

private func source(_ text: String) -> SourceText { SourceText(name: "prices.csv", bytes: Array(text.utf8)) }

@Suite struct ImportTests {
  @Test func anOverrideReplacesOnePrice() throws {
    var catalog = Catalog(providers: ["aws"])
    let price = try #require(Money(parsing: "0.09"))
    let old = Money(parsing: "0.115")
    #expect(catalog.override("aws:eu-central-1/m6i.large", usdPerHour: price) == .replaced(old))
    let machine = try #require(catalog.machineIndex("aws:m6i.large"))
    let region = try #require(catalog.regionIndex("aws:eu-central-1"))
    let offer = try #require(catalog.offer(provider: "aws", machine: machine, region: region))
    #expect(offer.onDemand == price && offer.isOverridden && offer.spot != nil)
    #expect(catalog.override("aws:eu-central-1/m6i.large@spot", usdPerHour: price) != .added)
  }

  @Test func aWrongKeyNamesTheNearestKnownOne() {
    var catalog = Catalog(providers: ["aws"])
    let cases: [(String, OverrideOutcome)] = [
      ("aws:eu-central-1/m6i.larg", .unknown(what: "machine", name: "m6i.larg", nearest: "m6i.large")),
      ("aws:eu-centrl-1/m6i.large", .unknown(what: "region", name: "eu-centrl-1", nearest: "eu-central-1")),
      ("asw:eu-central-1/m6i.large", .unknown(what: "provider", name: "asw", nearest: "aws")),
      ("m6i.large", .malformed), ("aws:/x", .malformed), ("aws:eu-central-1/m6i.large@never", .malformed),
    ]
    for (key, outcome) in cases { #expect(catalog.override(key, usdPerHour: .zero) == outcome, "\(key)") }
    #expect(catalog.override("aws:eu-central-1/m6i.large", usdPerHour: Money(scaled: -1)) == .outOfRange)
    #expect(catalog.override("aws:eu-central-1/m6i.large", usdPerHour: Money(scaled: .max)) == .outOfRange)
  }

  @Test func anImportSaysWhatItReplacedAndAdded() throws {
    var catalog = Catalog(providers: ["aws"])
    let text = """
      # our prices
      provider,machine,region,ondemand_usd_per_hour,spot_usd_per_hour,vcpus,memory_gib,latitude,longitude,country
      aws,m6i.large,eu-central-1,0.09,,,,,,
      hetzner,ccx23,fsn1,0.0385,,4,16,50.47,12.37,de
      hetzner,ccx33,fsn1,0.077,0.05,8,32,,,
      """
    let report = CatalogImport.merge(csv: source(text), into: &catalog)
    #expect(report.diagnostics.isEmpty)
    #expect(report.replaced == 1 && report.added == 3)
    #expect(report.changes.first?.before?.description == "0.115" && report.changes.first?.line == 3)
    #expect(catalog.providers == ["aws", "hetzner"])
    #expect(catalog.region("hetzner:fsn1")?.country == "DE")
    #expect(catalog.machine("hetzner:ccx33")?.memoryBytes == 34_359_738_368.0)
    #expect(catalog.offers(provider: "hetzner").map { $0.onDemand?.description } == ["0.0385", "0.077"])
  }

  @Test func mistakesAreReportedInPlaceAndChangeNothing() {
    let cases: [(String, String)] = [
      ("", "prices/empty"), ("provider,machine,region\n", "prices/missing-column"),
      ("provider,machine,region,ondemand_usd_per_hou\n", "prices/unknown-column"),
      ("provider,provider,machine,region,ondemand_usd_per_hour\n", "prices/duplicate-column"),
      ("provider,machine,region,ondemand_usd_per_hour\naws,m6i.large,eu-central-1\n", "prices/width"),
      ("provider,machine,region,ondemand_usd_per_hour\naws,m6i.large,eu-central-1,cheap\n", "prices/amount"),
      ("provider,machine,region,ondemand_usd_per_hour\naws,m6i.large,eu-central-1,-1\n", "prices/amount"),
      ("provider,machine,region,ondemand_usd_per_hour\naws,m6i.larg,eu-central-1,1\n", "prices/unknown-machine"),
      ("provider,machine,region,ondemand_usd_per_hour\n,m6i.large,eu-central-1,1\n", "prices/missing"),
      ("provider,machine,region,ondemand_usd_per_hour,vcpus\naws,m6i.large,eu-central-1,1,-2\n", "prices/range"),
      ("provider,machine,region,ondemand_usd_per_hour,vcpus\naws,m6i.large,eu-central-1,1,many\n", "prices/number"),
    ]
    for (text, code) in cases {
      var catalog = Catalog(providers: ["aws"])
      let report = CatalogImport.merge(csv: source(text), into: &catalog)
      #expect(report.diagnostics.map(\.code).contains(code), "\(text)")
      #expect(report.changes.isEmpty)
      #expect(catalog.offers(provider: "aws").allSatisfy { !$0.isOverridden })
    }
  }

  @Test func quotesAndLineEndsAreThoseOfRFC4180() {
    let rows = UserCSV.rows(source("a,\"b,\"\"c\"\"\",d\r\n\r\n\"x\ny\", z ,"))
    #expect(rows.map { $0.cells.map(\.text) } == [["a", "b,\"c\"", "d"], ["x\ny", "z", ""]])
    #expect(UserCSV.rows(source("\"never closed")).count == 1)
  }
}
