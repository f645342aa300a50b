import Foundations

/// Checks what spans several places of a spec: names referred to, shares, circles, contradictions.
struct SpecChecker {
  let spec: Spec
  /// Every workload named, also those whose own mistakes kept them from being built.
  let names: [String]
  let top: DecodedTable
  let nameSet: Set<String>
  let fleetNames: [String]
  let groupNames: [String]
  /// Sound workloads by their name.
  let byName: [String: Workload]

  init(spec: Spec, names: [String], top: DecodedTable) {
    self.spec = spec
    self.names = names
    self.top = top
    nameSet = Set(names)
    // Names as written, also of those with mistakes of their own.
    fleetNames = top.mapping("devices").map(\.name)
    groupNames = top.mapping("users").map(\.name)
    byName = Dictionary(spec.workloads.map { ($0.name, $0) }) { first, _ in first }
  }

  func check(_ decoder: inout ShapeDecoder) {
    checkCurrency(&decoder)
    checkGrowth(spec.growth, &decoder)
    checkGrowth(spec.customers?.growth, &decoder)
    checkUsers(&decoder)
    checkFleets(&decoder)
    checkToday(&decoder)
    checkPlace(spec.place, Place(), "place", &decoder)
    for workload in spec.workloads {
      checkGrowth(workload.growth, &decoder)
      checkCalls(workload, &decoder)
      checkShares(workload, &decoder)
      checkPlace(workload.place, spec.place, "\(workload.path).place", &decoder)
      checkFleet(of: workload, &decoder)
      checkObjectives(workload, &decoder)
      checkKind(workload, &decoder)
    }
    checkCircles(&decoder)
    checkOwners(&decoder)
  }

  private func checkCurrency(_ decoder: inout ShapeDecoder) {
    if let confidence = spec.confidence, !(0.5...0.999).contains(confidence.mid) {
      decoder.report(
        "confidence", "a confidence lies between 50 % and 99.9 %", at: confidence.span, path: confidence.path,
        help: "write 90%")
    }
    guard spec.currency != "USD", top.keySpans["exchange"] == nil, let currency = top["currency"] else { return }
    decoder.report(
      "exchange", "prices are known in USD only: \(spec.currency) needs a rate", at: currency.span, path: "currency",
      help: "add 'exchange: {USD: 0.92 \(spec.currency), as_of: 2026-09-01}'")
  }

  /// A range that the plan does not draw from yet.
  private func checkGrowth(_ growth: Growth?, _ decoder: inout ShapeDecoder) {
    guard let range = growth?.range else { return }
    decoder.report(
      "growth-range", "the range of this growth counts by its median", at: range.span, path: range.path,
      help: "evaluate its ends one by one to see what it does", level: .warning)
  }

  /// What runs today, and what a transaction is.
  private func checkToday(_ decoder: inout ShapeDecoder) {
    if let name = spec.transaction?.workload, !nameSet.contains(name) {
      let span = top.table("transaction")?["workload"]?.span ?? top.span
      decoder.reportUnknown("workload", name, names, at: span, path: "transaction.workload")
    }
    for workload in spec.current {
      if !nameSet.contains(workload.name) {
        decoder.reportUnknown("workload", workload.name, names, at: workload.span, path: workload.path)
      }
      guard workload.provider.isEmpty else { continue }
      let owners = decoder.regionNames[workload.region] ?? []
      decoder.report(
        "provider", "'\(workload.region)' names no provider", at: workload.span, path: "\(workload.path).region",
        help: "write \(owners.first ?? "provider:\(workload.region)")")
    }
  }
}
