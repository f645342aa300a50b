import Foundations
import Testing

@testable import Catalog

private let catalog = Catalog(providers: [])
private let network = Network()

private func site(_ id: String) throws -> NetworkSite {
  try #require(catalog.region(id).flatMap { NetworkSite($0) }, "\(id)")
}

@Suite struct NetworkTests {
  @Test func distancesAreGreatCircles() throws {
    #expect(
      abs(
        Network.distanceKm(NetworkSite(latitude: 0, longitude: 0), NetworkSite(latitude: 0, longitude: 180)) - 20015.115
      ) < 0.01)
    #expect(Network.distanceKm(NetworkSite(latitude: 48, longitude: 11), NetworkSite(latitude: 48, longitude: 11)) == 0)
    let atlantic = try Network.distanceKm(site("aws:eu-central-1"), site("aws:us-east-1"))
    #expect(abs(atlantic - 6549) < 1)
    let pole = Network.distanceKm(NetworkSite(latitude: 90, longitude: 0), NetworkSite(latitude: -90, longitude: 77))
    #expect(abs(pole - 20015.115) < 0.01)
  }

  @Test func theTableReproducesItsRows() throws {
    let known = [
      ("af-south-1", "af-south-1", 4.54), ("af-south-1", "ap-east-1", 350.17), ("af-south-1", "ap-northeast-1", 356.36),
    ]
    for (from, to, milliseconds) in known {
      let rtt = try #require(network.rtt(from: site("aws:" + from), to: site("aws:" + to), method: .table))
      #expect(rtt.seconds == milliseconds / 1000)
      #expect(rtt.confidence == .measured)
    }
    #expect(try network.rtt(from: site("gcp:us-east4"), to: site("aws:us-east-1"), method: .table) == nil)
  }

  @Test func nothingIsFasterThanLightInFibre() throws {
    let sites = catalog.allRegions.compactMap { NetworkSite($0) }
    for (index, a) in sites.enumerated() where index % 3 == 0 {
      for b in sites {
        for method in [Network.Method.auto, .path] {
          let rtt = try #require(network.rtt(from: a, to: b, method: method))
          let floor = 2 * rtt.distanceKm / 204_200
          if rtt.low < floor || rtt.seconds < rtt.low || rtt.high < rtt.seconds {
            Issue.record("\(a.region ?? "") to \(b.region ?? ""): \(rtt)")
          }
        }
      }
    }
  }

  @Test func pathsAreSymmetricAndMeetTheMeasurements() throws {
    var total = 0.0
    var count = 0.0
    let sites = catalog.allRegions.filter { $0.provider == "aws" }.compactMap { NetworkSite($0) }
    for a in sites {
      for b in sites where (a.region ?? "") < (b.region ?? "") {
        guard let there = network.rtt(from: a, to: b, method: .table) else { continue }
        let path = try #require(network.rtt(from: a, to: b, method: .path))
        let back = try #require(network.rtt(from: b, to: a, method: .path))
        #expect(abs(path.seconds - back.seconds) < 1e-12)
        total += abs(path.seconds - there.seconds) / there.seconds
        count += 1
      }
    }
    #expect(count == 496)
    #expect(total / count <= 0.095)
  }

  @Test func aRegionIsNearToItself() throws {
    let rtt = try #require(try network.rtt(from: site("gcp:us-east4"), to: site("gcp:us-east4")))
    #expect(rtt.seconds < 0.003)
  }
}
