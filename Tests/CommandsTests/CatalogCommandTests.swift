import Testing

@testable import Commands

@Suite struct CatalogCommandTests {
  @Test func `filters and order hold for every row`() throws {
    let world = World()
    #expect(
      world.run(
        "catalog list --provider aws --region eu-* --machine m7g.* --min-cores 4 --min-memory 32GiB --sort price -f csv"
      )
        == .done)
    let rows = world.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let head = try #require(rows.first).map(String.init)
    func column(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (cores, memory, price) = (try column("vcpus"), try column("memory_bytes"), try column("on_demand"))
    var last = 0.0
    for row in rows.dropFirst() {
      #expect(row[0] == "aws" && row[1].hasPrefix("m7g.") && row[2].hasPrefix("eu-"))
      #expect((Double(row[cores]) ?? 0) >= 4 && (Double(row[memory]) ?? 0) >= 34_359_738_368)
      let next = Double(row[price]) ?? .infinity
      #expect(next >= last)
      last = next
    }
    #expect(rows.count > 10)
  }

  @Test func `text keeps figures whole at any width`() {
    let world = World()
    for width in [40, 60, 80, 100, 160] {
      #expect(world.run("catalog list --machine m7g.large --provider aws --width \(width)") == .done)
      #expect(world.output.contains("0.0816"), "\(width): \(world.output)")
      #expect(world.output.split(separator: "\n").allSatisfy { $0.count <= max(width, 50) }, "\(width)")
    }
  }

  @Test func `show tells prices with their source, and names what it does not know`() {
    let world = World()
    for (what, says) in [
      ("aws:eu-central-1/m7g.large", "0.0978"), ("aws:eu-central-1", "Frankfurt"), ("aws:m7g.large", "cheapest_region"),
      ("H100", "H100-SXM-80"), ("gcp:europe-west3", "DE"),
    ] {
      for format in ["text", "json", "csv"] {
        #expect(world.run("catalog show \(what) -f \(format)") == .done, "\(what): \(world.error)")
        #expect(world.output.contains(says), "\(what) -f \(format)")
        #expect(world.output.contains("source"))
      }
    }
    for (what, nearest) in [
      ("aws:eu-centrl-1/m7g.large", "aws:eu-central-1"), ("aws:eu-central-1/m7g.lrge", "aws:m7g.large"),
      ("awss:eu-central-1", "aws"), ("H1000", "H100"), ("aws:me-central-1/p6-b300.48xlarge", "--region"),
    ] {
      #expect(world.run("catalog show \(what)") == .usage)
      #expect(world.error.contains(nearest), "\(what): \(world.error)")
    }
  }

  @Test func `import says what it replaces, and where a row is wrong`() {
    let head = "provider,machine,region,ondemand_usd_per_hour\n"
    let world = World(files: [
      "good.csv": head + "aws,m7g.large,eu-central-1,0.08\n", "bad.csv": head + "aws,m7g.lage,eu-central-1,0.08\n",
    ])
    #expect(world.run("catalog import good.csv") == .done)
    #expect(world.output.contains("0.0978") && world.output.contains("0.08") && world.output.contains("1 replaced"))
    #expect(world.run("catalog import bad.csv") == .usage)
    #expect(world.error.contains("bad.csv:2") && world.error.contains("m7g.large"))
  }

  @Test func `every list has its rows in every format`() {
    let world = World()
    for list in ["machines", "regions", "gpus", "services", "sources"] {
      for format in ["text", "json", "csv"] {
        #expect(world.run("catalog list \(list) --limit 3 -f \(format)") == .done, "\(list): \(world.error)")
        #expect(!world.output.isEmpty)
      }
    }
    #expect(world.run("catalog list --machine nothing-like-it") == .usage)
    #expect(world.run("catalog show aws:m7g.large --limit 3") == .usage)
  }
}
