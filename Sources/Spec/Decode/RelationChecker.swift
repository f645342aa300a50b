import Foundations

/// What workloads say of each other and of their places and objectives.
extension SpecChecker {
  func checkCalls(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    for call in workload.calls {
      if call.retries > 0, !call.isIdempotent {
        decoder.report(
          "retries", "a call that is not idempotent must not be retried: '\(call.to)' could do its work twice",
          at: call.span, path: call.path, help: "make it idempotent, or set 'retries: 0'")
      }
      if call.to == workload.name {
        decoder.report(
          "cycle", "'\(workload.name)' calls itself", at: call.span, path: call.path, help: "remove the call")
      } else if !nameSet.contains(call.to) {
        decoder.reportUnknown("workload", call.to, names, at: call.span, path: call.path)
      } else if let callee = byName[call.to], callee.kind.word == "batch" || callee.kind.word == "training" {
        decoder.report(
          "call", "'\(call.to)' is \(KeyTables.article(callee.kind.word)) and cannot be called", at: call.span,
          path: call.path, help: "call a service, store, stream, inference or external")
      }
    }
  }

  /// Where some workloads name an owner, all have to; and what crosses owners needs a contract.
  func checkOwners(_ decoder: inout ShapeDecoder) {
    guard spec.workloads.contains(where: { $0.owner != nil }) else { return }
    for workload in spec.workloads {
      guard let owner = workload.owner else {
        decoder.report(
          "owner", "'\(workload.name)' has no owner, though others have", at: workload.nameSpan, path: workload.path,
          help: "write 'owner: TEAM' under it", level: .warning)
        continue
      }
      for call in workload.calls where call.contract == nil || call.contract == "none" {
        guard let other = byName[call.to]?.owner, other != owner else { continue }
        decoder.report(
          "contract", "data from '\(workload.name)' of \(owner) to '\(call.to)' of \(other) has no contract",
          at: call.span, path: call.path, help: "state 'contract: backward', 'forward' or 'full'", level: .warning)
      }
    }
  }

  /// Every circle of calls once, named by its path.
  func checkCircles(_ decoder: inout ShapeDecoder) {
    var state: [String: Int] = [:]
    for root in spec.workloads where state[root.name] == nil {
      // Depth first with an explicit stack of (workload, next call).
      var stack: [(workload: Workload, next: Int)] = [(root, 0)]
      state[root.name] = 1
      while let (workload, next) = stack.last {
        guard next < workload.calls.count else {
          state[workload.name] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let call = workload.calls[next]
        guard let callee = byName[call.to], callee.name != workload.name else { continue }
        if state[callee.name] == 1 {
          let from = stack.firstIndex { $0.workload.name == callee.name } ?? 0
          let path = stack[from...].map(\.workload.name) + [callee.name]
          decoder.report(
            "cycle", "calls go round in a circle: \(path.joined(separator: " → "))", at: call.span, path: call.path,
            help: "remove one of these calls")
        } else if state[callee.name] == nil {
          state[callee.name] = 1
          stack.append((callee, 0))
        }
      }
    }
  }

  /// Regions and residency that exclude each other.
  func checkPlace(_ own: Place, _ whole: Place, _ path: String, _ decoder: inout ShapeDecoder) {
    let place = own.filled(from: whole)
    guard own.regions != nil || own.residency != nil, let areas = place.residency, let patterns = place.regions,
      !areas.isEmpty, !patterns.isEmpty, let span = place.span
    else { return }
    let words = decoder.words
    let regions = words.regions.filter { region in
      patterns.contains { words.matches($0, region) || words.matches($0, SpecNames.regionName(region)) }
    }
    let isAllowed = regions.contains { region in
      areas.contains { words.isInArea(words.country(region), $0) == true }
    }
    guard !isAllowed, !regions.isEmpty else { return }
    decoder.report(
      "contradiction", "no region of \(patterns.joined(separator: ", ")) lies in \(areas.joined(separator: ", "))",
      at: span, path: path, help: "change 'regions' or 'residency'")
  }

  func checkObjectives(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    let latencies = workload.slo.objectives.filter { $0.name.hasPrefix("latency.p") }
    func rank(_ name: String) -> Double { Double("0." + name.dropFirst("latency.p".count)) ?? 0 }
    for (a, b) in zip(latencies, latencies.dropFirst()) where rank(a.name) < rank(b.name) && a.target.mid > b.target.mid
    {
      decoder.report(
        "percentiles", "\(b.name.dropFirst(8)) is below \(a.name.dropFirst(8))", at: b.target.span, path: b.target.path,
        help: "a higher percentile cannot be smaller: swap them",
        labels: [DiagnosticLabel(a.target.span, String(a.name.dropFirst(8)))])
    }
    if let hard = workload.slo.hard, hard.misses < HardDeadline.leastMisses || hard.misses >= Money(scaled: Money.unit)
    {
      decoder.report(
        "percentiles", "no placement can promise that at most \(Figures.share(hard.misses.double)) is missed",
        at: hard.span, path: "\(hard.path).misses", help: "state a share from 0.0001% to below 100%")
    } else if let hard = workload.slo.hard, let same = latencies.first(where: { $0.name == hard.objective }) {
      decoder.report(
        "percentiles", "the hard deadline limits \(same.name.dropFirst(8)) a second time", at: hard.span,
        path: hard.path, help: "keep one of them")
    }
    guard workload.kind.word != "batch", workload.kind.word != "training" else { return }
    for objective in workload.slo.objectives where objective.name == "deadline" {
      decoder.report(
        "objective", "a deadline is for batch and training, not \(KeyTables.article(workload.kind.word))",
        at: objective.target.span, path: objective.target.path, help: "state latency or completion")
    }
  }

  /// What one kind alone can get wrong.
  func checkKind(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    if case .batch(let batch) = workload.kind {
      for name in batch.pool where !fleetNames.contains(name) {
        decoder.reportUnknown(
          "fleet", name, fleetNames, at: batch.poolSpan ?? workload.nameSpan, path: "\(workload.path).pool")
      }
    }
    guard case .other(.device(let device)) = workload.kind, !fleetNames.contains(device.fleet) else { return }
    decoder.reportUnknown("fleet", device.fleet, fleetNames, at: device.fleetSpan, path: "\(workload.path).fleet")
  }
}
