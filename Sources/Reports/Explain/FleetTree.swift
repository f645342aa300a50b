import Foundations
import Placement

/// The availability of a fleet over zones, term by term: which zones are up, and how many machines in them.
struct FleetTree {
  let figures: ReliabilityFigures

  private var machine: Derivation {
    .leaf("machine", figures.instance, "ratio", source: "EC2 instance SLA, 2024")
  }
  private var zone: Derivation {
    .leaf("zone", figures.zone, "ratio", source: "assumed: half the region's unavailability each")
  }

  /// P(at least `needed` of `count` machines are up), spread over zones that fail by themselves.
  func node(needed: Int, count: Int, zones: Int) -> Derivation {
    let value = figures.fleet(needed: needed, count: count, zones: zones)
    let words = "\(needed) of \(count) machines up, over \(zones) zone\(zones == 1 ? "" : "s")"
    if zones == 1 {
      return .rule(.product, "fleet", value, "ratio", words, [zone, atLeast(needed, of: count)])
    }
    let states = states(needed: needed, count: count, zones: min(zones, 6))
    let up = states.reduce(0.0) { $0 + $1.node.value }
    return .rule(
      .product, "fleet", value, "ratio", words,
      [
        .leaf("region", figures.region, "ratio", source: "EC2 region SLA, 2024"),
        .rule(.sum, "zones and machines", up, "ratio", "every set of zones whose machines are enough", states),
      ])
  }

  /// States of the zones, those alike counted together: ways × zones up × zones down × machines enough.
  private func states(needed: Int, count: Int, zones: Int) -> [Derivation] {
    var ways: [Int: Int] = [:]
    for mask in 1..<(1 << zones) {
      var machines = 0
      for z in 0..<zones where mask >> z & 1 == 1 { machines += count / zones + (z < count % zones ? 1 : 0) }
      if machines >= needed { ways[mask.nonzeroBitCount * 1_000_000 + machines, default: 0] += 1 }
    }
    return ways.sorted { $0.key > $1.key }.map { key, number in
      let (up, machines) = (key / 1_000_000, key % 1_000_000)
      let parts = [
        Derivation.leaf(
          "ways", Double(number), "", source: "sets of \(up) of \(zones) zones with \(machines) machines"),
        power(zone, up, "zones up"),
        power(
          .rule(.complement, "zone down", 1 - figures.zone, "ratio", "one less the availability of a zone", [zone]),
          zones - up, "zones down"), atLeast(needed, of: machines),
      ]
      return .rule(
        .product, "\(up) of \(zones) zones up, \(machines) machines there", parts.reduce(1) { $0 * $1.node.value },
        "ratio", "ways x zones up x zones down x machines enough", parts)
    }
  }

  private func power(_ base: Derivation, _ exponent: Int, _ name: String) -> Derivation {
    .rule(
      .power, name, Derivation.power(base.node.value, Double(exponent)), "ratio", "to the power of their number",
      [base, .leaf("number", Double(exponent))])
  }

  /// P(at least `needed` of `count` independent machines are up), by the number that is down.
  private func atLeast(_ needed: Int, of count: Int) -> Derivation {
    var terms: [Derivation] = []
    var ways = 1.0
    let down = Derivation.rule(
      .complement, "machine down", 1 - figures.instance, "ratio", "one less the availability of a machine", [machine])
    for j in 0...max(0, count - needed) {
      if j > 0 { ways *= Double(count - j + 1) / Double(j) }
      let parts = [
        Derivation.leaf("ways", ways, "", source: "\(j) of \(count) machines down"),
        power(down, j, "machines down"), power(machine, count - j, "machines up"),
      ]
      let value = parts.reduce(1) { $0 * $1.node.value }
      terms.append(.rule(.product, "\(j) of \(count) down", value, "ratio", "ways x down x up", parts))
      // The rest does not reach the last digit of the sum.
      if j > 3, value < 1e-18 { break }
    }
    return .rule(
      .sum, "at least \(needed) of \(count)", terms.reduce(0) { $0 + $1.node.value }, "ratio",
      "no more than \(count - needed) machines down", terms)
  }
}
