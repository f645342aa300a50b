import Catalog
import Formulas
import Foundations
import Placement
import Testing

@testable import Planning

/// Classes of object storage, against costs written out from the prices themselves.
struct ObjectClassTests {
  private func store(_ data: String, slo: String = "", provider: String = "aws", region: String = "us-east-1") -> String {
    """
    planner: 1
    name: objects
    horizon: 0 months
    place: {providers: [\(provider)], regions: [\(region)]}
    workloads:
      data:
        kind: store
        data: {\(data), class: object}
        \(slo)
    """
  }

  private func chosen(_ text: String) throws -> PlacedWorkload {
    try #require(PlanFixture.plan(text)?.workloads.first?.chosen)
  }

  private func word(_ placed: PlacedWorkload, _ name: String) -> String? {
    placed.details.first { $0.name == name }?.text
  }

  /// Cost of 500 GB of 2 MB objects at us-east-1, `reads` a second of them, none written: standard, cool, cold, and
  /// archive where nobody reads.
  private func costs(_ reads: Double) -> [(name: String, usd: Double)] {
    let month = 730.0 * 3600
    func cost(_ store: Double, _ back: Double, _ request: Double) -> Double {
      500 * store + reads * month * 0.002 * back + reads * month / 1e6 * request
    }
    var all = [("standard", cost(0.023, 0, 0.4)), ("cool", cost(0.0125, 0.01, 1)), ("cold", cost(0.004, 0.03, 10))]
    // 40 KiB of index on each of 250,000 objects.
    if reads == 0 { all.append(("archive", 500 * 0.00099 * (2e6 + 40_960) / 2e6)) }
    return all
  }

  @Test(arguments: [0, 1e-4, 0.01, 0.05, 0.08, 0.1, 0.2, 0.4, 1, 10.0])
  func `the class taken costs least of all`(reads: Double) throws {
    let placed = try chosen(store("size: 500 GB, item: 2 MB, hot: 100%\(reads > 0 ? ", reads: \(reads)/s" : "")"))
    let best = try #require(costs(reads).min { $0.usd < $1.usd })
    #expect(word(placed, "class") == best.name)
    let paid = placed.lines.filter { $0.category != "labour" }.reduce(0) { $0 + $1.perMonth.double }
    #expect(abs(paid - best.usd) < 0.01 + 1e-6 * best.usd, "\(paid) against \(best)")
  }

  @Test func `both classes cost the same where the class is said to turn`() throws {
    let placed = try chosen(store("size: 500 GB, item: 2 MB, hot: 100%, reads: 0.01/s"))
    #expect(word(placed, "class") == "cold")
    let turn = try #require(placed.details.first { $0.name == "class_turns_at" }?.value)
    // 250,000 objects, each read that often a month.
    let all = costs(turn * 250_000 / (730 * 3600))
    #expect(abs(all[0].usd / all[2].usd - 1) < 1e-9)
  }

  @Test func `the newest stay at hand while the older move`() throws {
    let placed = try chosen(store("size: 300 TB, reads: 30/s, writes: 1/s, item: 4 MB, hot: 5%"))
    #expect(word(placed, "class_newest") == "standard")
    #expect(word(placed, "class_older") != "standard")
    let bytes = placed.lines.filter { $0.item.hasPrefix("objects") }.reduce(0) { $0 + $1.quantity }
    #expect(abs(bytes - 300_000) < 1e-6)
    let reads = placed.lines.filter { $0.item.hasPrefix("reads") }.reduce(0) { $0 + $1.quantity }
    #expect(abs(reads - 30 * 730 * 3600 / 1e6) < 1e-6)
  }

  @Test func `an archive is refused where the data must be back sooner`() throws {
    let data = "size: 100 TB, item: 1 GB, hot: 100%"
    let free = try chosen(store(data))
    #expect(word(free, "class") == "archive" && free.rto == 12 * 3600)
    let quick = try chosen(store(data, slo: "slo: {rto: 1 h}"))
    #expect(word(quick, "class") == "cold" && quick.rto == 0)
    // GCP brings archives back at once.
    let there = try chosen(store(data, slo: "slo: {rto: 1 h}", provider: "gcp", region: "us-central1"))
    #expect(word(there, "class") == "archive")
  }

  @Test func `data that leave early pay for the least time`() throws {
    // Nine days in a class that is paid for thirty: 0.0125 becomes dearer than 0.023.
    let short = try chosen(store("size: 500 GB, item: 2 MB, hot: 100%, retention: 9 days"))
    #expect(word(short, "class") == "standard")
  }

  @Test func `reads beyond the most popular part are those of the sum itself`() {
    for exponent in [0.6, 0.9, 1, 1.3] {
      let items = 20_000
      let weights = (1...items).map { pow(Double($0), -exponent) }
      let share = weights[(items / 5)...].reduce(0, +) / weights.reduce(0, +)
      let found = ProblemBuilder.coldReads(exponent: exponent, items: Double(items), hot: 0.2)
      #expect(abs(found - share) < 0.025, "\(exponent): \(found) against \(share)")
    }
  }

  private func pow(_ base: Double, _ exponent: Double) -> Double { Elementary.pow(base, exponent) }
}
