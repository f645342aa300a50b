import Foundations

/// Checks what spans several places: names referred to, cycles, shares, contradictions.
struct ReferenceChecker {
  let spec: Spec
  /// Every workload named, also those whose own mistakes kept them from being built.
  let names: [String]

  mutating func check(_ decoder: inout ShapeDecoder, _ top: DecodedTable) {
    checkUsers(&decoder, top)
    for workload in spec.workloads {
      checkCalls(workload, &decoder)
      checkShares(workload, &decoder)
      checkPlace(workload.place.filled(from: spec.place), workload.path, &decoder)
      if let fleet = workload.fleet, !spec.devices.contains(where: { $0.name == fleet }) {
        reportReference("fleet", fleet, spec.devices.map(\.name), workload.nameSpan, "\(workload.path).fleet", &decoder)
      }
      checkObjectives(workload, &decoder)
    }
    checkCycles(&decoder)
    if let confidence = spec.confidence, !(0.5...0.999).contains(confidence.mid) {
      decoder.report(
        "confidence", "a confidence lies between 50 % and 99.9 %", at: confidence.span, path: confidence.path,
        help: "write 90%")
    }
    if let name = spec.transaction?.workload, !names.contains(name) {
      let span = top.table("transaction")?["workload"]?.span ?? top.span
      reportReference("workload", name, names, span, "transaction.workload", &decoder)
    }
    for workload in spec.current where !names.contains(workload.name) {
      reportReference("workload", workload.name, names, workload.span, workload.path, &decoder)
    }
    for entry in spec.prices.overrides where !entry.machine.contains("/") || !entry.machine.contains(":") {
      decoder.report(
        "override", "'\(entry.machine)' names no machine in a region", at: entry.span, path: "prices.override",
        help: "write provider:region/machine, such as aws:eu-central-1/m6i.large")
    }
    for discount in spec.prices.discount where !decoder.words.providers.contains(discount.provider) {
      reportReference(
        "provider", discount.provider, decoder.words.providers, discount.ratio.span, "prices.discount", &decoder)
    }
  }

  private func reportReference(
    _ what: String, _ name: String, _ known: [String], _ span: SourceSpan, _ path: String, _ decoder: inout ShapeDecoder
  ) {
    decoder.report(
      "unknown-\(what)", "no \(what) is named '\(name)'", at: span, path: path,
      help: Suggestion.nearest(name, in: known).map { "did you mean '\($0)'?" },
      notes: known.isEmpty ? ["the spec names none"] : ["known: \(known.joined(separator: ", "))"])
  }

  private func checkUsers(_ decoder: inout ShapeDecoder, _ top: DecodedTable) {
    let groups = top.mapping("users")
    for group in spec.users {
      guard case .users(let word) = group.place, let entry = groups.first(where: { $0.name == group.name }),
        case .table(let table) = entry.value.value
      else { continue }
      decoder.report(
        "unknown-place", "unknown place '\(word)'", at: table["at"]?.span ?? entry.keySpan, path: "\(group.path).at",
        help: Suggestion.nearest(word, in: decoder.words.cities + decoder.words.regions).map { "did you mean '\($0)'?" }
          ?? "write a region such as aws:eu-central-1, a city or [lat, lon]")
    }
    // From what is written, also of groups whose place is wrong.
    let tables = groups.compactMap { entry -> DecodedTable? in
      if case .table(let table) = entry.value.value { table } else { nil }
    }
    let stated = tables.compactMap { $0.amount("share") }
    let isDamaged = tables.contains { $0.keySpans["share"] != nil && $0["share"] == nil }
    guard !tables.isEmpty, !isDamaged else { return }
    let sum = stated.reduce(Money.zero) { $0 + $1.decimal }
    let one = Money(scaled: Money.unit)
    let missing = tables.count - stated.count
    let isWrong = missing == 0 ? abs((sum - one).double) > 1e-9 : missing > 1 ? !stated.isEmpty : sum > one
    guard isWrong, !stated.contains(where: \.isRange), let key = top.keySpans["users"] else { return }
    decoder.report(
      "shares", "the shares of the users add to \(Describe.percent(sum.double)), not 100 %", at: key, path: "users",
      help: missing == 0 ? shareHelp(sum) : "state the share of each group",
      labels: stated.map { DiagnosticLabel($0.span, Describe.percent($0.mid)) })
  }

