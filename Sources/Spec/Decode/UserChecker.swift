import Foundations

/// Groups of users, fleets, and their shares.
extension SpecChecker {
  func checkUsers(_ decoder: inout ShapeDecoder) {
    let groups = top.mapping("users")
    let tables = groups.compactMap { entry -> DecodedTable? in
      if case .table(let table) = entry.value.value { table } else { nil }
    }
    for table in tables {
      guard case .users(let word)? = table.place("at"), let at = table["at"] else { continue }
      reportPlace(word, decoder.words.cities + decoder.words.regions, at: at.span, path: at.path, &decoder)
    }
    // From what is written, also of groups whose place is wrong.
    let stated = tables.compactMap { $0.amount("share") }
    let isDamaged = tables.count < groups.count || tables.contains { $0.keySpans["share"] != nil && $0["share"] == nil }
    guard !tables.isEmpty, !isDamaged else { return }
    let sum = stated.reduce(Money.zero) { $0 + $1.decimal }
    let missing = tables.count - stated.count
    let isWrong = missing == 0 ? !isWhole(sum) : missing > 1 ? !stated.isEmpty : sum.double > 1 + 1e-9
    guard isWrong, let key = top.keySpans["users"] else { return }
    decoder.report(
      "shares", "the shares of the users add to \(Describe.percent(sum.double)), not 100 %", at: key, path: "users",
      help: missing == 0 ? shareHelp(sum) : "state the share of each group",
      labels: stated.prefix(8).map { DiagnosticLabel($0.span, Describe.percent($0.mid)) })
  }

  private func isWhole(_ sum: Money) -> Bool { abs(sum.double - 1) <= 1e-9 }

  private func shareHelp(_ sum: Money) -> String {
    let rest = 1 - sum.double
    return rest > 0 ? "\(Describe.percent(rest)) are missing" : "they are \(Describe.percent(-rest)) too many"
  }

  /// A workload's own shares.
  func checkShares(_ workload: Workload, _ decoder: inout ShapeDecoder) {
    guard let first = workload.users.first else { return }
    for entry in workload.users where !decoder.groups.contains(entry.group) {
      decoder.reportUnknown(
        "users", entry.group, groupNames, at: entry.share.span, path: "\(workload.path).users.\(entry.group)")
    }
    let sum = workload.users.reduce(Money.zero) { $0 + $1.share.decimal }
    guard !isWhole(sum) else { return }
    decoder.report(
      "shares", "the shares of the users of '\(workload.name)' add to \(Describe.percent(sum.double)), not 100 %",
      at: first.share.span, path: "\(workload.path).users", help: shareHelp(sum))
  }

  private func reportPlace(
    _ word: String, _ known: [String], at span: SourceSpan, path: String, _ decoder: inout ShapeDecoder
  ) {
    decoder.report(
      "unknown-place", "unknown place '\(QuantityText.clipped(word))'", at: span, path: path,
      help: SpecNames.nearest(word, in: known).map { "did you mean '\($0)'?" }
        ?? "write a region such as aws:eu-central-1, a city or [lat, lon]")
  }

  // MARK: Fleets

  func checkFleets(_ decoder: inout ShapeDecoder) {
    for fleet in spec.devices {
      if fleet.count == nil, fleet.sites == nil {
        decoder.report(
          "missing-key", "the fleet '\(fleet.name)' needs 'count' or 'sites'", at: fleet.span, path: fleet.path,
          help: "add 'count: 100'")
      }
      if let count = fleet.count, let sites = fleet.sites {
        decoder.report(
          "contradiction", "'sites' and 'count' both say how many devices there are", at: count.span,
          path: count.path, help: "leave out one; 'per_site' says how many a site has",
          labels: [DiagnosticLabel(sites.span, "the other")])
      }
      if nameSet.contains(fleet.name) {
        decoder.report(
          "duplicate-name", "'\(fleet.name)' is a fleet and a workload", at: fleet.span, path: fleet.path,
          help: "give one of them another name")
      }
      for location in fleet.at {
        guard case .users(let word) = location.place, !decoder.groups.contains(word) else { continue }
        let known = groupNames + decoder.words.cities + decoder.words.regions
        reportPlace(word, known, at: location.span, path: "\(fleet.path).at", &decoder)
      }
      checkShares(of: fleet, &decoder)
      if let serves = fleet.serves, !nameSet.contains(serves), !fleetNames.contains(serves) {
        decoder.reportUnknown(
          "workload", serves, names + fleetNames, at: fleet.servesSpan ?? fleet.span, path: "\(fleet.path).serves")
      }
    }
  }

  private func checkShares(of fleet: Spec.Fleet, _ decoder: inout ShapeDecoder) {
    let shares = fleet.at.compactMap(\.share)
    guard let first = shares.first else { return }
    let sum = shares.reduce(Money.zero) { $0 + $1.decimal }
    guard !isWhole(sum) else { return }
    decoder.report(
      "shares", "the shares of the fleet '\(fleet.name)' add to \(Describe.percent(sum.double)), not 100 %",
      at: first.span, path: "\(fleet.path).at", help: shareHelp(sum))
  }

  /// The fleet that a workload runs on.
  func checkFleet(of workload: Workload, _ decoder: inout ShapeDecoder) {
    guard let fleet = workload.fleet, !fleetNames.contains(fleet) else { return }
    decoder.reportUnknown(
      "fleet", fleet, fleetNames, at: workload.spans["fleet"] ?? workload.nameSpan, path: "\(workload.path).fleet")
  }
}
