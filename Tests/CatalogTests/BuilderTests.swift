import Foundation
import Foundations
import Testing

@testable import Catalog

/// The folder of figures the tables are built from: `PLANNER_SHARED`, or `../shared` beside the package.
private let shared: String? = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let beside = root.deletingLastPathComponent().appendingPathComponent("shared").path
  let folder = ProcessInfo.processInfo.environment["PLANNER_SHARED"] ?? beside
  return FileManager.default.fileExists(atPath: folder + "/data/prices/aws_ec2_linux.csv") ? folder : nil
}()

/// The builder that `swift test` puts beside the tests.
private let builder: String? = {
  let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let path = folder.appendingPathComponent("catalog-builder").path
  return FileManager.default.isExecutableFile(atPath: path) ? path : nil
}()

private func lines(_ file: String) throws -> [[Substring]] {
  let text = try String(contentsOfFile: (shared ?? "") + file, encoding: .utf8)
  return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
}

@Suite struct BuilderTests {
  @Test(.enabled(if: shared != nil && builder != nil, "skipped: no price files or no builder"))
  func theSameFiguresGiveTheSameBytes() throws {
    let shared = try #require(shared)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(builder))
    process.arguments = [shared + "/data", folder.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Catalog/Tables").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(try FileManager.default.contentsOfDirectory(atPath: tables).sorted() == names)
    for name in names {
      let new = FileManager.default.contents(atPath: folder.path + "/" + name)
      #expect(new == FileManager.default.contents(atPath: tables + "/" + name), "\(name)")
    }
  }

  @Test(.enabled(if: shared != nil, "skipped: no price files"))
  func everyListPriceOfAWSIsThatOfItsRow() throws {
    let catalog = Catalog(providers: ["aws"])
    let regions = catalog.regions(provider: "aws")
    var prices: [String: String] = [:]
    for row in try lines("/data/prices/aws_ec2_linux.csv") where row.count == 16 {
      prices["\(row[0])/\(row[9])"] = String(row[11])
    }
    var compared = 0
    for offer in catalog.offers(provider: "aws") {
      let key = "\(catalog.machines(provider: "aws")[offer.machine].name)/\(regions[offer.region].name)"
      guard let text = prices[key], let price = Money(parsing: text) else {
        Issue.record("no row of \(key)")
        continue
      }
      compared += 1
      if offer.onDemand ?? .zero != price { Issue.record("\(key): \(text)") }
    }
    #expect(compared == prices.count)
  }

  @Test(.enabled(if: shared != nil, "skipped: no measured round trips"))
  func everyMeasuredRoundTripIsReproduced() throws {
    let catalog = Catalog(providers: [])
    let network = Network()
    var compared = 0
    for row in try lines("/oracles/region_rtt.csv") where row.count >= 4 {
      guard let a = catalog.region("aws:" + row[1]).flatMap({ NetworkSite($0) }),
        let b = catalog.region("aws:" + row[2]).flatMap({ NetworkSite($0) }), let milliseconds = Double(row[3])
      else { continue }
      compared += 1
      let rtt = try #require(network.rtt(from: a, to: b, method: .table))
      if abs(rtt.seconds * 1000 - milliseconds) > 1e-9 { Issue.record("\(row[1]) to \(row[2]): \(rtt)") }
    }
    #expect(compared == 1024)
  }
}
