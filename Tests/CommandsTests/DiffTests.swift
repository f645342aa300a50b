import Foundations
import Testing

@testable import Commands

@Suite struct DiffTests {
  private static func causes(_ json: String) -> [String: Money] {
    // One cause a block: its path before its part of the change.
    var result: [String: Money] = [:]
    guard let start = json.firstRange(of: "\"causes\": ["), let end = json.firstRange(of: "\"figures\"") else {
      return [:]
    }
    var path = ""
    for line in json[start.upperBound..<end.lowerBound].split(separator: "\n") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 4 else { continue }
      if parts[1] == "path" { path = parts[3] }
      if parts[1] == "per_month" { result[path] = Money(parsing: parts[3]) }
    }
    return result
  }

  private static func total(_ json: String) -> Money? {
    json.split(separator: "\n").first { $0.contains("\"total_change\"") }.flatMap { line in
      let parts = line.split(separator: "\"").map(String.init)
      return parts.count > 3 ? Money(parsing: parts[3]) : nil
    }
  }

  static let files: [String: String] = [
    "a.yaml": GateSpecs.shop(), "b.yaml": GateSpecs.shop(rate: "900/s", p99: "400 ms"),
    "c.yaml": GateSpecs.shop(
      rate: "200/s", budgets: "team: {engineer: 90000 USD/year}",
      more: "  extra: {kind: external, latency: 20 ms, availability: 99.9%}"),
    "d.yaml": GateSpecs.shop(rate: "30/s", slo: ", rto: 10 min").replacing("eu-central-1", with: "us-east-1"),
    "nowhere.yaml": GateSpecs.shop(p99: "1 ms"),
  ]

  @Test func `effects of inputs add up to the change, and turn round with base and head`() throws {
    let world = World(files: DiffTests.files)
    let names = ["a", "b", "c", "d"]
    for (i, base) in names.enumerated() {
      for head in names[i...] {
        #expect(world.run("diff \(base).yaml \(head).yaml -f json") == .done)
        let forth = world.output
        #expect(world.run("diff \(head).yaml \(base).yaml -f json") == .done)
        let back = world.output
        let change = try #require(DiffTests.total(forth))
        #expect(DiffTests.total(back) == -change, "\(base) \(head)")
        let causes = DiffTests.causes(forth)
        #expect(causes.values.reduce(Money.zero, +) == change, "\(base) \(head): \(causes)")
        #expect(DiffTests.causes(back) == causes.mapValues { -$0 }, "\(base) \(head)")
        #expect(causes.isEmpty == (base == head))
        #expect(forth.contains("\"changed\": \(base == head ? "false" : "true")"))
      }
    }
  }

  @Test func `a spec and its saved result are the same, and a result compares like its spec`() {
    let world = World(files: DiffTests.files)
    for name in ["a", "c"] { #expect(world.run("evaluate \(name).yaml -f json -o \(name).json") == .done) }
    for pair in ["a.yaml a.json", "a.json a.yaml", "a.json a.json", "c.json c.yaml"] {
      #expect(world.run("diff \(pair) --exit-code") == .done, "\(pair): \(world.output)")
      #expect(world.output.contains("nothing changed"), "\(pair): \(world.output)")
    }
    #expect(world.run("diff a.yaml c.yaml -f json") == .done)
    let expected = world.output
    for pair in ["a.json c.yaml", "a.yaml c.json", "a.json c.json"] {
      #expect(world.run("diff \(pair) -f json") == .done)
      #expect(world.output == expected, "\(pair)")
    }
    #expect(world.run("diff a.json c.json --exit-code") == .gateFailed)
    #expect(world.error.isEmpty)
  }

  @Test func `every format tells of causes, and a plan without a cost is told so`() {
    let world = World(files: DiffTests.files)
    for (format, words) in [
      ("text", "rides demand.rate"), ("markdown", "| rides demand.rate |"),
      ("csv", "cause,workloads.rides.demand.rate"),
      ("json", "\"path\": \"workloads.rides.demand.rate\""),
    ] {
      #expect(world.run("diff a.yaml b.yaml -f \(format)") == .done)
      #expect(world.output.contains(words), "\(format): \(world.output)")
      if format == "text" {
        for line in world.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      }
    }
    #expect(world.run("diff a.yaml nowhere.yaml") == .done)
    #expect(world.output.contains("no placement any more for rides"))
    #expect(world.run("diff nowhere.yaml a.yaml -f json") == .done)
    #expect(world.output.contains("\"total_change\": null"))
    #expect(world.output.contains("a workload has no placement on one side"))
    let mended = world.output
    #expect(world.run("diff a.yaml nowhere.yaml -f json") == .done)
    let limit = ["\"id\": \"rides.placement\"", "\"base\": \"met\"", "\"head\": \"missed\"", "\"broken\": true"]
    #expect(world.output.contains(limit.joined(separator: ",\n      ")), "\(world.output)")
    #expect(mended.contains("\"mended\": true") && !mended.contains("\"broken\": true"))
    #expect(world.run("diff a.yaml") == .usage)
    #expect(world.error.contains("HEAD"))
    #expect(world.run("diff a.yaml absent.yaml") == .usage)
    #expect(world.error.contains("absent.yaml"))
    #expect(world.run("diff a.yaml b.yaml --exitcode") == .usage)
    #expect(world.error.contains("--exit-code"))
  }
}
