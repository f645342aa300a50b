import Foundations
import Placement
import Planning

/// Where the quantity of a cost line comes from.
extension PlanDerivation {
  /// Where a quantity comes from; a form is taken only where it gives the line's own number.
  func quantity(_ line: CostLine, _ path: String, _ subject: PlacementSubject?) -> Derivation {
    let value = line.quantity
    for (words, inputs) in guesses(line, subject) {
      let made = Derivation.rule(.product, path, value, line.unit, words, inputs)
      if made.isConsistent { return made }
    }
    if line.category == "labour", let subject, let made = labour(line, path, subject) { return made }
    return .leaf(path, value, line.unit, source: "sized by the placement; \(line.item)")
  }

  func labour(_ line: CostLine, _ path: String, _ subject: PlacementSubject) -> Derivation? {
    let parameters = ModelParameters()
    let count = Double(subject.placed.sites.reduce(0) { $0 + $1.count })
    for (name, fixed, each) in [
      ("vm", parameters.vmHours.fixed, parameters.vmHours.perInstance),
      ("containers", parameters.containerHours.fixed, parameters.containerHours.perInstance),
      ("grid", parameters.gridHours.fixed, parameters.gridHours.perInstance),
      ("gpu", parameters.gpuHours.fixed, parameters.gpuHours.perInstance),
      ("broker", BrokerFigures().selfRunHours.fixed, BrokerFigures().selfRunHours.perInstance),
      ("store, managed", parameters.managedStoreHours, 0), ("store, self-run", parameters.selfRunStoreHours, 0),
      ("edge node", 0, EdgeFigures().nodeHours), ("device", 0, EdgeFigures().deviceHours),
    ] {
      if line.quantity == fixed, fixed > 0 {
        return .leaf(path, fixed, "h", source: "assumed: model.labour.\(name), for all of them")
      }
      let variable = Derivation.rule(
        .product, "hours of the machines", each * count, "h", "hours a machine x machines",
        [.leaf("model.labour.\(name), a machine", each, "h", source: "assumed"), .leaf("machines", count)])
      if fixed == 0 {
        let made = Derivation.rule(
          .same, path, line.quantity, "h", "hours of the machines", [variable])
        if made.isConsistent { return made }
        continue
      }
      let made = Derivation.rule(
        .sum, path, line.quantity, "h", "fixed hours and hours for each machine",
        [.leaf("model.labour.\(name), fixed", fixed, "h", source: "assumed"), variable])
      if made.isConsistent { return made }
    }
    return nil
  }

  func guesses(_ line: CostLine, _ subject: PlacementSubject?) -> [(String, [Derivation])] {
    guard let subject else { return [] }
    let result = subject.result
    let count = Double(subject.placed.sites.reduce(0) { $0 + $1.count })
    let machines = Derivation.leaf("machines", count, "", source: "sized by the placement")
    let hours = Derivation.leaf("hours a month", 730, "h", source: "a month of 730 h")
    let seconds = Derivation.leaf("seconds a month", PlanDerivation.secondsPerMonth, "s", source: "730 h")
    let giga = Derivation.leaf("GB a byte", 1e-9, "GB")
    var guesses: [(String, [Derivation])] = [
      ("hours of a month", [hours]), ("machines x hours of a month", [machines, hours]),
      (
        "GB of each machine's disk",
        [machines, .leaf("boot disk", ModelParameters().bootDiskGB, "GB", source: "assumed")]
      ),
    ]
    if let busy = utilization(subject), let load = result.load, load.peak > 0 {
      let mean = Derivation.rule(
        .quotient, "mean over busy hour", load.mean / load.peak, "", "mean rate over the busy hour's",
        [rate(result.name, load, "mean"), rate(result.name, load, "peak")])
      let share = busy.node.value * load.mean / load.peak
      let part = Derivation.rule(
        .product, "busy share of the hours", share, "ratio", "busy in the busy hour x mean over busy hour",
        [busy, mean])
      guesses.append(("machines x hours x busy share", [machines, hours, part]))
      guesses.append(
        (
          "machines x hours x idle share",
          [
            machines, hours,
            .rule(.complement, "idle share of the hours", 1 - share, "ratio", "one less the busy share", [part]),
          ]
        ))
      // A store of two nodes: the load is on one.
      let half = Derivation.rule(
        .quotient, "busy share of a node", share / max(count, 1), "ratio", "over the nodes", [part, machines])
      guesses.append(("nodes x hours x busy share", [machines, hours, half]))
      guesses.append(
        (
          "nodes x hours x idle share",
          [
            machines, hours,
            .rule(
              .complement, "idle share of a node", 1 - share / max(count, 1), "ratio", "one less the busy share", [half]
            ),
          ]
        ))
    }
    guard let workload = problem.workloads.first(where: { $0.name == result.name }) else { return guesses }
    let path = "workloads.\(result.name)"
    switch workload.kind {
    case .service(let service):
      guard let load = result.load else { break }
      let response = spec("\(path).work.response", service.responseBytes, "B")
      let bytes = Derivation.rule(
        .sum, "bytes of a request", service.requestBytes + service.responseBytes, "B", "request and response",
        [spec("\(path).work.request", service.requestBytes, "B"), response])
      guesses.append(("own requests x bytes of a response", [rate(result.name, load, "own"), response, seconds, giga]))
      let zones = Double(subject.placed.sites.first?.zones ?? 1)
      guesses.append(
        (
          "all bytes x share that crosses zones",
          [
            rate(result.name, load, "mean"), bytes, seconds, giga,
            .leaf("share to another zone", (zones - 1) / zones, "ratio", source: "\(Int(zones)) zones"),
          ]
        ))
      guesses.append(
        (
          "busy hour over 25 new connections/s a unit, x hours",
          [
            rate(result.name, load, "peak"),
            .leaf("units for 1/s", 1 / 25.0, "", source: "a capacity unit takes 25 new connections/s"), hours,
          ]
        ))
    case .store(let store):
      let size = spec("\(path).data.size", store.sizeBytes, "B")
      let room = Derivation.leaf("room to grow", 1.2, "x", source: "assumed")
      guesses.append(("GB", [size, giga]))
      guesses.append(("GB with a fifth of room, on each node", [size, giga, room, machines]))
      guesses.append(
        (
          "bytes written",
          [
            spec("\(path).data.writes", store.writesPerSecond, "1/s"), spec("\(path).data.item", store.itemBytes, "B"),
            seconds, giga,
          ]
        ))
    case .external:
      if let load = result.load { guesses.append(("requests of a month", [rate(result.name, load, "mean"), seconds])) }
    default: break
    }
    return guesses
  }
}