  private func shareHelp(_ sum: Money) -> String {
    let rest = 1 - sum.double
    return rest > 0 ? "\(Describe.percent(rest)) are missing" : "they are \(Describe.percent(-rest)) too many"
  }

  private func checkShares(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    guard !workload.users.isEmpty else { return }
    for entry in workload.users where !spec.users.contains(where: { $0.name == entry.group }) {
      reportReference(
        "users", entry.group, spec.users.map(\.name), entry.share.span, "\(workload.path).users.\(entry.group)",
        &decoder)
    }
    let sum = workload.users.reduce(Money.zero) { $0 + $1.share.decimal }
    if abs(sum.double - 1) > 1e-9, let first = workload.users.first {
      decoder.report(
        "shares", "the shares of the users of '\(workload.name)' add to \(Describe.percent(sum.double)), not 100 %",
        at: first.share.span, path: "\(workload.path).users", help: shareHelp(sum))
    }
  }

  private func checkCalls(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    for call in workload.calls {
      if call.to == workload.name {
        decoder.report(
          "cycle", "'\(workload.name)' calls itself", at: call.span, path: call.path, help: "remove the call")
      } else if !names.contains(call.to) {
        reportReference("workload", call.to, names, call.span, call.path, &decoder)
      } else if let callee = spec.workloads.first(where: { $0.name == call.to }), callee.kind.word == "batch" {
        decoder.report(
          "call", "'\(call.to)' is a batch and cannot be called", at: call.span, path: call.path,
          help: "call a service, store, stream, inference or external")
      }
    }
  }

  /// Every cycle of calls once, named by its path.
  private func checkCycles(_ decoder: inout ShapeDecoder) {
    var state: [String: Int] = [:]
    let byName = Dictionary(spec.workloads.map { ($0.name, $0) }) { first, _ in first }
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
  private func checkPlace(_ place: Place, _ path: String, _ decoder: inout ShapeDecoder) {
    guard let areas = place.residency, let patterns = place.regions, !areas.isEmpty, !patterns.isEmpty,
      let span = place.span
    else { return }
    let words = decoder.words
    let regions = words.regions.filter { region in
      patterns.contains {
        words.matches($0, region) || words.matches($0, region.split(separator: ":").last.map(String.init) ?? "")
      }
    }
    let allowed = regions.contains { region in
      areas.contains { words.isInArea(words.country(region), $0) == true }
    }
    guard !allowed, !regions.isEmpty else { return }
    decoder.report(
      "contradiction", "no region of \(patterns.joined(separator: ", ")) lies in \(areas.joined(separator: ", "))",
      at: span, path: "\(path).place", help: "change 'regions' or 'residency'")
  }

  private func checkObjectives(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    let latencies = workload.slo.objectives.filter { $0.name.hasPrefix("latency.p") }
    func rank(_ name: String) -> Double { Double("0." + name.dropFirst("latency.p".count)) ?? 0 }
    for (a, b) in zip(latencies, latencies.dropFirst()) where rank(a.name) < rank(b.name) && a.target.mid > b.target.mid
    {
      decoder.report(
        "percentiles", "\(b.name.dropFirst(8)) is below \(a.name.dropFirst(8))", at: b.target.span, path: b.target.path,
        help: "a higher percentile cannot be smaller: swap them",
        labels: [DiagnosticLabel(a.target.span, String(a.name.dropFirst(8)))])
    }
    if case .batch = workload.kind { return }
    for objective in workload.slo.objectives where objective.name == "deadline" && workload.kind.word != "training" {
      decoder.report(
        "objective", "a deadline is for batch and training, not \(KeyTables.article(workload.kind.word))",
        at: objective.target.span, path: objective.target.path, help: "state latency or completion")
    }
  }
}
