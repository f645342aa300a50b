import Formulas
import Foundations
import Placement

/// B1c, B9 and what hardware turns on: where gateways, private lines, rugged and hardened devices pay.
extension BreakEvenStudy {
  /// Every figure of the devices of a workload.
  func fleets(_ device: DeviceProblem, _ workload: WorkloadProblem, _ results: [WorkloadResult]) -> [BreakEvenFigure?] {
    let hosts = [device.gateways, device.fleet].compactMap(\.self)
    return [filtering(device, workload, results), gateways(device, workload, results), privateLine(device)]
      + hosts.map(rugged) + [hardening(device.fleet)]
  }

  /// B1c: devices at a site from which a gateway there pays, and at which of the places it does.
  private func gateways(
    _ device: DeviceProblem, _ workload: WorkloadProblem, _ results: [WorkloadResult]
  ) -> BreakEvenFigure? {
    guard let gateways = device.gateways, let volume = filtering(device, workload, results) else { return nil }
    let each = device.madePerSecond * device.madeBytes * CostBook.hoursPerMonth * 3600 / 1e9
    let sites = gateways.sites ?? gateways.count
    guard each > 0, sites > 0 else { return nil }
    let value = volume.value.map { $0 / each }
    let places = density(device.fleet, gateways, sites: sites)
    let words = places.map { place in
      let pays = value.map { place.devices >= $0 } ?? false
      return "\(place.name) \(JSON.text(of: (place.devices * 10).rounded() / 10)) (\(pays ? "pays" : "does not"))"
    }
    return BreakEvenFigure(
      rule: "B1c", question: "a gateway at the site pays from this many of \(device.fleet.name) a site", value: value,
      now: device.fleet.count / sites, unit: "", holds: volume.holds,
      why: "each makes \(JSON.text(of: (each * 10).rounded() / 10)) GB a month; a site now: "
        + words.joined(separator: ", "))
  }

  /// Devices at a site of each place where there are gateways.
  private func density(
    _ fleet: FleetProblem, _ gateways: FleetProblem, sites: Double
  ) -> [(name: String, devices: Double)] {
    guard !gateways.groups.isEmpty else { return [("every place", fleet.count / sites)] }
    return gateways.groups.map { group in
      let share = fleet.groups.first { $0.name == group.name }?.share ?? 0
      return (group.name, group.share > 0 ? fleet.count * share / (sites * group.share) : 0)
    }
  }

  /// B9: the volume of a site from which a line of its own beats one paid by volume.
  private func privateLine(_ device: DeviceProblem) -> BreakEvenFigure? {
    let sender = device.gateways ?? device.fleet
    guard let price = sender.uplinkPrice, let sites = sender.sites, sites > 0 else { return nil }
    let figures = EdgeFigures()
    let value = BreakEven.privateLine(fixed: figures.linePrice, internetPrice: price, linePrice: 0)
    let now =
      device.fleet.count * device.sentPerSecond * device.sentBytes * CostBook.hoursPerMonth * 3600 / 1e9 / sites
    return BreakEvenFigure(
      rule: "B9", question: "a line of its own pays for a site from this many GB a month", value: value, now: now,
      unit: "GB", holds: value.map { now >= $0 } ?? false,
      why: "\(self.price(figures.linePrice)) USD a month for a line, assumed, against \(self.price(price)) USD a GB "
        + "over \(sender.access.name); what enters a cloud is free")
  }

  /// Rugged hardware against ordinary hardware with its spares and visits.
  private func rugged(_ fleet: FleetProblem) -> BreakEvenFigure? {
    guard let price = fleet.price?.double, fleet.sites != nil || fleet.rugged != nil else { return nil }
    let figures = EdgeFigures()
    let months = CostBook.hoursPerMonth * 3600
    let visit = fleet.sites == nil ? 0 : figures.visitPrice
    let rate = DeviceUpkeep(fleet: fleet, figures: figures).capitalRecovery + figures.maintenancePerYear / 12
    let ordinary = price * rate + months / fleet.mtbfSeconds * (visit + price)
    let failures = months / (fleet.rugged?.mtbfSeconds ?? figures.ruggedFactor * fleet.mtbfSeconds)
    let value = (ordinary - failures * visit) / (rate + failures)
    let years = Money((fleet.rugged?.mtbfSeconds ?? figures.ruggedFactor * fleet.mtbfSeconds) / 31_536_000)
    return BreakEvenFigure(
      rule: "S112", question: "rugged hardware for \(fleet.name) pays below this price of one", value: value,
      now: fleet.rugged?.price, unit: "USD", holds: fleet.rugged.map { $0.price <= value } ?? false,
      why: "\(text(Money(ordinary))) USD a month for one at \(self.text(Money(price))) USD with its "
        + "\(visit > 0 ? "spares and visits" : "spares"); a failure every \(years.formatted(places: 1)) years instead"
        + (fleet.rugged == nil ? ", three times as long, assumed" : ""))
  }

  /// The loss of one device taken over from which hardening them all pays.
  private func hardening(_ fleet: FleetProblem) -> BreakEvenFigure? {
    guard let security = fleet.security else { return nil }
    let upkeep = DeviceUpkeep(fleet: fleet, figures: EdgeFigures())
    let averted = security.compromisedPerYear / 12 * min(security.reach, fleet.count) * security.averts
    let each = security.hardening * upkeep.capitalRecovery
    let value = averted > 0 ? each / averted : nil
    return BreakEvenFigure(
      rule: "S105", question: "hardening every one of \(fleet.name) pays where losing one costs more than",
      value: value, now: security.loss, unit: "USD", holds: value.map { security.loss >= $0 } ?? false,
      why: "\(text(Money(each))) USD a device and month against \(percent(security.compromisedPerYear)) % taken over "
        + "a year, \(JSON.text(of: security.reach)) falling with each, \(percent(security.averts)) % of it averted")
  }
}
