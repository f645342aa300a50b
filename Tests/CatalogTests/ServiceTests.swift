import Foundations
import Testing

@testable import Catalog

private let catalog = Catalog(providers: [])

@Suite struct ServiceTests {
  @Test func homePricesAreTheListedOnes() {
    let known: [(ServiceItem, String, String)] = [
      (.loadBalancer, "aws:us-east-1", "0.0225"), (.blockStorage, "aws:us-east-1", "0.08"),
      (.objectStorage, "aws:us-east-1", "0.023"),
      (.natGateway, "aws:us-east-1", "0.045"), (.controlPlane, "aws:us-east-1", "0.1"),
      (.loadBalancerUnit, "aws:us-east-1", "0.008"),
      (.blockStorage, "gcp:europe-west3", "0.12"), (.objectStorage, "gcp:europe-west3", "0.023"),
      (.edgeFunctionRequests, "cloudflare:global", "0.3"), (.edgeFunctionDuration, "aws:eu-west-1", "0.00005001"),
    ]
    for (item, region, usd) in known {
      let figure = catalog.servicePrice(item, region: region)
      #expect(figure.amount?.description == usd && figure.confidence == .listed, "\(item) \(region)")
      #expect(figure.unit == item.unit && !figure.source.isEmpty && !figure.asOf.isEmpty)
    }
  }

  @Test func elsewhereTheRegionIndexDerivesThem() throws {
    let figure = catalog.servicePrice(.loadBalancer, region: "aws:eu-central-1")
    #expect(figure.confidence == .derived)
    #expect(figure.spread == 0.15)
    let amount = try #require(figure.amount?.double)
    #expect(abs(amount - 0.0225 * 1.198) < 0.0001)
    #expect(figure.source.contains("us-east-1 x region index 1.198"))
  }

  @Test func anUnknownPriceIsNeverZero() {
    for (item, region) in [
      (ServiceItem.mqttMessages, "gcp:us-central1"), (.blockStorage, "lambda:us-east-1"), (.logs, "nobody:x"),
      (.logs, ""),
    ] {
      let figure = catalog.servicePrice(item, region: region)
      #expect(figure.amount == nil && !figure.source.isEmpty)
    }
  }

  @Test func managedNodesArePricedForTheirRegion() throws {
    let home = catalog.managedNodes(.database, region: "aws:us-east-1")
    let large = try #require(home.first { $0.name == "db.t3.large" && $0.engine == "postgres" })
    #expect(large.price.amount?.description == "0.145" && large.price.confidence == .listed)
    let away = catalog.managedNodes(.database, region: "aws:eu-central-1")
    #expect(away.count == home.count)
    #expect(away.allSatisfy { $0.price.confidence == .derived && $0.price.amount != nil })
    for kind in ManagedKind.allCases { #expect(!catalog.managedNodes(kind, region: "aws:us-east-1").isEmpty) }
    #expect(catalog.managedNodes(.broker, region: "gcp:us-central1").isEmpty)
  }
}
