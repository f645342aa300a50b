import Catalog
import Formulas
import Foundations
import Placement
import Spec

extension ProblemBuilder {
  /// Devices in numbers; `nil` when the fleet is unknown.
  mutating func device(
    _ device: Workload.Device, _ workload: Workload, month: Double, _ point: InputPoint
  ) -> DeviceProblem? {
    guard let stated = spec.devices.first(where: { $0.name == device.fleet }) else { return nil }
    let path = workload.path
    let fleet = fleet(stated, month: month, point)
    let gateways = gateways(for: device.fleet, workload.name).map { self.fleet($0, month: month, point) }
    let rate = device.rate.map(point.value)
    if rate == nil { note("\(path).produces.rate", "1", "/min", "events of one device") }
    let made = rate ?? 1.0 / 60
    let size = value(device.size, point, "\(path).produces.size", 1000, "1", "KB", "of one event")
    var sent = made
    var sentBytes = size
    if let filter = device.filter {
      let alarms = filter.falseAlarms.map(point.value)
      if alarms == nil { note("\(path).filter.false_alarms", "0", "", "for each real event") }
      sent = point.value(filter.events) * (1 + (alarms ?? 0))
      sentBytes = filter.clip.map(point.value) ?? size
      if filter.clip == nil { note("\(path).filter.clip", "as produces.size", "", "sent for one event") }
      if sent * sentBytes > made * size {
        addDiagnostic(
          Diagnostic(
            .warning, code: "model/filter", "this filter lets more bytes through than a device makes",
            at: filter.events.span, path: "\(path).filter", help: "check 'produces' and 'filter.clip'"))
      }
    } else if let passes = device.passes {
      sent = made * min(1, point.value(passes))
    }
    let (cpu, cs2) = cpu(device.work.cpu, device.work.variability, "\(path).work", point, standard: nil)
    if cpu > 0, workload.fleet == nil {
      note("model.edge.core_speed", "0.35", "x", "core of a small ARM board over the reference core, by CoreMark")
    }
    var problem = DeviceProblem(
      fleet: fleet, gateways: gateways, madePerSecond: made, madeBytes: size, sentPerSecond: sent, sentBytes: sentBytes,
      cpuSeconds: cpu, cs2: cs2, memoryBytes: device.work.memory.map(point.value) ?? 0,
      mustWorkOffline: device.mustWorkOffline ?? false, bufferBytes: device.buffer.map(point.value),
      topology: device.topology.flatMap { Topology(rawValue: $0) })
    problem.sharedObjects = device.sharedObjects.map(point.value)
    problem.lossTarget = workload.slo.objectives.first { $0.name == "loss" }?.target.mid
    if problem.topology == .mesh || workload.place.topology?.contains("mesh") == true {
      problem.mesh = mesh(fleet)
    }
    return problem
  }

  /// The mesh of a fleet; sampled once for each size.
  private mutating func mesh(_ fleet: FleetProblem) -> MeshDesign {
    let nodes = Int(clamped: min(max(fleet.perSite > 1 ? fleet.perSite : fleet.count, 1), 2000))
    let up = FleetUpkeep.availability(mtbf: fleet.mtbfSeconds, repair: EdgeFigures().repairSeconds)
    let key = "\(nodes) \(up)"
    if let known = meshes[key] { return known }
    let design = MeshDesign.smallest(nodes: nodes, failed: 1 - up)
    meshes[key] = design
    return design
  }

  /// A stream in numbers.
  mutating func stream(
    _ stream: Workload.Stream, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> StreamProblem {
    let path = "\(workload.path).events"
    let rate = stream.rateGrowth.map { $0.value(month: month) } ?? point.value(stream.rate) * growth
    var peak = 1.0
    if let stated = stream.peak {
      let base = point.value(stream.rate)
      peak = stated.dimension == .rate ? (base > 0 ? point.value(stated) / base : 1) : point.value(stated)
    } else if rate > 0 {
      peak = 2.5
      note("\(path).peak", "2.5", "x", "busy hour over mean of a diurnal pattern")
    }
    let callers = spec.workloads.filter { $0.calls.contains { $0.to == workload.name } }
    let connections = callers.reduce(0.0) { sum, caller in
      guard case .other(.device(let device)) = caller.kind,
        let fleet = spec.devices.first(where: { $0.name == device.fleet })
      else { return sum }
      return sum + self.fleet(fleet, month: month, point).count
    }
    let word = stream.broker ?? "auto"
    let broker = StreamProblem.Broker(rawValue: word) ?? (connections > 0 ? .mqtt : .kafka)
    if StreamProblem.Broker(rawValue: word) == nil {
      note(
        "\(workload.path).broker", broker.rawValue, "",
        connections > 0 ? "devices connect to it directly" : "only servers connect to it")
    }
    if stream.replicas == nil { note("\(path).replicas", "3", "", "copies of every event") }
    if stream.consumers == nil { note("\(path).consumers", "1", "", "groups that read every event") }
    let (cpu, cs2) = cpu(stream.work.cpu, stream.work.variability, "\(workload.path).work", point, standard: nil)
    return StreamProblem(
      ownRate: rate, peakFactor: max(1, peak),
      sizeBytes: value(stream.size, point, "\(path).size", 1000, "1", "KB", "of one event"),
      partitions: stream.partitions,
      retentionSeconds: value(stream.retention, point, "\(path).retention", 86_400, "1", "day", "events are kept"),
      replicas: stream.replicas ?? 3, consumers: stream.consumers ?? 1, cpuSeconds: cpu, cs2: cs2,
      memoryBytes: value(
        stream.work.memory, point, "\(workload.path).work.memory", 512 * 1_048_576, "512", "MiB", "of one worker"),
      broker: broker, connections: connections)
  }
}
