import Foundations
import Placement
import Planning

/// How busy a placement is, and what it emits.
extension PlanDerivation {
  func utilization(_ subject: PlacementSubject) -> Derivation? {
    let (result, chosen) = (subject.result, subject.placed)
    guard let value = chosen.utilization else { return nil }
    let path = "\(subject.base).utilization"
    guard let site = chosen.sites.first, let machine = site.machine, let load = result.load,
      let found = session.catalog.machine("\(site.provider):\(machine)"), found.speed != nil,
      case .service? = problem.workloads.first(where: { $0.name == result.name })?.kind
    else {
      return .leaf(path, value, "ratio", source: "busy workers over workers in the busy hour, by the placement's model")
    }
    guard let seconds = self.work(subject) else { return nil }
    let work = Derivation.rule(
      .product, "busy workers", load.peak * seconds.node.value, "", "rate of the busy hour x seconds of work",
      [rate(result.name, load, "peak"), seconds])
    let workers = Derivation.rule(
      .product, "workers", found.vcpus.rounded(.down) * Double(site.count), "", "vCPUs x machines",
      [
        .leaf("vCPUs of \(machine)", found.vcpus.rounded(.down), "", source: "catalog"),
        .leaf("machines", Double(site.count), "", source: "sized by the placement"),
      ])
    return .verified(
      .quotient, path, value, "ratio", "busy workers over workers", [work, workers],
      source: "busy workers over workers in the busy hour, by the placement's model")
  }

  /// Seconds of work of a request on the machine of a placement.
  func work(_ subject: PlacementSubject) -> Derivation? {
    guard let site = subject.placed.sites.first, let machine = site.machine,
      let found = session.catalog.machine("\(site.provider):\(machine)"), let speed = found.speed, speed > 0,
      case .service(let service)? = problem.workloads.first(where: { $0.name == subject.name })?.kind
    else { return nil }
    return .rule(
      .quotient, "seconds of work", service.cpuSeconds / speed, "s", "on the reference core, over the machine's speed",
      [
        spec("workloads.\(subject.name).work.cpu", service.cpuSeconds, "s"),
        .leaf("speed of a vCPU of \(machine)", speed, "x", source: found.speedSource),
      ])
  }

  func carbon(_ subject: PlacementSubject) -> Derivation? {
    let chosen = subject.placed
    guard let value = chosen.carbonKilograms else { return nil }
    let path = "\(subject.base).carbon_kg_per_month"
    guard let site = chosen.sites.first, let machine = site.machine,
      let vcpus = session.catalog.machine("\(site.provider):\(machine)")?.vcpus,
      let intensity = session.catalog.region("\(site.provider):\(site.region)")?.gridIntensity.value
    else { return .leaf(path, value, "kg", source: "power x intensity of the region's grid") }
    return .verified(
      .product, path, value, "kg", "vCPUs x machines x power x hours x intensity",
      [
        .leaf("vCPUs of \(machine)", vcpus, "", source: "catalog"), .leaf("machines", Double(site.count)),
        .leaf("power of a vCPU", ModelParameters().wattsPerVCPU, "W", source: "assumed, site overhead included"),
        .leaf("thousand hours a month", 0.73, "kh", source: "730 h"),
        .leaf("intensity of the grid", intensity / 1000, "kg/kWh", source: "catalog, \(site.provider):\(site.region)"),
      ], source: "power x intensity of the region's grid")
  }
}
