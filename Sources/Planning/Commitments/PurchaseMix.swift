import Formulas
import Foundations

/// One fleet of the plan with its split over ways of paying.
struct PurchaseMix: Sendable {
  var workload: String
  /// The fleet's place among those of its placement.
  var fleet: Int
  var site: Site
  var prices: [Purchase: Money]
  var source: String
  var split: CommitmentMix
  /// Why it is split so, in a sentence.
  var why: String

  /// Machines by way of paying, the longest term first.
  var parts: [(purchase: Purchase, count: Int)] {
    [
      (.threeYears, split.threeYears), (.oneYear, split.oneYear), (.onDemand, site.count - split.committed),
    ].filter { $0.1 > 0 }
  }

  /// What the commitments bind one to pay.
  var commitment: Money {
    parts.reduce(Money.zero) { sum, part in
      let years = part.purchase == .threeYears ? 3.0 : part.purchase == .oneYear ? 1 : 0
      return sum + (prices[part.purchase] ?? .zero).times(years * CommittableFleet.hoursPerYear * Double(part.count))
    }
  }

  /// The lines with this fleet's hours paid as split; each keeps its hours.
  func applied(to lines: [CostLine]) -> [CostLine] {
    let head = "\(site.count) × \(site.machine ?? "") \(site.purchase.rawValue)"
    var open: Set<String> = [head, head + ", busy", head + ", idle"]
    return lines.flatMap { line -> [CostLine] in
      // Another fleet of the same machines has lines of its own.
      guard open.remove(line.item) != nil else { return [line] }
      let tail = line.item.dropFirst(head.count)
      return parts.map { part in
        CostLine(
          category: line.category, item: "\(part.count) × \(site.machine ?? "") \(part.purchase.rawValue)\(tail)",
          quantity: line.quantity * Double(part.count) / Double(site.count), unit: line.unit,
          unitPrice: prices[part.purchase] ?? line.unitPrice, source: source)
      }
    }
  }
}

extension PlacedWorkload {
  /// The sites, with machines of one fleet that are paid for in several ways taken together.
  package var fleets: [Site] {
    sites.reduce(into: []) { fleets, site in
      if site.isRest, !fleets.isEmpty { fleets[fleets.count - 1].count += site.count } else { fleets.append(site) }
    }
  }

  /// The placement with its fleets paid for as split.
  func paid(_ mixes: [PurchaseMix]) -> PlacedWorkload {
    var placed = self
    let before = perMonth
    placed.sites = fleets.enumerated().flatMap { index, site -> [Site] in
      guard let mix = mixes.first(where: { $0.fleet == index }) else { return [site] }
      return mix.parts.enumerated().map { place, part in
        var some = site
        (some.count, some.purchase, some.isRest) = (part.count, part.purchase, place > 0)
        return some
      }
    }
    // Lines of draws have been split before.
    for mix in mixes { placed.lines = mix.applied(to: placed.lines) }
    placed.perMonth = placed.lines.reduce(Money.zero) { $0 + $1.perMonth }
    if let each = perTransaction, before > .zero {
      placed.perTransaction = each.times(placed.perMonth.double / before.double)
    }
    return placed
  }
}

extension WorkloadResult {
  /// The result with its fleets paid for as split, and why.
  func paid(_ all: [PurchaseMix]) -> WorkloadResult {
    let mixes = all.filter { $0.workload == name }
    guard !mixes.isEmpty else { return self }
    var result = self
    result.chosen = chosen?.paid(mixes)
    result.why.insert(contentsOf: mixes.map(\.why), at: min(1, why.count))
    return result
  }
}

extension RangeStudy.Outcome {
  /// The draw with every fleet paid for as split.
  mutating func pay(_ mixes: [PurchaseMix]) {
    for mix in mixes {
      guard let before = lines[mix.workload] else { continue }
      let after = mix.applied(to: before)
      lines[mix.workload] = after
      guard let cost = perMonth else { continue }
      func sum(_ lines: [CostLine]) -> Money { lines.reduce(Money.zero) { $0 + $1.perMonth } }
      perMonth = cost + (sum(after) - sum(before))
      if transactions > 0 { perTransaction = (perMonth ?? cost).double / transactions }
    }
  }
}
