import Formulas
import Foundations
import Placement

extension CostBook {
  /// What a fleet costs a month: capital, upkeep, energy, failures, people; shared by those who use it.
  ///
  /// - Parameter share: of the fleet's cost that this workload bears, 0…1.
  mutating func fleet(_ fleet: FleetProblem, count: Double, share: Double, figures: EdgeFigures) {
    let noun = fleet.sites == nil ? "device" : "node"
    let borne = count * share
    let by = share < 1 ? ", 1/\(fleet.users) of \(fleet.name)" : ""
    if let price = fleet.price {
      let cost = EdgeNodeCost(
        capex: price.double, months: figures.lifeMonths, interestPerYear: figures.interestPerYear,
        maintenancePerYear: figures.maintenancePerYear, watts: 0, energyPrice: 0, failuresPerYear: 0, roll: 0,
        labourPerMonth: 0, nodesPerPerson: 0, agent: 0)
      add(
        "hardware", "\(fleet.machine), capital and interest", quantity: borne, unit: "\(noun)-month",
        price: Money(cost.capital), source: "spec: price x capital recovery over 36 months at 8 % a year\(by)")
      add(
        "hardware", "\(fleet.machine), maintenance", quantity: borne, unit: "\(noun)-month",
        price: Money(cost.maintenance), source: "10 % of the price a year, assumed\(by)")
    }
    if let watts = fleet.watts {
      add(
        "energy", "\(fleet.name), \(JSON.text(of: watts)) W each", quantity: borne * watts * 0.73, unit: "kWh",
        price: Money(figures.energyPricePerKWh), source: "price of energy, assumed\(by)")
    }
    let failures = borne * CostBook.hoursPerMonth * 3600 / fleet.mtbfSeconds
    let visit = fleet.sites == nil ? 0 : figures.visitPrice
    let spare = fleet.price?.double ?? 0
    if visit + spare > 0 {
      add(
        "hardware", "spares\(visit > 0 ? " and visits" : ""), \(fleet.name)", quantity: failures, unit: "failure",
        price: Money(visit + spare), source: "one failure every MTBF; a visit costs 300 USD, assumed\(by)")
    }
    if fleet.sites != nil {
      add(
        "licences", "agents on \(fleet.name)", quantity: borne, unit: "node-month",
        price: Money(figures.agentPricePerMonth), source: "aws: Greengrass, published page, 2025\(by)")
    }
    let hours = fleet.sites == nil ? figures.deviceHours : figures.nodeHours
    labour("looking after \(fleet.name)", hours: borne * hours)
  }

  /// Hardware as it is paid and as it is spread over its life: both come to the same, interest included.
  func cash(of fleets: [FleetProblem], _ figures: EdgeFigures) -> [PlacementDetail] {
    let capex = fleets.reduce(0.0) { $0 + ($1.price?.double ?? 0) * $1.count / Double(max(1, $1.users)) }
    guard capex > 0 else { return [] }
    let month =
      capex * Finance.capitalRecovery(ratePerPeriod: figures.interestPerYear / 12, periods: figures.lifeMonths)
    return [
      PlacementDetail("hardware_cash", capex, "USD", "paid at the start, this workload's part"),
      PlacementDetail(
        "hardware_interest", month * figures.lifeMonths - capex, "USD", "over its life of 36 months at 8 % a year"),
      PlacementDetail(
        "hardware_per_month", month, "USD/month", "spread over that life; 36 times this is both together"),
    ]
  }

  /// Bytes over the uplinks of a fleet where the line is paid by volume.
  mutating func uplink(_ fleet: FleetProblem, bytesPerSecond: Double) {
    guard let price = fleet.uplinkPrice else { return }
    add(
      "traffic", "uplink of \(fleet.name), \(fleet.access.name)",
      quantity: bytesPerSecond * CostBook.hoursPerMonth * 3600 / 1e9, unit: "GB", price: Money(price),
      source: fleet.isUplinkPriceStated ? "spec: uplink.price" : "data plan, assumed")
  }

  /// What sending updates to a fleet takes: traffic out of the region and over its links.
  ///
  /// - Parameter share: of the fleet's cost that this workload bears, 0…1.
  mutating func updates(_ fleet: FleetProblem, share: Double, _ context: RegionContext) {
    guard let updates = fleet.updates else { return }
    let gigabytes = share * fleet.count * updates.bytes / 1e9 * CostBook.hoursPerMonth * 3600 / updates.everySeconds
    guard gigabytes > 0 else { return }
    let out = context.market.internetTraffic(
      provider: context.provider, region: context.region, gigabytes: gigabytes)
    add(
      "traffic", "updates to \(fleet.name)", quantity: gigabytes, unit: "GB",
      price: out.map { Money($0.total.double / gigabytes) }, source: out?.source ?? "")
    if let price = fleet.uplinkPrice {
      add(
        "traffic", "updates over \(fleet.access.name) of \(fleet.name)", quantity: gigabytes, unit: "GB",
        price: Money(price), source: fleet.isUplinkPriceStated ? "spec: uplink.price" : "data plan, assumed")
    }
  }
}

extension FleetProblem {
  /// Why data that must stay in an area may not be worked on by this fleet.
  func outside(_ areas: [String], _ market: any Market) -> Rejection? {
    guard !areas.isEmpty,
      let group = groups.first(where: { group in
        guard let country = group.country else { return true }
        return !areas.contains { market.isCountry(country, in: $0) }
      })
    else { return nil }
    return Rejection(
      constraint: "residency",
      by: "\(name) at \(group.name) \(group.country.map { "stands in \($0)" } ?? "is in no known country"), not in "
        + areas.joined(separator: ", "))
  }

  /// Its machines as a site.
  var site: Site {
    Site(
      provider: "fleet", region: name, zones: 1, machine: machine, count: Int(clamped: count), purchase: .owned)
  }

  /// From a device to a region and back, over all places of the fleet.
  ///
  /// - Parameters:
  ///   - up: bytes sent, which the uplink serialises.
  ///   - down: bytes received.
  func wideArea(_ context: RegionContext, up: Double, down: Double) -> PathNode {
    let branches: [(Double, PathNode)] = groups.map { group in
      let trip = context.market.roundTrip(from: group.place, provider: context.provider, region: context.region)
      return (
        group.share,
        .series([
          .hop("network \(group.name)", .lognormal(mean: (trip?.seconds ?? 0) + 1e-6, scv: 0.0025)),
          .hop("access \(group.access.name)", .lognormal(mean: group.access.meanSeconds, scv: group.access.scv)),
          .hop("transfer", .constant(up / upBytesPerSecond + down / downBytesPerSecond)),
        ])
      )
    }
    return branches.count == 1 ? branches[0].1 : .mixture(branches)
  }
}
